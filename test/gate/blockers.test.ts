import { chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type GateOptions, gate } from '../../src/commands/judge-gate.ts';
import { BLOCKER_IDS } from '../../src/gate/decide.ts';
import {
  ADMISSION,
  BUILD_REPORT,
  Harness,
  type Json,
  json,
  LOCAL_ADMISSION,
  LOCAL_RECORD,
  POLICY,
  RECORD,
  sha256,
  TASK,
} from './harness.ts';

const RECORD_PATH = 'route/SLUGIFY-DECISION-RECORD.md';
const REPORT_PATH = 'route/slugify-build-report.json';
const VLLM = { provider: 'vllm', model: 'qwen3.6-35b-a3b' };
const CODEX = { provider: 'openai-codex', model: 'gpt-5.5' };
const drawn = ['gh', 'p_', 'R4nd0mL00k1ngT0kenThatIsN0t1nUse12345'].join('').slice(0, 40);

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

/** Changes files, or gives options that differ, or both. */
type Change = (harness: Harness) => unknown;

/** The good case with one thing changed: which blockers it has. */
async function blockersOf(change: Change, start: Change = () => undefined): Promise<string[]> {
  const made = harness();
  const argv = ['ca', 'run', '--task', made.path('task.md'), '--mode', 'unattended'];
  const before = (start(made) ?? {}) as GateOptions;
  const changed = (change(made) ?? {}) as GateOptions;
  const { blockers, admitted } = await gate({
    cwd: made.root,
    argv,
    ...before,
    ...changed,
    env: { ...made.env, ...before.env, ...changed.env },
  });
  expect(admitted).toBe(blockers.length === 0);
  return blockers.map(({ id }) => id);
}

const env =
  (values: Record<string, string | undefined>): Change =>
  () => ({ env: values });
const file =
  (path: string, content: string): Change =>
  (made) =>
    made.write({ [path]: content });
const admission = (changes: Json): Change => file('admission.json', json({ ...ADMISSION, ...changes }));
const config = (value: unknown): Change => file('data/config.json', json(value));
const committed =
  (files: Record<string, string | undefined>): Change =>
  (made) =>
    void made.commit(files);
const record = (from: string | RegExp, to: string): Change =>
  committed({ [RECORD_PATH]: RECORD.replace(from, to) });
const report = (changes: Json): Change => committed({ [REPORT_PATH]: json({ ...BUILD_REPORT, ...changes }) });
const task = (from: string | RegExp, to: string): Change => file('task.md', TASK.replace(from, to));
const argv =
  (...words: string[]): Change =>
  (made) => ({
    argv: words.map((word) => word.replace('TASK', made.path('task.md')).replace('BIN', made.path('bin/ca'))),
  });

const fallback: Change = (made) => {
  config({ models: { default: VLLM } })(made);
  return {
    env: { CTO_HARNESS_CASE_MODEL_PROVIDER: VLLM.provider, CTO_HARNESS_CASE_MODEL: VLLM.model },
  };
};

const adapter = (changes: Json): Change =>
  file('data/local-adapter.json', json({ ...VLLM, endpoint: 'http://127.0.0.1:8000/v1', ...changes }));

const local: Change = (made) => {
  made.commit({ [RECORD_PATH]: LOCAL_RECORD });
  made.write({ 'admission.json': json(LOCAL_ADMISSION) });
  adapter({})(made);
  return fallback(made);
};

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

const HARNESS: [string, Change][] = [
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: undefined })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: '' })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: 'true' })],
  ['not-allowed', env({ CTO_HARNESS_ALLOW_CASE: '1 ' })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: undefined })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: '02' })],
  ['stage-invalid', env({ CTO_HARNESS_CASE_STAGE: '1' })],
  ...['0', '-1', '1.5', '1e3', ' 5', '5s', '٥', '+5', '007'].map((seconds): [string, Change] => [
    'timeout-invalid',
    env({ CTO_HARNESS_CASE_TIMEOUT_SECONDS: seconds }),
  ]),
];

