import { linkSync, mkdirSync, rmSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { gate } from '../../src/commands/judging/judge-gate.ts';
import { BLOCKER_IDS } from '../../src/gate/decide.ts';
import {
  approved,
  argv,
  askedBy,
  CASES,
  type Change,
  CODEX,
  committed,
  config,
  env,
  fallback,
  file,
  LOCAL_CASES,
  local,
  localPair,
  RECORD_PATH,
  REPORT_PATH,
  VLLM,
} from './cases.ts';
import { ADMISSION, BUILD_REPORT, Harness, json, sha256, TASK } from './harness.ts';

const template = new Harness();
const harnesses: Harness[] = [];
afterEach(() => {
  for (const harness of harnesses.splice(0)) harness.remove();
});
afterAll(() => template.remove());

function harness(): Harness {
  const made = template.copy();
  harnesses.push(made);
  return made;
}

async function blockersOf(...changes: readonly Change[]): Promise<string[]> {
  const { blockers, admitted } = await gate(askedBy(harness(), ...changes));
  expect(admitted).toBe(blockers.length === 0);
  return blockers.map(({ id }) => id);
}

describe('what passes', () => {
  it.each<[string, Change]>([
    ['the good case', () => undefined],
    ['no command named', () => ({ argv: [] })],
    ['the binary by its path', argv('BIN', 'run', '--task', 'TASK', '--mode', 'unattended')],
    ['a timeout in seconds', env({ CTO_HARNESS_CASE_TIMEOUT_SECONDS: '900' })],
    ['a timeout that is empty, and so is not set', env({ CTO_HARNESS_CASE_TIMEOUT_SECONDS: '' })],
    ['the admitted fallback', fallback],
    ['roles that are null', config({ models: { default: CODEX, implementer: null } })],
    ['a role with an admitted pair', config({ models: { default: CODEX, reviewer: VLLM } })],
    ['the last day of the review', () => ({ today: '2027-06-30' })],
    ['the local branch', local],
    ['an approval of today', approved('JP approval on 2026-11-20')],
    ['an approval of tomorrow, where it is tomorrow', approved('JP approval on 21 November 2026')],
    ['an approval that holds for long', approved('JP approval on 2026-06-01, valid until 2027-06-01')],
    ['the local branch with the admitted pair', localPair(VLLM.model)],
    [
      'a build report that is named',
      (made) => {
        made.commit({ [REPORT_PATH]: undefined });
        made.write({ 'report.json': json(BUILD_REPORT) });
        return { buildReport: made.path('report.json') };
      },
    ],
    [
      'the report of this binary beside that of a later one',
      committed({
        'route/later-build-report.json': json({
          ...BUILD_REPORT,
          binary_sha256: sha256('later'),
          build_timestamp: '2026-06-30T00:00:00Z',
        }),
      }),
    ],
    [
      'a task in JSON',
      (made) => {
        made.write({
          'slugify.task.json': json({
            id: 'slugify',
            fixture_inputs: ['fixtures/slugify/input.txt'],
            allowed_paths: ['src/**'],
            forbidden_actions: ['Network access.'],
            verification_command: 'npm test',
            evidence_expectations: ['The test log.'],
          }),
        });
        return { argv: ['ca', 'run', '--task', made.path('slugify.task.json'), '--mode', 'unattended'] };
      },
    ],
    [
      "the backend's companion of a task",
      (made) => {
        made.write({ 'slugify.md': TASK, 'slugify.task.json': json({ id: 'slugify', repo: 'fixture' }) });
        return { argv: ['ca', 'run', '--task', made.path('slugify.task.json'), '--mode', 'unattended'] };
      },
    ],
    ['an uncommitted change of the record', file(`repository/${RECORD_PATH}`, 'nothing is decided')],
  ])('%s', async (_, change) => {
    expect(await blockersOf(change)).toEqual([]);
  });
});

describe('one thing wrong is one blocker', () => {
  it.each(CASES.map(([id, change], at) => [id, at, change] as const))('%s (%i)', async (id, _, change) => {
    expect(await blockersOf(change)).toEqual([id]);
  });

  it('an approval that is still to come', async () => {
    expect(await blockersOf(approved('JP approval on 2027-04-01'))).toEqual([
      'decision-not-made',
      'admission-invalid',
    ]);
  });

  it('a pair of the local branch that nothing admits', async () => {
    expect(await blockersOf(localPair('qwen3.6-8b'))).toEqual([
      'decision-not-made',
      'admission-decision-mismatch',
    ]);
  });

  it.each(LOCAL_CASES)('%s under the local branch', async (id, change) => {
    expect(await blockersOf(local, change)).toEqual([id]);
  });

  it('names every blocker of the format', () => {
    const shown = new Set([...CASES, ...LOCAL_CASES].map(([id]) => id));
    expect([...BLOCKER_IDS].sort()).toEqual([...shown].sort());
  });
});

describe('all that apply are told, not the first only', () => {
  it('of an empty environment', async () => {
    const made = harness();
    const bare = { PATH: made.env.PATH, HOME: made.env.HOME, CTO_LINT_TODAY: '2026-11-20' };
    const verdict = await gate({ cwd: made.root, env: bare });
    expect(verdict.blockers.map(({ id }) => id)).toEqual([
      'not-allowed',
      'stage-invalid',
      'provider-unavailable',
      'admission-missing',
      'provider-missing',
      'model-missing',
      'config-missing',
    ]);
    expect(verdict.blockers[2]!.message).toContain('provider unavailable');
    expect(verdict).toMatchObject({
      admitted: false,
      source_admission_status: 'not_admitted',
      case_model_admission_status: 'not_admitted',
      case_model_provider: null,
      case_model: null,
      case_process_started: false,
      admission_digest: null,
    });
  });

  it('of a repository without a commit', async () => {
    const made = harness();
    rmSync(made.root, { recursive: true });
    mkdirSync(made.root);
    made.git('init', '-q');
    const { blockers, not_judged } = await gate({ cwd: made.root, env: made.env });
    expect(blockers.map(({ id }) => id)).toEqual(['build-report-missing', 'decision-not-made']);
    expect(not_judged.map(({ id }) => id)).toEqual(['credentials-missing']);
  });
});

describe('what the answer says', () => {
  it('names the pair and the digest of the admission that was read', async () => {
    const made = harness();
    const verdict = await gate({ cwd: made.root, env: made.env });
    expect(verdict).toEqual({
      admitted: true,
      source_admission_status: 'admitted',
      case_model_admission_status: 'admitted',
      case_model_provider: 'openai-codex',
      case_model: 'gpt-5.5',
      case_process_started: false,
      admission_digest: `sha256:${sha256(json(ADMISSION))}`,
      not_judged: [],
      blockers: [],
    });
  });

  it('says what it could not judge', async () => {
    const made = harness();
    made.commit({ 'cto-lint.config.yaml': 'extends: cto\n' });
    const { admitted, not_judged } = await gate({ cwd: made.root, env: made.env });
    expect(admitted).toBe(true);
    expect(not_judged).toMatchObject([{ id: 'credentials-missing', what: 'BLD-5' }]);
  });

  it('takes a hard link for the file that it is', async () => {
    const made = harness();
    linkSync(made.path('admission.json'), made.path('same.json'));
    const env = { ...made.env, CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: made.path('same.json') };
    expect((await gate({ cwd: made.root, env })).admitted).toBe(true);
  });
});
