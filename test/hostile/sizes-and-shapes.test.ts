import { execFileSync } from 'node:child_process';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { commitTree, writeTree } from './tree.ts';

const TOKEN = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Texts that hide a token behind more of the same than anybody would read. */
const BEHIND: readonly (readonly [string, (token: string) => string | Buffer])[] = [
  ['100,000 escapes', (token) => `${'\\_'.repeat(100_000)} ${token.replace('_', '\\_')}\n`],
  [
    '100,000 invisible signs',
    (token) => `${'a\u200b'.repeat(100_000)} ${token.slice(0, 9)}\u200b${token.slice(9)}\n`,
  ],
  [
    '500 KB of base64',
    (token) => `${Buffer.from(`${'words '.repeat(60_000)}${token}`).toString('base64')}\n`,
  ],
  ['400 KB of hex', (token) => `${Buffer.from(`${'words '.repeat(33_000)}${token}`).toString('hex')}\n`],
  [
    '8 KB of wide letters in a binary file',
    (token) => Buffer.concat([Buffer.from([0, 1, 2, 255, 254]), wide(`${'word '.repeat(798)}${token}`)]),
  ],
];

describe('a token behind more than is looked at in one piece', () => {
  it.each(BEHIND)('%s', async (_, made) => {
    const repository = new TestRepository()
      .write({ 'bad.dat': made(TOKEN), 'fine.dat': made('no token') })
      .add();
    expect([...(await repository.rulesByPath(['--staged']))]).toEqual([
      ['bad.dat', ['secrets/no-secret-value']],
    ]);
  });
});

describe('a policy that would hold the run up', () => {
  it.each([
    ['braces in braces', `kinds: { sot: ["${'{a,aa}'.repeat(40)}b.md"] }\n`],
    ['a range of millions', 'protected: ["{1..9999999}/**"]\n'],
    ['brackets in brackets', `work: ${'['.repeat(50_000)}\n`],
    ['keys of keys', `${'? '.repeat(50_000)}\n`],
  ])('%s: is refused, in a word of ours', (_, text) => {
    const path = `${'a'.repeat(90)}b.md`;
    const repository = new TestRepository().write({ 'cto-lint.config.yaml': text, [path]: 'fine\n' }).add();
    const { code, stdout, stderr } = repository.start(['--staged']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^cto-lint: cto-lint\.config\.yaml(?::\d+)?: [^\n]{1,150}\n {2}[^\n]{1,150}\n$/);
  });

  it('a glob of many folders is matched, on a path of many more', async () => {
    const glob = '**/a/**/a/**/a/**/a/**/a/**/a/**/c/b.md';
    const repository = new TestRepository()
      .write({ 'cto-lint.config.yaml': `protected: ["${glob}"]\n` })
      .commit();
    const path = (end: string): string => `${'a/'.repeat(300)}${end}b.md`;
    repository.write({ [path('')]: 'fine\n', [path('c/')]: 'fine\n' }).add();
    expect([...(await repository.rulesByPath(['--staged']))]).toEqual([
      [path('c/'), ['scope/protected-path']],
    ]);
  });
});

describe('a text without a blank', () => {
  it.each([
    ['of letters', 'k'.repeat(2_000_000)],
    ['of zeros in base64', 'A'.repeat(500_000)],
    ['of signs', '+/'.repeat(1_000_000)],
    ['of base64 in lines', `${'q7Rk2VxN9tLw4ZsB'.repeat(4)}\n`.repeat(30_000)],
  ])('%s is read, and its neighbour too', async (_, text) => {
    const repository = new TestRepository().write({ 'a.txt': text, 'b.md': `key = ${TOKEN}\n` });
    expect([...(await repository.rulesByPath([]))]).toEqual([['b.md', ['secrets/no-secret-value']]]);
  });
});

const PERSON = 'committer Ada <ada@example.com> 1767225600 +0000';
const data = (text: string): readonly string[] => [`data ${Buffer.byteLength(text)}`, text];

/** Has one process make what takes several hundred otherwise. */
function fastImport({ root, env }: TestRepository, lines: readonly string[]): void {
  execFileSync('git', ['fast-import', '--quiet'], { cwd: root, env, input: `${lines.join('\n')}\n` });
}

describe('trees that no file system holds', () => {
  it('a name of 100,000 letters', async () => {
    const repository = new TestRepository();
    const long = 'n'.repeat(100_000);
    commitTree(
      repository,
      writeTree(repository, [
        { name: `${long}1.txt`, content: `key = ${TOKEN}\n` },
        { name: `${long}2.txt`, content: 'fine\n' },
      ]),
    );
    const found = await repository.rulesByPath(['--rev', 'HEAD']);
    expect([...found]).toEqual([[`${long}1.txt`, ['secrets/no-secret-value']]]);
  });

  it('300 folders in one another', async () => {
    const repository = new TestRepository();
    const folder = 'd/'.repeat(300);
    fastImport(repository, [
      'commit refs/heads/main',
      PERSON,
      'data 0',
      `M 100644 inline ${folder}bad.txt`,
      ...data(`key = ${TOKEN}\n`),
      `M 100644 inline ${folder}fine.txt`,
      ...data('fine\n'),
    ]);
    const found = await repository.rulesByPath(['--rev', 'HEAD']);
    expect([...found]).toEqual([[`${folder}bad.txt`, ['secrets/no-secret-value']]]);
  });
});