const PROVIDER: [string, Change][] = [
  ['provider-unavailable', env({ CTO_HARNESS_CASE_BIN: undefined })],
  ['provider-unavailable', (made) => rmSync(made.path('bin/ca'))],
  ['binary-not-executable', (made) => chmodSync(made.path('bin/ca'), 0o644)],
  ['binary-not-executable', (made) => ({ env: { CTO_HARNESS_CASE_BIN: made.path('bin') } })],
  [
    'binary-not-executable',
    (made) => {
      symlinkSync(made.path('bin/ca'), made.path('bin/link'));
      return { env: { CTO_HARNESS_CASE_BIN: made.path('bin/link') } };
    },
  ],
  ['binary-digest-mismatch', file('bin/ca', '#!/bin/sh\nexit 1\n')],
  ['binary-digest-mismatch', report({ binary_sha256: sha256('another') })],
  ['build-report-missing', committed({ [REPORT_PATH]: undefined })],
  ['build-report-missing', (made) => ({ buildReport: made.path('nothing.json') })],
  ['build-report-invalid', report({ bun_version: 'not installed' })],
  ['build-report-invalid', report({ node_version: undefined })],
  ['build-report-invalid', report({ remark: 'fine' })],
  ['build-report-invalid', report({ binary_path: '/tmp/case/dist/ca' })],
  ['build-report-invalid', report({ binary_path: 'dist/case' })],
  ['build-report-invalid', committed({ [REPORT_PATH]: '{' })],
  ['build-report-invalid', (made) => ({ buildReport: made.path('bin') })],
  ['wrong-source', report({ source_url: 'https://github.com/nbubna/Case.git' })],
  ['wrong-source', report({ pinned_commit: '7959ac917cdeb0983b4aaa20bb9f42021747fed9' })],
];

const PAIR: [string, Change][] = [
  ['decision-not-made', committed({ [RECORD_PATH]: undefined })],
  ['decision-not-made', record('external_provider_approved', 'not_decided')],
  ['decision-not-made', record('external_provider_approved', 'External_Provider_Approved')],
  ['decision-not-made', record('- provider_class: external_openai_codex.\n', '')],
  [
    'decision-not-made',
    committed({
      'route/OTHER-DECISION-RECORD.md': RECORD.replace('external_provider_approved', 'not_decided'),
    }),
  ],
  [
    'decision-not-made',
    record('- provider_class', '- decision_status: local_provider_required.\n- provider_class'),
  ],
  ['admission-missing', env({ CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: undefined })],
  ['admission-missing', (made) => rmSync(made.path('admission.json'))],
  ['admission-unreadable', (made) => ({ env: { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: made.path('data') } })],
  [
    'admission-unreadable',
    (made) => {
      symlinkSync(made.path('admission.json'), made.path('link.json'));
      return { env: { CTO_HARNESS_CASE_MODEL_ADMISSION_FILE: made.path('link.json') } };
    },
  ],
  [
    'admission-unreadable',
    (made) => writeFileSync(made.path('admission.json'), Buffer.from([0xff, 0, 0xfe, 1])),
  ],
  ['admission-unreadable', (made) => writeFileSync(made.path('admission.json'), ' '.repeat(5_000_000))],
  ['admission-invalid', file('admission.json', '')],
  ['admission-invalid', file('admission.json', 'null')],
  ['admission-invalid', file('admission.json', json(ADMISSION).slice(0, -3))],
  ['admission-invalid', file('admission.json', json(ADMISSION).replace('{', '{ "model": "gpt-5.5",'))],
  ['admission-invalid', file('admission.json', `${json(ADMISSION)}${json(ADMISSION)}`)],
  ['admission-invalid', admission({ remark: 'fine' })],
  ['admission-invalid', admission({ model: '' })],
  ['admission-invalid', admission({ model: 'gpt-*' })],
  ['admission-invalid', admission({ model: 'latest' })],
  ['admission-invalid', admission({ admission_timestamp: '2026-06-02T09:00:00' })],
  ['admission-invalid', admission({ evidence_expectations: [] })],
  ['admission-invalid', admission({ fallback: { provider: 'vllm' } })],
  ['admission-invalid', admission({ evidence_expectations: [`token ${drawn}`] })],
  ['admission-decision-mismatch', record('- model: gpt-5.5.', '- model: gpt-5.4.')],
  ['admission-decision-mismatch', admission({ approval_source: 'JP, another note' })],
  ['admission-decision-mismatch', admission({ approval_source: `${ADMISSION.approval_source} ` })],
  ['admission-decision-mismatch', admission({ credential_source_class: 'Codex-oauth-config' })],
  ['admission-decision-mismatch', admission({ allowed_network_class: 'codex-hosted' })],
  ['admission-decision-mismatch', admission({ fallback: { provider: 'vllm', model: 'qwen3.6-35b' } })],
  ['review-due', () => ({ today: '2027-07-01' })],
  ['review-due', admission({ review_trigger: 'on 2026-11-19' })],
  ['review-due', record('on 2027-06-30', 'on 2026-11-19')],
  ['provider-missing', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: undefined })],
  ['provider-missing', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: '' })],
  ['model-missing', env({ CTO_HARNESS_CASE_MODEL: '' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'anthropic' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'OpenAI-Codex' })],
  ['provider-mismatch', env({ CTO_HARNESS_CASE_MODEL_PROVIDER: 'openai-codex ' })],
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: 'claude-sonnet-4-6' })],
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: 'gpt-5.5.' })],
  // The model of the fallback with the provider of the main pair: a pair that nobody admitted.
  ['model-mismatch', env({ CTO_HARNESS_CASE_MODEL: VLLM.model })],
];

