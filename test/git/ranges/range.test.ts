import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  comparisonBase,
  emptyRange,
  listRange,
  parseRange,
  resolveRange,
} from '../../../src/git/ranges/range.ts';
import type { Repository } from '../../../src/git/repository/repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Temporary } from '../temporary.ts';

/** Each step of a range as one line: its subject, `brought | changed`. */
async function walked(repository: Repository, text: string): Promise<string[]> {
  const walk = await listRange(repository, await resolveRange(repository, text));
  const lines: string[] = [];
  for await (const step of walk.steps()) {
    if (step.kind === 'blob') {
      lines.push(`left over: ${step.path}`);
      continue;
    }
    const list = (changes: typeof step.brought) =>
      changes.map(({ status, path }) => `${status} ${path}`).join(', ');
    lines.push(`${step.commit.message.toString().trim()}: ${list(step.brought)} | ${list(step.changed)}`);
  }
  return lines;
}

/** main: base, then a; side (from base): b; main merges side and adds c on the way. */
function merged(): { made: Temporary; base: string } {
  const made = Temporary.init();
  const base = made.commit({ base: '1', gone: '1' }, 'base');
  made.git('checkout', '--quiet', '-b', 'side');
  made.commit({ b: 'side' }, 'side');
  made.git('checkout', '--quiet', 'main');
  made.commit({ a: 'main' }, 'main');
  made.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
  made.git('rm', '--quiet', 'gone');
  made.commit({ c: 'resolution' }, 'merge');
  return { made, base };
}

