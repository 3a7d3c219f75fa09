import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportAsWritten } from '../support/report-as-written.ts';
import { TestRepository } from '../support/repository.ts';

/** Put together here, so that no scanner trips over this file. */
const TOKEN = ['ghp', '_', 'q7Rk2VxN9tLw4ZsB', '8mHc3YpD6fJg1EaU5oKi'].join('');

const suppression = (path: string): string =>
  `  - { rule: decision/status-value, path: ${path}, reason: kept as found, owner: ada, expires: 2999-01-31 }\n`;

/** The first excuses something in most repositories, the second in none. */
const POLICY = `extends: cto\nsuppress:\n${suppression('a/**')}${suppression('nowhere/**')}`;

const texts = fc.constantFrom(
  'nothing\n',
  '- decision_status: approved.\n',
  `key = ${TOKEN}\n`,
  '- decision_status: maybe.\n\n| decision_status | perhaps |\n',
  '## CTO-WORK-900 - A\n\nStatus: done\n',
  'PK\u0003\u0004 an archive by its first bytes',
);
const paths = fc.constantFrom('a/one.md', 'a/two.md', 'b/three.txt', 'plans/.sot/issues.md', 'é.md', 'x.zip');
const commits = fc.array(fc.dictionary(paths, texts, { minKeys: 1, maxKeys: 4 }), {
  minLength: 1,
  maxLength: 3,
});

function repositoryOf(files: readonly Record<string, string>[]): TestRepository {
  const repository = new TestRepository();
  repository.write({ 'cto-lint.config.yaml': POLICY }).commit('policy');
  for (const [at, written] of files.entries()) repository.write(written).commit(`commit ${at}`);
  return repository;
}

async function shardFiles(
  repository: TestRepository,
  args: readonly string[],
  total: number,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (let number = 1; number <= total; number++) {
    const file = join(repository.root, '..', `shard-${number}.json`);
    // In one thread or two: that makes no difference either.
    const how = ['--shard', `${number}/${total}`, '--threads', `${1 + (number % 2)}`];
    writeFileSync(file, await reportAsWritten(repository, 'check', ...args, ...how));
    files.push(file);
  }
  return files;
}

describe('shards of a run, merged', async () => {
  it('are the report of one run, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        commits,
        fc.constantFrom(['--history'], ['--range', 'HEAD~1..HEAD'], ['--rev', 'HEAD'], []),
        fc.integer({ min: 1, max: 4 }),
        async (files, args, total) => {
          const repository = repositoryOf(files);
          const whole = await reportAsWritten(repository, 'check', ...args);
          expect(await reportAsWritten(repository, 'check', ...args, '--threads', '3')).toBe(whole);
          const merged = await repository.run([
            'merge',
            ...(await shardFiles(repository, args, total)),
            '--format',
            'json',
          ]);
          expect(merged.stdout).toBe(whole);
          expect(merged.code).toBe((JSON.parse(whole) as { ok: boolean }).ok ? 0 : 1);
        },
      ),
      { numRuns: 5 },
    );
  }, 120_000);

  const repository = new TestRepository([], 'shared');
  repository
    .write({ 'a.md': '- decision_status: approved.\n', 'b.txt': `${TOKEN}\n`, 'c.txt': 'c\n' })
    .commit();
  const shards = await shardFiles(repository, [], 3);
  const other = join(repository.root, '..', 'other.json');
  writeFileSync(other, await reportAsWritten(repository, 'check', '--rev', 'HEAD', '--shard', '2/3'));
  const whole = join(repository.root, '..', 'whole.json');
  writeFileSync(whole, await reportAsWritten(repository, 'check'));
  const broken = join(repository.root, '..', 'broken.json');
  writeFileSync(broken, readFileSync(shards[1]!, 'utf8').slice(0, -20));

  const emptied = join(repository.root, '..', 'emptied.json');
  const withFindings = shards.find((file) => JSON.parse(readFileSync(file, 'utf8')).findings.length > 0)!;
  writeFileSync(emptied, JSON.stringify({ ...JSON.parse(readFileSync(withFindings, 'utf8')), findings: [] }));

  it('of named paths are the report of one run', async () => {
    const one = new TestRepository();
    one.write({ 'd/a.md': '- decision_status: approved.\n', 'd/b.md': 'b\n' });
    one.write({ 'e/.sot/X-MODEL-DECISION-RECORD.md': '# X\n', 'e/c.md': 'c\n' }).commit();
    const expected = await reportAsWritten(one, 'check', 'd');
    const { stdout } = await one.run(['merge', ...(await shardFiles(one, ['d'], 3)), '--format', 'json']);
    expect(stdout).toBe(expected);
  });

  it('need not come in order', async () => {
    expect((await repository.run(['merge', shards[2]!, shards[0]!, shards[1]!])).code).toBe(1);
  });

  it.each([
    ['one is missing', [shards[0]!, shards[2]!], 'There is no report of shard 2/3.'],
    ['one is there twice', [...shards, shards[0]!], 'A shard has two reports.'],
    ['one is of another run', [shards[0]!, other, shards[2]!], 'The reports are not of one run'],
    ['one is of no shard', [shards[0]!, whole], 'whole.json` is of no shard.'],
    ['one is cut off', [shards[0]!, broken], 'broken.json` is no JSON report of cto-lint.'],
    [
      'one lost its findings',
      shards.map((file) => (file === withFindings ? emptied : file)),
      'A report contradicts itself',
    ],
    ['one is of a secret name', [shards[0]!, `${TOKEN}.json`], 'does not exist.'],
    ['one is not there', [shards[0]!, 'nowhere.json'], 'The report `nowhere.json` does not exist.'],
  ])('are no report where %s', async (_, files, message) => {
    const { code, stdout, stderr } = await repository.run(['merge', ...files]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(TOKEN);
  });

  it('are of one run only where none is written among the files', async () => {
    const one = new TestRepository();
    one.write({ 'a.md': 'a\n', '.gitignore': 'reports/\n' }).commit();
    for (const [folder, code] of [
      ['reports/', 0],
      ['', 2],
    ] as const) {
      const files = ['1', '2'].map((index) => `${folder}shard-${index}.json`);
      for (const [at, file] of files.entries())
        await one.run(['check', '--shard', `${at + 1}/2`, '--format', `json:${file}`]);
      const merged = await one.run(['merge', ...files]);
      expect(merged.code).toBe(code);
      expect(merged.stderr.includes('a report that is written among them is one more.')).toBe(code === 2);
    }
    for (const [at, args] of [
      ['--rev', 'HEAD'],
      ['--rev', 'HEAD~0', '--today', '2026-01-31'],
    ].entries())
      await one.run(['check', ...args, '--shard', `${at + 1}/2`, '--format', `json:reports/${at}.json`]);
    const { stderr } = await one.run(['merge', 'reports/0.json', 'reports/1.json']);
    expect(stderr).toContain('number of shards.\n');
  });

  it.each([['0/3'], ['4/3'], ['3'], ['1/x'], ['1/0']])('are not asked for as %s', async (number) => {
    expect((await repository.run(['check', '--shard', number])).code).toBe(2);
  });

  it.each([[['--new-only=HEAD']], [['--max-warnings', '1']]])('go without %s', async (more) => {
    expect((await repository.run(['check', '--shard', '1/2', ...more])).code).toBe(2);
  });
});