const CONFIG: [string, Change][] = [
  ['config-missing', env({ CASE_DATA_DIR: undefined })],
  ['config-missing', (made) => rmSync(made.path('data/config.json'))],
  ['config-mismatch', config({ models: { default: VLLM } })],
  ['config-mismatch', config({ models: { default: { ...CODEX, model: 'gpt-5.4' } } })],
  ['config-mismatch', config({ models: { default: null } })],
  ['config-mismatch', config({ models: {} })],
  ['config-mismatch', file('data/config.json', '{')],
  [
    'config-mismatch',
    config({ models: { default: CODEX, reviewer: { provider: 'anthropic', model: 'claude-sonnet-4-6' } } }),
  ],
  ['config-mismatch', config({ models: { default: CODEX, reviewer: { model: 'gpt-5.4' } } })],
  [
    'config-mismatch',
    file('data/config.json', json({ models: { default: CODEX } }).replace('{', '{ "models": {},')),
  ],
  [
    'config-mismatch',
    (made) => {
      rmSync(made.path('data/config.json'));
      made.write({ 'config.json': json({ models: { default: CODEX } }) });
      symlinkSync(made.path('config.json'), made.path('data/config.json'));
    },
  ],
  ...['home', 'home/.config/case', 'home/.config/case/run', 'repository/data', 'repository/.git/data'].map(
    (folder): [string, Change] => [
      'config-not-isolated',
      (made) => {
        made.write({ [`${folder}/config.json`]: json({ models: { default: CODEX } }) });
        return { env: { CASE_DATA_DIR: made.path(folder) } };
      },
    ],
  ),
  [
    'config-not-isolated',
    (made) => {
      made.write({ 'home/config.json': json({ models: { default: CODEX } }) });
      symlinkSync(made.path('home'), made.path('looks-isolated'));
      return { env: { CASE_DATA_DIR: made.path('looks-isolated') } };
    },
  ],
  [
    'config-not-isolated',
    (made) => {
      made.write({ 'xdg/case/config.json': json({ models: { default: CODEX } }) });
      return { env: { CASE_DATA_DIR: made.path('xdg/case'), XDG_CONFIG_HOME: made.path('xdg') } };
    },
  ],
  ['credentials-missing', env({ SLUGIFY_CODEX_HOME: undefined })],
  ['credentials-missing', env({ SLUGIFY_CODEX_HOME: '' })],
  [
    'credentials-missing',
    committed({
      'cto-lint.config.yaml': POLICY.replace(
        'variables: [SLUGIFY_CODEX_HOME]',
        'files: ["~/.codex/auth.json"]',
      ),
    }),
  ],
];