describe('a range', () => {
  it('has each commit with what it brought, and what it changed', async () => {
    const made = Temporary.init();
    const base = made.commit({ a: '1' }, 'base');
    made.commit({ a: '2', token: 'x' }, 'adds');
    made.git('rm', '--quiet', 'token');
    made.commit({}, 'removes');
    made.commit({}, 'empty');
    expect(await walked(await made.open(), `${base}..HEAD`)).toEqual([
      'adds: M a, A token | M a, A token',
      'removes:  | D token',
      'empty:  | ',
    ]);
  });

  it('has merges, second parents and what a resolution brought', async () => {
    const { made, base } = merged();
    expect(await walked(await made.open(), `${base}..main`)).toEqual([
      'main: A a | A a',
      'side: A b | A b',
      'merge: A c | A b, A c, D gone',
    ]);
  });

  it('tells what a merge changed on both sides of a file', async () => {
    const made = Temporary.init();
    const base = made.commit({ file: 'one\n' }, 'base');
    made.git('checkout', '--quiet', '-b', 'side');
    made.commit({ file: 'side\n' }, 'side');
    made.git('checkout', '--quiet', 'main');
    made.commit({ file: 'main\n' }, 'main');
    expect(() => made.git('merge', '--quiet', 'side')).toThrow();
    made.commit({ file: 'both\n' }, 'merge');
    expect((await walked(await made.open(), `${base}..main`)).at(-1)).toBe('merge: M file | M file');
  });

  it('blames nothing of a base that moved on', async () => {
    const made = Temporary.init();
    made.commit({ a: '1' }, 'base');
    made.git('checkout', '--quiet', '-b', 'side');
    made.commit({ b: '1' }, 'mine');
    made.git('checkout', '--quiet', 'main');
    made.commit({ theirs: '1' }, 'theirs');
    const repository = await made.open();
    expect(await walked(repository, 'main..side')).toEqual(['mine: A b | A b']);
    const range = await resolveRange(repository, 'main..side');
    expect(await comparisonBase(repository, range)).toBe(made.git('rev-parse', 'main~1'));
  });

  it('has a rename as an addition, a change of type and of mode as changes', async () => {
    const made = Temporary.init();
    const base = made.commit(
      { old: 'a text that is long enough to be seen as moved', typed: 'x', tool: 'x' },
      'base',
    );
    made.git('mv', 'old', 'new');
    const link = made.blob('new');
    made.git('update-index', '--chmod=+x', 'tool');
    made.stage({ mode: '120000', blob: link, path: 'typed' });
    made.git('commit', '--quiet', '--message', 'change');
    expect(await walked(await made.open(), `${base}..HEAD`)).toEqual([
      'change: A new, M tool, T typed | A new, D old, M tool, T typed',
    ]);
  });

  it('has everything of an unrelated history', async () => {
    const made = Temporary.init();
    made.commit({ a: '1' }, 'base');
    made.git('checkout', '--quiet', '--orphan', 'other');
    made.commit({ b: '1' }, 'root');
    const repository = await made.open();
    expect(await walked(repository, 'main..other')).toEqual(['root: A a, A b | A a, A b']);
    expect(await comparisonBase(repository, await resolveRange(repository, 'main..other'))).toBeUndefined();
  });

  it('judges both blobs of a name that a tree has twice', async () => {
    const made = Temporary.init();
    const base = made.commit({ a: 'one\n' }, 'base');
    const entry = (id: string) => Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(id, 'hex')]);
    const bytes = Buffer.concat([entry(made.blob('one\n')), entry(made.blob('two\n'))]);
    const tree = made
      .gitBytes(['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], bytes)
      .toString()
      .trim();
    made.git('update-ref', 'refs/heads/main', made.git('commit-tree', tree, '-p', base, '-m', 'twice'));
    expect(await walked(await made.open(), `${base}..main`)).toEqual(['twice: A a | A a']);
  });

  it('believes neither grafts nor replacements', async () => {
    const made = Temporary.init();
    const base = made.commit({ a: '1' }, 'base');
    const hidden = made.commit({ token: 'x' }, 'hidden');
    const head = made.commit({ b: '1' }, 'head');
    made.write('.git/info/grafts', `${head} ${base}\n`);
    made.git('replace', '--graft', head, base);
    made.git('replace', hidden, base);
    expect(await walked(await made.open(), `${base}..${head}`)).toEqual([
      'hidden: A token | A token',
      'head: A b | A b',
    ]);
  });

  it('keeps names that look like a commit or like an entry', async () => {
    const made = Temporary.init();
    const base = made.commit({}, 'base');
    const names = ['12'.repeat(20), ':100644 100644 x', 'a\nb', 'trailing '];
    made.stage(...names.map((path) => ({ blob: made.blob('x'), path })), {
      blob: made.blob('y'),
      path: Buffer.from([0xff]),
    });
    made.git('commit', '--quiet', '--message', 'names');
    const [line] = await walked(await made.open(), `${base}..main`);
    for (const name of [...names, '\\xff']) expect(line).toContain(`A ${name}`);
  });

  it('works in a SHA-256 repository, bare', async () => {
    const made = Temporary.init('--object-format=sha256');
    const base = made.commit({ a: '1' }, 'base');
    made.commit({ b: '1' }, 'next');
    const bare = Temporary.init('--bare', '--object-format=sha256');
    made.git('push', '--quiet', bare.root, 'main');
    expect(await walked(await bare.open(), `${base}..main`)).toEqual(['next: A b | A b']);
  });

  it('of many commits has every one', async () => {
    const made = Temporary.init();
    const base = made.commit({}, 'base');
    const stream = Array.from({ length: 1_500 }, (_, index) => {
      const from = index === 0 ? `from ${base}\n` : '';
      return `commit refs/heads/main\ncommitter C <c> 1 +0000\ndata 1\nx\n${from}M 100644 inline f${index}\ndata 1\ny\n`;
    });
    made.gitBytes(['fast-import', '--quiet', '--force'], stream.join(''));
    const lines = await walked(await made.open(), `${base}..main`);
    expect(lines).toHaveLength(1_500);
    expect(lines.at(-1)).toBe('x: A f1499 | A f1499');
  });
});