describe('commits and refs as nobody makes them', () => {
  const fine = (): TestRepository => new TestRepository().write({ 'a.txt': 'fine\n' }).commit();

  it('a message in UTF-16 that says so', async () => {
    const messages = [`key = ${TOKEN}\n`, 'a word of thanks\n'];
    const found = messages.map(async (message) => {
      const repository = fine();
      const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
      commitTree(repository, tree, wide(message), 'encoding UTF-16LE\n');
      return (await repository.run(['--range', 'HEAD~1..HEAD'])).code;
    });
    expect(await Promise.all(found)).toEqual([1, 0]);
  });

  it('a tag of a tag of a tag, 40 times', async () => {
    const repository = fine();
    const tag = (at: number, of: string): readonly string[] => [
      `tag t${at}`,
      `mark :${at + 1}`,
      `from ${of}`,
      PERSON.replace('committer', 'tagger'),
      ...data('fine\n'),
    ];
    const head = repository.git('rev-parse', 'HEAD').trim();
    const others = Array.from({ length: 39 }, (_, at) => tag(at + 1, `:${at + 1}`));
    fastImport(repository, [...tag(0, head), ...others.flat()]);
    expect(repository.git('cat-file', '-t', 't39^{}').trim()).toBe('commit');
    expect(repository.git('cat-file', 'tag', 't39')).toContain('type tag\n');
    expect((await repository.run(['--history'])).code).toBe(0);
    repository.git('tag', '-a', '-m', `key = ${TOKEN}`, 't40', 't39');
    repository.git('tag', '-a', '-m', 'fine', 't41', 't40');
    repository.git('tag', '-d', 't40');
    expect((await repository.run(['--history'])).code).toBe(1);
  });

  it.each([
    ['of an object that is not there', `${'1234567890'.repeat(4)}\n`],
    ['of no object', 'garbage\n'],
    ['of nothing', ''],
  ])('a ref %s', async (_, content) => {
    const repository = fine();
    expect((await repository.run(['--history'])).code).toBe(0);
    repository.write({ '.git/refs/heads/broken': content });
    const { code, stdout } = await repository.run(['--history', '--format', 'json']);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe.skipIf(process.platform === 'win32')('files that are none', () => {
  const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

  it('a pipe in the place of a tracked file is not waited for', async () => {
    const repository = new TestRepository().write({ 'a.md': 'fine\n', 'b.md': `key = ${TOKEN}\n` }).commit();
    rmSync(join(repository.root, 'a.md'));
    pipe(join(repository.root, 'a.md'));
    expect([...(await repository.rulesByPath([]))]).toEqual([['b.md', ['secrets/no-secret-value']]]);
  });

  it('a pipe in the place of the policy is no policy, and not none either', async () => {
    const repository = new TestRepository().write({ 'a.md': 'fine\n' }).commit();
    expect((await repository.run([])).code).toBe(0);
    pipe(join(repository.root, 'cto-lint.config.yaml'));
    const ended = await repository.run([]);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('no regular file') as string]);
  });

  it('a file of a terabyte, with nothing in it, is not read', async () => {
    const repository = new TestRepository().write({ 'a.txt': 'fine\n', 'b.txt': 'fine\n' }).commit();
    truncateSync(join(repository.root, 'a.txt'), 2 ** 40);
    expect([...(await repository.rulesByPath([]))]).toEqual([['a.txt', ['file/unreadable']]]);
  });

  it.each([
    ['a device', () => '/dev/zero'],
    [
      'a pipe',
      (root: string) => {
        pipe(join(root, 'event'));
        return join(root, 'event');
      },
    ],
    [
      'a text that is no JSON',
      (root: string) => {
        writeFileSync(join(root, 'event'), `{ "${TOKEN}`);
        return join(root, 'event');
      },
    ],
  ])('an event of a pull request that is %s', async (_, made) => {
    const repository = new TestRepository().write({ 'a.txt': 'fine\n' }).commit();
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: made(repository.root),
    };
    const { code, stdout, stderr } = await repository.run(['--range', 'auto'], { env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain(TOKEN);
  });

  it.each([
    ['a second policy', (one: TestRepository) => one.write({ 'cto-lint.config.json': '{}\n' })],
    [
      'a link',
      (one: TestRepository) => {
        rmSync(join(one.root, 'cto-lint.config.yaml'));
        return one.link('cto-lint.config.yaml', 'a.yaml');
      },
    ],
  ])('a policy that %s would stand in for', async (_, changed) => {
    const repository = new TestRepository()
      .write({ 'cto-lint.config.yaml': 'rules: {}\n', 'a.yaml': '{}\n' })
      .commit();
    expect((await repository.run(['--rev', 'HEAD'])).code).toBe(0);
    changed(repository).add();
    const { code, stdout } = await repository.run(['--staged', '--format', 'json']);
    expect([code, stdout]).toEqual([2, '']);
  });
});