const COMMAND: [string, Change][] = [
  ['command-shape', argv('ca', 'run', '--task', 'TASK', '--mode', 'attended')],
  ['command-shape', argv('ca', 'run', '--mode', 'unattended', '--task', 'TASK')],
  ['command-shape', argv('ca', 'run', '--task', 'TASK', '--mode', 'unattended', '--yes')],
  ['command-shape', argv('ca', 'run', '--task', '--mode', 'unattended')],
  ['command-shape', argv('ca', 'run', '--task', '', '--mode', 'unattended')],
  ['command-shape', argv('case', 'run', '--task', 'TASK', '--mode', 'unattended')],
  ['command-shape', argv('./ca', 'run', '--task', 'TASK', '--mode', 'unattended')],
  ['task-contract', (made) => rmSync(made.path('task.md'))],
  ['task-contract', task('fixtures/slugify/input.txt', '../customer/input.txt')],
  ['task-contract', task('fixtures/slugify/input.txt', '/srv/customer/input.txt')],
  ['task-contract', task('## Forbidden Actions\n\n- Network access.\n\n', '')],
  ['task-contract', task('## Evidence', '## Context\n\n- The customer.\n\n## Evidence')],
  ['task-contract', task('The test log.', `The test log, with ${drawn}.`)],
  ['task-contract', (made) => ({ argv: ['ca', 'run', '--task', made.path('data'), '--mode', 'unattended'] })],
];

const ALL = [...HARNESS, ...PROVIDER, ...PAIR, ...CONFIG, ...COMMAND];

describe('one thing wrong is one blocker', () => {
  it.each(ALL.map(([id, change], at) => [id, at, change] as const))('%s (%i)', async (id, _, change) => {
    expect(await blockersOf(change)).toEqual([id]);
  });

  const withLocal: [string, Change][] = [
    ['local-adapter-missing', (made) => rmSync(made.path('data/local-adapter.json'))],
    ['local-adapter-missing', adapter({ endpoint: 'https://api.example.com/v1' })],
    ['local-adapter-missing', adapter({ endpoint: 'http://127.0.0.1.example.com/v1' })],
    ['local-adapter-missing', adapter({ endpoint: '127.0.0.1:8000' })],
    ['local-adapter-missing', adapter({ model: 'qwen3.6-32b' })],
    ['local-adapter-missing', adapter({ key: 'none' })],
    ['local-adapter-missing', file('data/local-adapter.json', '[')],
    // An external class admits nothing under the local branch.
    [
      'admission-decision-mismatch',
      (made) => {
        made.write({
          'admission.json': json({ ...LOCAL_ADMISSION, credential_source_class: 'codex-oauth' }),
        });
      },
    ],
    [
      'admission-decision-mismatch',
      (made) => {
        made.write({
          'admission.json': json({
            ...LOCAL_ADMISSION,
            fallback: { provider: 'anthropic', model: 'claude-sonnet-4-6' },
          }),
        });
      },
    ],
  ];
  it.each(withLocal)('%s under the local branch', async (id, change) => {
    expect(await blockersOf(change, local)).toEqual([id]);
  });

  it('names every blocker of the format', () => {
    const shown = new Set([...ALL, ...withLocal].map(([id]) => id));
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
