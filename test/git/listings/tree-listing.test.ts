import { expect, it } from 'vitest';
import { diffTrees, listRoot, listTree } from '../../../src/git/listings/tree-listing.ts';
import { toObjectId } from '../../../src/git/object-id.ts';
import { Temporary } from '../temporary.ts';

it('lists every entry of a commit, from a subdirectory and in a bare repository too', async () => {
  const made = Temporary.init();
  const head = toObjectId(made.commit({ 'a/b': '1', c: '2', '-d\n': '3' }))!;
  const expected = [
    { path: '-d\n', mode: '100644', blob: made.blob('3') },
    { path: 'a/b', mode: '100644', blob: made.blob('1') },
    { path: 'c', mode: '100644', blob: made.blob('2') },
  ];
  expect(await listTree(await made.open({ cwd: `${made.root}/a` }), head)).toEqual(expected);
  const bare = Temporary.init('--bare');
  made.git('push', '--quiet', bare.root, 'main');
  expect(await listTree(await bare.open(), head)).toEqual(expected);
});

it('lists what is at the root alone', async () => {
  const made = Temporary.init();
  const head = toObjectId(made.commit({ 'a/b': '1', c: '2', 'd*': '3' }))!;
  const entries = await listRoot(await made.open({ cwd: `${made.root}/a` }), head);
  expect(entries).toEqual([
    { path: 'c', mode: '100644', blob: made.blob('2') },
    { path: 'd*', mode: '100644', blob: made.blob('3') },
  ]);
});

it.each([
  [
    'a name twice',
    [
      ['a', 'one'],
      ['a', 'two'],
    ],
  ],
  [
    'names out of order',
    [
      ['z', 'one'],
      ['a', 'two'],
      ['b', 'one'],
    ],
  ],
] as const)('gives all of a tree that has %s', async (_, names) => {
  const made = Temporary.init();
  const tree = toObjectId(made.tree(...names))!;
  const expected = names.map(([path, text]) => [path, made.blob(text)]);
  for (const list of [listTree, listRoot]) {
    const entries = await list(await made.open(), tree);
    expect(entries.map(({ path, blob }) => [path, blob])).toEqual(expected);
  }
});

it('compares two revisions', async () => {
  const made = Temporary.init();
  const base = toObjectId(made.commit({ a: '1', b: '1', c: 'moved as it is' }))!;
  made.git('rm', '--quiet', 'b');
  made.git('mv', 'c', 'd');
  const next = toObjectId(made.commit({ a: '2' }))!;
  const changes = await diffTrees(await made.open(), base, next);
  expect(changes.map(({ status, path }) => `${status} ${path}`)).toEqual(['M a', 'D b', 'D c', 'A d']);
});

it('is an error for an object that is no tree, or none at all', async () => {
  const made = Temporary.init();
  const repository = await made.open();
  await expect(listTree(repository, toObjectId(made.blob('x'))!)).rejects.toMatchObject({ name: 'GitError' });
  await expect(listTree(repository, toObjectId('12'.repeat(20))!)).rejects.toMatchObject({
    name: 'GitError',
  });
});
