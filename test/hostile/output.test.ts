import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { commitTree, writeTree } from './tree.ts';

const CANARY = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');
/** So much of it may nowhere be read, in any case or encoding that we print. */
const PIECES = [CANARY, CANARY.slice(4, 24), Buffer.from(CANARY).toString('base64').slice(0, 24)];
const FORMATS = ['pretty', 'json', 'sarif', 'github', 'junit', 'gitlab', 'markdown'];
const HOSTILE = '##[stop-commands]x\r::error::y\u001b]0;z\u0007\u202e`|<img src=x>](y)';

function expectClean(text: string): void {
  for (const piece of PIECES) expect(text).not.toContain(piece);
}

/** A repository with the canary wherever a person could put one. */
function poisoned(): TestRepository {
  const repository = new TestRepository([], 'shared');
  repository.write({ 'fine.md': 'fine\n' }).commit();
  Object.assign(repository.env, {
    GIT_AUTHOR_NAME: `Ada ${CANARY}`,
    GIT_COMMITTER_EMAIL: `${CANARY}@example.com`,
  });
  repository
    .write({
      'a.md': `# A\n\n- decision_status: ${CANARY}\n- decision_statuss: ${CANARY}\n`,
      'b.json': `{ "decision_status": "${CANARY}", "decision_status": "${CANARY}" ${CANARY}`,
      'c.yaml': `decision_status: [${CANARY}\n  : ${CANARY}\n`,
      'plans/sot/d.md': `---\ntitle: ${CANARY}\n${CANARY}: [\n---\n`,
      'plans/sot/e.md': `---${CANARY}\n1\n---\n`,
      [`names/${CANARY}.md`]: '- decision_status: approved\n',
      'route/A-DECISION-RECORD.md': `# R\n\n## Current Decision State\n\n- decision_status: ${CANARY}\n- model: ${CANARY}\n`,
      'route/A-ISSUES.md': `# I\n\n## CTO-WORK-020 - ${CANARY}\n\nStatus: ${CANARY}\n`,
      'x-model-admission.json': `{ "${CANARY}": 1, "provider": "${CANARY}" }\n`,
      'env.txt': `TOKEN=${CANARY}\nexport KEY="${CANARY}"\n`,
    })
    .link('link', `/tmp/${CANARY}`)
    .commit(`message ${CANARY}`);
  repository.git('tag', '-a', `t-${CANARY}`, '-m', CANARY);
  repository.git('branch', `b-${CANARY}`);
  repository.git('config', 'remote.origin.url', `https://x:${CANARY}@example.com/a`);
  return repository;
}

describe('I: a secret is in no output', () => {
  let repository: TestRepository;
  beforeAll(() => {
    repository = poisoned();
  });

  it('of any format, on standard output, standard error or in a file', () => {
    const files = FORMATS.flatMap((format) => ['--format', `${format}:.git/reports/${format}`]);
    const ended = repository.start(['--range', 'HEAD~1..HEAD', ...files]);
    expect(ended.code).toBe(1);
    expectClean(ended.stdout + ended.stderr);
    for (const format of FORMATS) {
      const text = readFileSync(join(repository.root, '.git/reports', format), 'utf8');
      expect(text).toContain('no-secret-value');
      expectClean(text);
    }
  });

  it('of a whole history, its refs and tags', async () => {
    const ended = await repository.run(['--history']);
    expect(ended.code).toBe(1);
    expectClean(ended.stdout + ended.stderr);
  });

  const ZEROS = '0'.repeat(40);

  const commands: readonly (readonly [args: readonly string[], input?: string])[] = [
    [['status']],
    [['status', '--format', 'json']],
    [['status', '--format', 'mermaid']],
    [['status', '--format', 'html']],
    [['explain', `names/${CANARY}.md`]],
    [['gate']],
    [['gate', '--format', 'json', '--', 'ca', CANARY]],
    [['gate', '--', 'ca', CANARY]],
    [['gate', '--build-report', `/tmp/${CANARY}`, '--run-dir', `/tmp/${CANARY}/x`]],
    [['doctor']],
    [['doctor', '--format', 'json']],
    [['evidence', 'verify', `/tmp/${CANARY}`]],
    [['evidence', 'index', `/tmp/${CANARY}`, '-o', `/tmp/${CANARY}/x`]],
    [['merge', `/tmp/${CANARY}`]],
    [['targets', 'hash', CANARY]],
    [['completions', CANARY]],
    [['--stdin', '--stdin-filename', `${CANARY}.md`], `A token ${CANARY}\n`],
    [['--stdin', '--stdin-filename', 'cto-lint.config.yaml'], `${CANARY}: [${CANARY}\n`],
    [['--message', '.git/message']],
    [
      ['pre-push', 'origin', `https://x:${CANARY}@example.com/a`],
      `refs/heads/b-${CANARY} HEAD refs/heads/b-${CANARY} ${ZEROS}\n`,
    ],
    [['pre-push', 'origin', 'x'], `${CANARY}\n`],
    [['pre-receive'], `${ZEROS} HEAD refs/heads/b-${CANARY}\n`],
    [['pre-receive'], `${CANARY} ${CANARY} ${CANARY}\n`],
  ];

  it.each(commands.map(([args, input = '']) => ({ args, input })))('of $args', async ({ args, input }) => {
    repository.write({ '.git/message': `A message ${CANARY}\n` });
    const env = { CTO_HARNESS_CASE_MODEL: CANARY, CASE_DATA_DIR: `/tmp/${CANARY}`, CTO_LINT_DEBUG: '1' };
    const ended = await repository.run(args, { env, input: input.replace('HEAD', repository.head()!) });
    expectClean(ended.stdout + ended.stderr);
  });

  it.each(FORMATS)('of an end that was not reached, as %s', async (format) => {
    const limits = 'limits: { seconds: 1, fileSeconds: 0.001 }\n';
    const late = new TestRepository().write({
      'cto-lint.config.yaml': limits,
      [`${CANARY}.md`]: `${CANARY} a word\n`.repeat(50_000),
    });
    const ended = await late.run(['--format', format], { env: { CTO_LINT_DEBUG: '1' } });
    expect(ended.code).not.toBe(0);
    expectClean(ended.stdout + ended.stderr);
  });

  it.each([
    ['an option', [`--${CANARY}`]],
    ['a value', ['--format', CANARY]],
    ['a format’s file', ['--format', `json:/proc/${CANARY}/x`]],
    ['a revision', ['--rev', CANARY]],
    ['a range', ['--range', `${CANARY}..HEAD`]],
    ['a path', [`${CANARY}.md`]],
    ['a rule', ['--rule', CANARY]],
    ['a date', ['--today', CANARY]],
    ['a number', ['--max-warnings', CANARY]],
    ['a policy file', ['--policy', `/tmp/${CANARY}`]],
    ['a command', ['explain', CANARY, CANARY]],
  ])('of %s that is refused', async (_, args) => {
    const ended = await repository.run(args);
    expect(ended.code).toBe(2);
    expectClean(ended.stdout + ended.stderr);
  });

  it('of a forced crash, with the stack asked for', () => {
    const env = { CTO_LINT_DEBUG: '1', HOME: `/nowhere/${CANARY}`, NODE_OPTIONS: '--stack-size=60' };
    const ended = repository.start(['--history'], { env });
    expectClean(ended.stdout + ended.stderr);
  });

  it('and in no cache or temporary file', () => {
    repository.start(['--staged'], { env: { TMPDIR: join(repository.root, '..') } });
    const folders = [join(repository.root, '.git/cto-lint'), join(repository.root, '.git/reports')];
    for (const folder of folders.filter((path) =>
      repository.exists(path.slice(repository.root.length + 1)),
    )) {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) expectClean(readFileSync(join(entry.parentPath, entry.name), 'latin1'));
      }
    }
    expect(readdirSync(join(repository.root, '..')).filter((name) => name.startsWith('cto-lint-'))).toEqual(
      [],
    );
  });
});

