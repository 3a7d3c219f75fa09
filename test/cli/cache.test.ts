import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportAsWritten } from '../support/report-as-written.ts';
import { TestRepository } from '../support/repository.ts';

const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');

const folderOf = (repository: TestRepository): string => join(repository.root, '.git/cto-lint/verdicts');

/** All that a run leaves in the git directory. */
function keptIn(repository: TestRepository): readonly Buffer[] {
  const folder = folderOf(repository);
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : [];
}

const texts = fc.constantFrom(
  'nothing\n',
  '- decision_status: approved.\n',
  `key = ${TOKEN}\n`,
  '---\nlifecycle_classification: sot\n---\n',
  '## CTO-WORK-900 - A\n\nStatus: done\n',
  'PK\u0003\u0004 an archive by its first bytes',
);
const paths = fc.constantFrom('a.md', 'b/three.txt', 'plans/.sot/issues.md', 'é.md', 'x.zip');
const commits = fc.array(fc.dictionary(paths, texts, { minKeys: 1, maxKeys: 4 }), {
  minLength: 1,
  maxLength: 3,
});

describe('a run with the verdicts of earlier ones', () => {
  it('says what a run without them says', async () => {
    await fc.assert(
      fc.asyncProperty(
        commits,
        fc.constantFrom(['--history'], ['--range', 'HEAD~1..HEAD'], ['--rev', 'HEAD'], ['--staged'], []),
        fc.constantFrom([], ['--threads', '2'], ['--threads', '1']),
        async (files, scope, threads) => {
          const repository = new TestRepository();
          repository.commit('first');
          for (const [at, written] of files.entries()) repository.write(written).commit(`commit ${at}`);
          repository
            .write(files[0]!)
            .write({ 'c.md': `${TOKEN}\n`, 'd.md': 'd\n' })
            .add();
          const args = ['check', ...scope];
          const plain = await reportAsWritten(repository, ...args, '--no-cache');
          expect(keptIn(repository)).toEqual([]);
          expect(await reportAsWritten(repository, ...args, ...threads, '--cache')).toBe(plain);
          expect(await reportAsWritten(repository, ...args, ...threads, '--cache')).toBe(plain);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);

  const repository = new TestRepository([], 'shared');
  repository
    .write({ 'a.txt': 'see /srv/internal\n', 'b.txt': `${TOKEN}\n`, [`${TOKEN}.txt`]: 'c\n' })
    .commit();

  it('keeps no text', async () => {
    await reportAsWritten(repository, 'check', '--cache');
    const kept = keptIn(repository);
    expect(kept).toHaveLength(1);
    for (const part of [TOKEN, TOKEN.slice(4), 'internal', 'a.txt'])
      expect(kept.map((bytes) => bytes.includes(part))).toEqual([false]);
  });

  it.each([
    [
      'another policy',
      'declare: [{ id: local/name, kind: file, severity: error, message: No., forbid: internal }]\n',
    ],
    ['another list of targets', 'targets: [{ name: internal, paths: [/srv/internal] }]\n'],
  ])('does not excuse anything under %s', async (_, policy) => {
    await reportAsWritten(repository, 'check', '--cache');
    const file = join(repository.root, 'cto-lint.config.yaml');
    writeFileSync(file, `extends: cto\n${policy}`);
    const plain = await reportAsWritten(repository, 'check', '--no-cache');
    expect(await reportAsWritten(repository, 'check', '--cache')).toBe(plain);
    writeFileSync(file, 'extends: cto\n');
    expect(plain).toContain('"path": "a.txt"');
  });

  it('does not take a rule that was not asked for as judged', async () => {
    const other = new TestRepository();
    other.write({ 'b.txt': `${TOKEN}\n` }).commit();
    await reportAsWritten(other, 'check', '--cache', '--rule', 'file/unreadable');
    expect(keptIn(other)).toHaveLength(1);
    expect(await reportAsWritten(other, 'check', '--cache')).toBe(
      await reportAsWritten(other, 'check', '--no-cache'),
    );
  });

  it.each([[['--rev', 'HEAD']], [['--history']]])(
    'tells of a clean file that is gone since, with %s',
    async (scope) => {
      const other = new TestRepository();
      other.write({ 'a.txt': 'a\n', 'b.md': '# B\n', 'c.txt': `${TOKEN}\n` }).commit();
      const args = ['check', ...scope, '--cache'];
      const before = await reportAsWritten(other, ...args);
      expect(await reportAsWritten(other, ...args)).toBe(before);
      for (const path of ['a.txt', 'b.md']) {
        const blob = other.git('rev-parse', `HEAD:${path}`).trim();
        rmSync(join(other.root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      }
      const after = await reportAsWritten(other, ...args);
      expect(after).toBe(await reportAsWritten(other, 'check', ...scope, '--no-cache'));
      expect(after.match(/"ruleId": "file\/unreadable"/g)).toHaveLength(2);
    },
  );

  const FILES = Object.fromEntries(Array.from({ length: 130 }, (_, at) => [`${at}.txt`, `${at}\n`]));

  it.each<[string, NodeJS.ProcessEnv, readonly string[], number]>([
    ['in CI', { CI: 'true' }, [], 0],
    ['in CI that asks for it', { CI: 'true' }, ['--cache'], 1],
    ['elsewhere', {}, [], 1],
    ['where it is not wanted', {}, ['--no-cache'], 0],
    ['where there are few files', {}, ['0.txt', '1.txt'], 0],
  ])('is kept %s', async (_, env, args, files) => {
    const many = new TestRepository();
    many.write(FILES).commit();
    expect((await many.run(['check', ...args], { env })).code).toBe(0);
    expect(keptIn(many)).toHaveLength(files);
  });
});
