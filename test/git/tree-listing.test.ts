import { expect, it } from 'vitest';
import { toObjectId } from '../../src/git/object-id.ts';
import { diffTrees, listTree } from '../../src/git/tree-listing.ts';
import { Temporary } from './temporary.ts';

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

it('gives both entries of a tree that has a name twice', async () => {
  const made = Temporary.init();
  const [one, two] = [made.blob('one'), made.blob('two')];
  const entry = (id: string) => Buffer.concat([Buffer.from('100644 a\0'), Buffer.from(id, 'hex')]);
  const tree = made.gitBytes(
    ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'],
    Buffer.concat([entry(one), entry(two)]),
  );
  const entries = await listTree(await made.open(), toObjectId(tree.toString('latin1').trim())!);
  expect(entries.map(({ path, blob }) => [path, blob])).toEqual([
    ['a', one],
    ['a', two],
  ]);
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