describe('a range without commits', () => {
  it.each([
    ['HEAD..HEAD', 'same'],
    ['HEAD..HEAD~1', 'reversed'],
  ])('%s is %s', async (text, expected) => {
    const made = Temporary.init();
    made.commit({ a: '1' });
    made.commit({ a: '2' });
    const repository = await made.open();
    const range = await resolveRange(repository, text);
    expect((await listRange(repository, range)).commits).toEqual([]);
    expect(emptyRange(range)).toBe(expected);
  });
});

it.each([
  ['a..b', 'a', 'b'],
  ['a...b', 'a', 'b'],
  ['a..', 'a', 'HEAD'],
  ['..b', 'HEAD', 'b'],
  ['v1.0..HEAD~2', 'v1.0', 'HEAD~2'],
])('reads %s', (text, base, head) => {
  expect(parseRange(text)).toEqual({ base, head });
});

it.each(['', '..', 'HEAD', '--all'])('takes %j for no range', (text) => {
  expect(() => parseRange(text)).toThrow(/form BASE..HEAD/);
});

describe('a clone that lacks a part', () => {
  function source(): { made: Temporary; first: string } {
    const made = Temporary.init();
    const first = made.commit({ a: '1' }, 'one');
    made.commit({ a: '2' }, 'two');
    made.commit({ a: '3' }, 'three');
    return { made, first };
  }

  function clone(made: Temporary, ...options: string[]): Temporary {
    const cloned = new Temporary(temporaryFolder('shared'));
    cloned.git('clone', '--quiet', ...options, `file://${made.root}`, '.');
    return cloned;
  }

  const MENDED = { help: expect.stringMatching(/git remote set-branches .* git fetch --unshallow/) };

  it('is an error where the base is missing', async () => {
    const { made, first } = source();
    await expect(walked(await clone(made, '--depth=1').open(), `${first}..HEAD`)).rejects.toMatchObject(
      MENDED,
    );
  });

  it('is an error where a commit of the range has lost its parents', async () => {
    const { made } = source();
    made.git('branch', 'other', 'HEAD~2');
    const cloned = clone(made, '--depth=2');
    cloned.git('fetch', '--quiet', '--depth=1', 'origin', 'other');
    await expect(walked(await cloned.open(), 'FETCH_HEAD..HEAD')).rejects.toMatchObject(MENDED);
  });

  it('is none where the range does not reach the cut', async () => {
    const { made } = source();
    const cloned = clone(made, '--depth=2');
    expect(await walked(await cloned.open(), 'HEAD~1..HEAD')).toEqual(['three: M a | M a']);
  });

  it('lists what a partial clone did not fetch, without fetching it', async () => {
    const { made, first } = source();
    made.git('config', 'uploadpack.allowFilter', 'true');
    const cloned = clone(made, '--filter=blob:none', '--no-checkout');
    expect(await walked(await cloned.open(), `${first}..HEAD`)).toEqual([
      'two: M a | M a',
      'three: M a | M a',
    ]);
    expect(cloned.git('rev-list', '--objects', '--missing=print', 'HEAD')).toContain('?');
  });

  it('is an error where a tree is gone', async () => {
    const { made, first } = source();
    const tree = made.git('rev-parse', 'HEAD^{tree}');
    rmSync(join(made.root, '.git/objects', tree.slice(0, 2), tree.slice(2)));
    await expect(walked(await made.open(), `${first}..HEAD`)).rejects.toMatchObject({ name: 'GitError' });
  });
});

it.each(['-x..HEAD', 'HEAD..--output=x', '12..34', `${'12'.repeat(20)}..HEAD`])(
  'refuses %s',
  async (text) => {
    const made = Temporary.init();
    made.commit({ a: '1' });
    await expect(resolveRange(await made.open(), text)).rejects.toMatchObject({
      name: 'GitError',
      help: expect.stringContaining('git fetch'),
    });
  },
);
