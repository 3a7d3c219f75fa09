import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type VerifyOptions, verifyEvidence } from '../../src/commands/judge-run.ts';
import { CONDITION_IDS } from '../../src/verify/decide.ts';
import { ADMISSION, Harness, json, POLICY, RECORD } from '../gate/harness.ts';
import { ARTIFACTS, REPORT, RUN_ID, type RunChanges, writeRun } from './run.ts';

const harness = new Harness();
harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["/srv/shops/storefront"] }\n`,
});
afterEach(() => rmSync(harness.path('runs'), { recursive: true, force: true }));
afterAll(() => harness.remove());

type Arrange = (root: string) => void;

async function verdictOn(
  changes: RunChanges,
  arrange: Arrange = () => undefined,
  options: VerifyOptions = {},
) {
  const root = writeRun(harness.path('runs'), changes);
  arrange(root);
  return await verifyEvidence(root, {
    cwd: harness.root,
    env: { PATH: harness.env.PATH, HOME: harness.env.HOME },
    today: '2026-11-20',
    admission: harness.path('admission.json'),
    ...options,
  });
}

/** The conditions that are not kept, each with its first place. */
async function shortfalls(...args: Parameters<typeof verdictOn>): Promise<string[]> {
  const verdict = await verdictOn(...args);
  const failed = verdict.conditions.filter(({ ok }) => !ok);
  expect(verdict.pass).toBe(failed.length === 0);
  expect(verdict.conditions.map(({ id }) => id)).toEqual(CONDITION_IDS);
  return failed.map(({ id, file, line }) => `${id} ${file}:${line}`);
}

const report = (changes: RunChanges['report']): RunChanges => ({ report: changes! });
const files = (changes: RunChanges['files']): RunChanges => ({ files: changes! });
const also = (
  path: 'trace.jsonl' | 'backend/stdout.log' | 'events.normalized.jsonl',
  line: string,
): RunChanges => files({ [path]: `${ARTIFACTS[path]}${line}\n` });
const drawn = ['gh', 'p_', 'R4nd0mL00k1ngT0kenThatIsN0t1nUse12345'].join('').slice(0, 40);
const ANTHROPIC = { provider: 'anthropic', model: 'claude-sonnet-4-6' };

const RENAME = `diff --git a/src/old.js b/src/slugify.js
similarity index 100%
rename from src/old.js
rename to src/slugify.js
`;

describe('what passes', () => {
  it.each<[string, RunChanges, VerifyOptions?]>([
    ['the good case', {}],
    ['the admission of the variable', {}, { env: harness.env, admission: undefined as never }],
    [
      'the stated fallback, where it was used',
      also('trace.jsonl', '{"provider":"vllm","model":"qwen3.6-35b-a3b","reason":"stated"}'),
    ],
    [
      'the fallback as the pair of the run',
      {
        report: { case_model_provider: 'vllm', case_model: 'qwen3.6-35b-a3b' },
        files: {
          'report.md': '# Run\n',
          'events.normalized.jsonl': '{"model":"vllm/qwen3.6-35b-a3b"}\n',
          'trace.jsonl': '{}\n',
          'backend/stdout.log': '',
          'case-data/config.json': undefined,
        },
      },
    ],
    ['a log that names a package', also('backend/stdout.log', 'installed @anthropic-ai/sdk')],
    ['running text about a model', also('backend/stdout.log', 'data model: loading')],
    ['words of other cases', also('trace.jsonl', '{"text":"GPT-5.5 was used"}')],
    ['an empty patch and no changed file', { ...files({ 'patch.diff': '' }), report: { changed_files: [] } }],
    ['a rename without the old name', files({ 'patch.diff': RENAME })],
    [
      'a rename with the old name',
      { ...files({ 'patch.diff': RENAME }), report: { changed_files: ['src/slugify.js', 'src/old.js'] } },
    ],
    ['a folder as allowed path', report({ allowed_paths: ['src/'] })],
    ['one file as allowed path', report({ allowed_paths: ['src/slugify.js'] })],
    ['a key of the harness’s own', report({ duration_ms: 252_000 })],
    ['a run that an hour of another zone names', report({ started_at: '2026-06-02T12:15:00+02:00' })],
    ['a lookalike of a target', also('backend/stdout.log', 'read /srv/shops/storefront-notes/x')],
  ])('%s', async (_, changes, options) => {
    expect(await shortfalls(changes, undefined, options)).toEqual([]);
  });
});

const link: Arrange = (root) => symlinkSync('/etc/hostname', join(root, 'backend/host.txt'));
const pipe: Arrange = (root) => execFileSync('mkfifo', [join(root, 'backend/pipe')]);
const linked: Arrange = (root) => {
  rmSync(join(root, 'test.log'));
  symlinkSync(join(root, 'report.md'), join(root, 'test.log'));
};

const CASES: [string, RunChanges, Arrange?][] = [
  ['files backend', files({ 'backend/stdout.log': undefined })],
  ...Object.keys(ARTIFACTS)
    .filter((path) => !path.includes('/') && path !== 'patch.diff')
    .map((path): [string, RunChanges] => [`files ${path}`, files({ [path]: undefined })]),
  ['files backend/host.txt', {}, link],
  ['files backend/pipe', {}, pipe],
  ['files backend/stderr.log', files({ 'backend/stderr.log': Buffer.from([0xff, 0, 0xfe, 1]) })],
  [
    'report report.json:3',
    { name: RUN_ID, report: { remark: undefined }, text: (text) => text.replace('{', '{\n"run_id": "x",') },
  ],
  ['engine report.json:3', report({ engine: 'fake' })],
  ['stage report.json:4', report({ stage: 1 })],
  ['status report.json:5', report({ status: 'fail' })],
  ['status report.json:5', report({ status: 'Pass' })],
  ['digests trace.jsonl:1', {}, (root) => appendFileSync(join(root, 'trace.jsonl'), '{}\n')],
  ['digests backend/more.log:1', {}, (root) => appendFileSync(join(root, 'backend/more.log'), '')],
  ['digests trace.jsonl:1', { digests: ({ 'trace.jsonl': _, ...others }) => others }],
  ['digests report.json', { digests: (digests) => ({ ...digests, 'gone.log': digests['test.log'] }) }],
  ['digests report.json', { digests: (digests) => ({ ...digests, '../x': digests['test.log'] }) }],
  [
    'freshness report.json',
    report({ freshness: { ...(REPORT.freshness as object), run_id: RUN_ID.replace('4711', '4712') } }),
  ],
  [
    'freshness report.json',
    report({ freshness: { run_id: RUN_ID, oldest_artifact_at: '2026-06-02T10:14:59Z' } }),
  ],
  [
    'freshness report.json',
    report({ freshness: { run_id: RUN_ID, oldest_artifact_at: '2026-06-02T10:19:13Z' } }),
  ],
  ['freshness report.json', report({ started_at: '2026-05-31T10:15:00Z' })],
  [
    'freshness trace.jsonl',
    {},
    (root) => utimesSync(join(root, 'trace.jsonl'), 1_780_000_000, 1_780_000_000),
  ],
  ['baseline report.json', report({ baseline: { engine: 'case', run_id: RUN_ID, status: 'pass' } })],
  ['baseline report.json', report({ baseline: { engine: 'fake', run_id: RUN_ID, status: 'fail' } })],
  [
    'baseline report.json',
    report({ baseline: { engine: 'fake', run_id: RUN_ID.replace('0602', '0601'), status: 'pass' } }),
  ],
  ['process report.json', report({ case_process_started: false })],
  ['exit_code report.json', report({ backend_exit_code: 1 })],
  ['allowed_writes report.json', report({ allowed_writes_passed: false })],
  ['allowed_writes report.json', report({ allowed_paths: ['lib/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: [] })],
  ['allowed_writes report.json', report({ allowed_paths: ['SRC/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: ['/**'] })],
  ['allowed_writes report.json', report({ allowed_paths: ['src/**', '{a'] })],
  [
    'allowed_writes patch.diff',
    { report: { allowed_paths: ['src/slugify.js'] }, files: { 'patch.diff': RENAME } },
  ],
  ['changed_files report.json', report({ changed_files: [] })],
  ['changed_files report.json', report({ changed_files: ['src/slugify.js', 'src/other.js'] })],
  ['changed_files report.json', report({ changed_files: ['src/slugify.js', 'src/slugify.js'] })],
  ['changed_files patch.diff:1', files({ 'patch.diff': `Dear reviewer,\n${ARTIFACTS['patch.diff']}` })],
  ['blockers report.json', report({ blockers: ['none'] })],
  [
    'provider_timeout_fail_closed backend/provider-timeout.txt:1',
    files({ 'backend/provider-timeout.txt': '' }),
  ],
  [
    'model_provider_gate_blocks backend/provider-model-not-admitted.txt:1',
    files({ 'backend/provider-model-not-admitted.txt': '' }),
  ],
  ['source_admission report.json', report({ source_admission_status: 'not_admitted' })],
  ['model_admission report.json', report({ case_model_admission_status: 'not_admitted' })],
  ['single_pair trace.jsonl:2', also('trace.jsonl', json(ANTHROPIC).replaceAll('\n', ''))],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"m\\u006fdel":"gpt-5.4"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"llm":{"modelId":"gpt-5.4"}}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"model":{"name":"local"}}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"model":"gpt-5.5","model":"gpt-5.4"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"provider":"vllm","model":"gpt-5.5"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{"text":"retry with claude-sonnet-4-6"}')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{')],
  ['single_pair trace.jsonl:2', also('trace.jsonl', '{} {}')],
  [
    'single_pair events.normalized.jsonl:3',
    also('events.normalized.jsonl', '{"fallback_provider":"anthropic"}'),
  ],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'falling back to anthropic')],
  [
    'single_pair backend/stdout.log:2',
    also('backend/stdout.log', 'POST https://api.anthropic.com/v1/messages'),
  ],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'provider: google')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'ca --model gpt-5.4')],
  ['single_pair backend/stdout.log:2', also('backend/stdout.log', 'switched to Claude-Opus-4-1')],
  [
    'single_pair case-data/config.json:9',
    files({
      'case-data/config.json': json({
        models: { default: { provider: 'openai-codex', model: 'gpt-5.5' }, reviewer: ANTHROPIC },
      }),
    }),
  ],
  ['single_pair case-data/config.json:1', files({ 'case-data/config.json': '{' })],
  ['secrets backend/stdout.log:2', also('backend/stdout.log', `token ${drawn}`)],
  ['secrets trace.jsonl:2', also('trace.jsonl', `{"header":"Bearer ${drawn}"}`)],
  ['targets backend/stdout.log:2', also('backend/stdout.log', 'cd /srv/shops/storefront/src')],
  ['targets trace.jsonl:2', also('trace.jsonl', '{"cwd":"\\/srv\\u002fshops/storefront"}')],
];

describe('one thing wrong is one condition not kept', () => {
  it.each(CASES.map(([wanted, ...rest], at) => [wanted, at, ...rest] as const))(
    '%s (%i)',
    async (wanted, _, changes, arrange) => {
      const found = await shortfalls(changes, arrange);
      const [id] = wanted.split(' ');
      const others = found.filter((one) => !one.startsWith(`${id} `));
      // A file that is not there, or no file, has no digest that could be right.
      expect(id === 'files' || id === 'report' ? [] : others).toEqual([]);
      expect(found.find((one) => one.startsWith(`${id} `))).toContain(wanted);
    },
  );

  it('names every condition', () => {
    const shown = new Set(CASES.map(([wanted]) => wanted.split(' ')[0]));
    expect([...shown].sort()).toEqual([...CONDITION_IDS].sort());
  });
});

describe('the admission', () => {
  const judge = (changes: RunChanges, options: VerifyOptions) => shortfalls(changes, undefined, options);
  const none: VerifyOptions = { admission: undefined as never };

  it('is never the word of the run', async () => {
    expect(await judge({}, none)).toEqual(['model_admission report.json:19']);
  });

  it('is the committed one where none is named', async () => {
    harness.commit({ 'route/slugify-model-admission.json': json(ADMISSION) });
    expect(await judge({}, none)).toEqual([]);
    harness.commit({ 'route/slugify-model-admission.json': json({ ...ADMISSION, model: 'gpt-5.4' }) });
    expect(await judge({}, none)).toEqual(['model_admission report.json:19']);
    harness.commit({ 'route/slugify-model-admission.json': undefined });
  });

  it.each([
    ['does not exist', 'nothing.json', undefined],
    ['is not whole', 'part.json', '{"provider":"openai-codex","model":"gpt-5.5"}'],
    ['admits another pair', 'other.json', json({ ...ADMISSION, model: 'gpt-5.4' })],
  ])('that %s admits nothing', async (_, name, text) => {
    if (text !== undefined) harness.write({ [name]: text });
    expect(await judge({}, { admission: harness.path(name) })).toEqual(['model_admission report.json:19']);
  });

  it('contradicts no committed decision', async () => {
    const path = 'route/SLUGIFY-DECISION-RECORD.md';
    harness.commit({ [path]: RECORD.replace('external_provider_approved', 'not_decided') });
    expect(await judge({}, {})).toEqual(['model_admission report.json:19']);
    harness.commit({ [path]: RECORD });
    expect(await judge({}, {})).toEqual([]);
  });
});

describe('what cannot be judged is thrown', () => {
  it.each<[string, () => string, string]>([
    ['no directory', () => harness.path('runs/none'), 'RunDirectoryError'],
    ['a file', () => harness.path('task.md'), 'RunDirectoryError'],
    [
      'a link to the run',
      () => {
        mkdirSync(harness.path('runs'), { recursive: true });
        symlinkSync(writeRun(harness.path('runs')), harness.path('runs/latest'));
        return harness.path('runs/latest');
      },
      'RunDirectoryError',
    ],
    ['a run in a target', () => '/srv/shops/storefront/run', 'GitError'],
    ['an admission in a target', () => writeRun(harness.path('runs')), 'GitError'],
  ])('%s', async (what, root, name) => {
    const admission = what.startsWith('an admission')
      ? '/srv/shops/storefront/a.json'
      : harness.path('admission.json');
    const asked = verifyEvidence(root(), { cwd: harness.root, env: harness.env, admission });
    await expect(asked).rejects.toMatchObject({ name });
  });
});

describe('files that change while they are read', () => {
  it('are told, be it in a file that was read before', async () => {
    let count = 0;
    const found = await shortfalls({}, undefined, {
      onProgress: () => {
        count += 1;
        // The last file is being read: one that is done with grows.
        if (count === Object.keys(ARTIFACTS).length)
          appendFileSync(join(harness.path('runs'), RUN_ID, 'backend/stdout.log'), 'more\n');
      },
    });
    expect(found).toContain('files backend/stdout.log:1');
  });

  it('and one that appears', async () => {
    const found = await shortfalls({}, undefined, {
      onProgress: () => appendFileSync(join(harness.path('runs'), RUN_ID, 'zz.log'), ''),
    });
    expect(found[0]).toBe('files zz.log:1');
  });

  it('a link in place of an artifact is not followed', async () => {
    expect(await shortfalls({}, linked)).toEqual(['files test.log:1', 'digests report.json:27']);
  });
});
