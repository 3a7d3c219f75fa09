import { appendFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type VerifyOptions, verifyEvidence } from '../../src/commands/judging/judge-run.ts';
import { CONDITION_IDS } from '../../src/verify/decide.ts';
import { ADMISSION, Harness, json, POLICY, RECORD } from '../gate/harness.ts';
import { type Arrange, also, CASES, files, linked, RENAME, report } from './cases.ts';
import { ARTIFACTS, RUN_ID, type RunChanges, writeRun } from './run.ts';

const harness = new Harness();
harness.commit({
  'cto-lint.config.yaml': `${POLICY}targets:\n  - { name: storefront, paths: ["/srv/shops/storefront"] }\n`,
});
afterEach(() => rmSync(harness.path('runs'), { recursive: true, force: true }));
afterAll(() => harness.remove());

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
    ['a log in colour', also('backend/stdout.log', '\x1b[2mmodel\x1b[0m=\x1b[36mgpt-5.5\x1b[39m')],
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

describe('without a report', () => {
  it('each condition that rests on it fails with one sentence', async () => {
    const { pass, conditions } = await verdictOn({}, (root) => rmSync(join(root, 'report.json')));
    expect([pass, conditions.map(({ id }) => id)]).toEqual([false, CONDITION_IDS]);
    const unsaid = conditions.filter(({ message }) => message === 'No report that says so can be read.');
    expect(unsaid.map(({ id }) => id)).toEqual([
      'engine',
      'stage',
      'status',
      'digests',
      'freshness',
      'baseline',
      'process',
      'exit_code',
      'allowed_writes',
      'changed_files',
      'blockers',
      'source_admission',
    ]);
    expect(unsaid.every(({ ok, more }) => !ok && more.length <= 1)).toBe(true);
  });

  it('no artifact is said to be old where no start is named', async () => {
    const { conditions } = await verdictOn(report({ started_at: undefined }));
    const freshness = conditions.find(({ id }) => id === 'freshness')!;
    expect([freshness.ok, ...freshness.more.map(({ message }) => message)]).toEqual([
      false,
      'Whether an artifact is older than the start of the run cannot be told: a time is missing.',
    ]);
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

  it('came before the start', async () => {
    for (const [time, found] of [
      ['2026-06-02T10:15:01Z', ['model_admission report.json:6']],
      ['2026-06-02T12:15:00+02:00', []],
    ] as const) {
      harness.write({ 'late.json': json({ ...ADMISSION, admission_timestamp: time }) });
      expect(await judge({}, { admission: harness.path('late.json') })).toEqual(found);
    }
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