describe('I: a policy that can’t be used', () => {
  it.each([
    ['an unknown key', (c: string) => `${c}: 1\n`],
    ['an unknown rule', (c: string) => `rules: { ${c}: error }\n`],
    ['a value', (c: string) => `rules: { work/drift: ${c} }\n`],
    ['broken YAML', (c: string) => `a: [${c}\n`],
    ['an alias', (c: string) => `a: *${c}\n`],
    ['a glob', (c: string) => `protected: ["{${c}"]\n`],
    ['a pattern', (c: string) => `declare: [{ id: local/a, kind: file, message: m, forbid: "(${c}" }]\n`],
    ['a kind', (c: string) => `declare: [{ id: local/a, kind: ${c}, message: m, forbid: a }]\n`],
    ['a name', (c: string) => `work: { statuses: [{ ${c}: 1 }] }\n`],
    ['a target', (c: string) => `targets: [{ name: a, paths: ["${c}", 1] }]\n`],
  ])('quotes no secret: %s', async (_, made) => {
    const repository = new TestRepository();
    repository.write({ 'cto-lint.config.yaml': made(CANARY) });
    const ended = await repository.run([]);
    expect(ended.code).toBe(2);
    expectClean(ended.stdout + ended.stderr);
  });
});

describe('I: what a library would say by itself', () => {
  // yaml has Node print a warning that quotes a key which is a list. It is no output of a run in this process.
  it.each([
    ['a policy', { 'cto-lint.config.yaml': `? [${CANARY}]\n: b\n` }],
    ['a policy’s mapping', { 'cto-lint.config.yaml': `rules:\n  ? { ${CANARY}: a }\n  : error\n` }],
    ['a list of targets', { 'targets.yaml': `? [${CANARY}]\n: b\n` }],
    ['a document', { 'a.yaml': `? [${CANARY}]\n: b\n`, 'b.md': `---\n? [${CANARY}]\n: b\n---\n` }],
  ])('is not printed: %s', (_, files) => {
    const repository = new TestRepository().write(files);
    const targets =
      'targets.yaml' in files ? { CTO_LINT_TARGETS: join(repository.root, 'targets.yaml') } : {};
    const ended = repository.start([], { env: targets });
    expect(ended.code).not.toBe(0);
    expectClean(ended.stdout + ended.stderr);
    expect(ended.stderr).not.toContain('Warning');
  });
});

describe('I: what is printed steers nobody', () => {
  it.each(FORMATS)('%s', async (format) => {
    const repository = new TestRepository();
    const name = HOSTILE.replaceAll('/', '-');
    commitTree(
      repository,
      writeTree(repository, [{ name: `${name}.md`, content: `- decision_status: ${HOSTILE}\n` }]),
    );
    const { stdout, stderr, code } = await repository.run(['--rev', 'HEAD', '--format', format]);
    expect(code).toBe(1);
    const text = stdout + stderr;
    expect(text).not.toContain('##[');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/);
    const lines = text.split('\n').filter((line) => line.startsWith('::'));
    expect(
      lines.every(
        (line) => format === 'github' && /^::(?:error|warning|notice|group|endgroup|debug)\b/.test(line),
      ),
    ).toBe(true);
    if (format === 'markdown') expect(text).not.toMatch(/[^\\]<img|\]\(y\)/);
  });
});
