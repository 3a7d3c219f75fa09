import { execFileSync } from 'node:child_process';
import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listWorktree, lookForFiles } from '../../src/git/listings/worktree-listing.ts';
import { readWorktree, readWorktreeFile } from '../../src/git/listings/worktree-reading.ts';
import type { Repository } from '../../src/git/repository/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Temporary } from './temporary.ts';

async function contents(repository: Repository, maxBytes = 1_000) {
  const { entries } = await listWorktree(repository);
  const found: Record<string, string> = {};
  for await (const { entry, answer } of readWorktree(repository, entries, { maxBytes })) {
    found[entry.path] = answer.kind === 'object' ? answer.bytes.toString() : answer.kind;
  }
  return found;
}

it('is tracked files and untracked ones that git does not ignore, as they are on disk', async () => {
  const made = Temporary.init();
  made.commit({ '.gitignore': 'ignored\n', kept: '1', changed: '2', deleted: '3' });
  rmSync(join(made.root, 'deleted'));
  made.write('changed', '2b').write('new/x', '4').write('ignored', '5');
  expect(await contents(await made.open({ cwd: join(made.root, 'new') }))).toEqual({
    '.gitignore': 'ignored\n',
    kept: '1',
    changed: '2b',
    'new/x': '4',
  });
});

it('is one state of it for a run', async () => {
  const made = Temporary.init().write('a', '1');
  const repository = await made.open();
  expect(await contents(repository)).toEqual({ a: '1' });
  made.write('b', '2');
  expect([await contents(repository), await contents(await made.open())]).toEqual([
    { a: '1' },
    { a: '1', b: '2' },
  ]);
});

it('is a few files of it, tracked or not, when no others are asked for', async () => {
  const made = Temporary.init();
  made.commit({ '.gitignore': 'ignored\n', '[a]': '1', b: '2', 'x/b': '3' });
  made.write('new', '4').write('ignored', '5');
  const repository = await made.open({ cwd: join(made.root, 'x') });
  const found = await lookForFiles(repository, ['[a]', 'b', 'new', 'ignored', 'gone', '*']);
  expect(found.map(({ path, tracked }) => [path, tracked !== undefined])).toEqual([
    ['[a]', true],
    ['b', true],
    ['new', false],
  ]);
});

it('before the first commit', async () => {
  expect(await contents(await Temporary.init().write('a', '1').open())).toEqual({ a: '1' });
});

it('gives the id that git gives', async () => {
  for (const format of ['sha1', 'sha256']) {
    const made = Temporary.init(`--object-format=${format}`).write('a', 'text\r\n');
    const repository = await made.open();
    const { entries } = await listWorktree(repository);
    for await (const { answer } of readWorktree(repository, entries, { maxBytes: 100 })) {
      expect(answer.id).toBe(made.blob('text\r\n'));
    }
  }
});

it('tells links and programs, and reads where a link leads instead of following it', async () => {
  const made = Temporary.init();
  const elsewhere = temporaryFolder('shared');
  made.write('tool', 'x');
  chmodSync(join(made.root, 'tool'), 0o755);
  symlinkSync(elsewhere, join(made.root, 'link'));
  const repository = await made.open();
  const { entries } = await listWorktree(repository);
  expect(entries.map(({ path, mode }) => [path, mode])).toEqual([
    ['link', '120000'],
    ['tool', '100755'],
  ]);
  expect(await contents(repository)).toEqual({ link: elsewhere, tool: 'x' });
});

it('does not read through a link in the middle of a path', async () => {
  const made = Temporary.init();
  made.commit({ 'folder/a': 'inside' });
  const elsewhere = new Temporary(temporaryFolder('shared')).write('a', 'outside');
  rmSync(join(made.root, 'folder'), { recursive: true });
  symlinkSync(elsewhere.root, join(made.root, 'folder'));
  expect(await contents(await made.open())).toEqual({ folder: elsewhere.root });
});

it('passes over a file that became a link, or went, after it was listed', async () => {
  const made = Temporary.init().write('a/b', '1').write('c', '2').write('d', '3');
  const repository = await made.open();
  const { entries } = await listWorktree(repository);
  renameSync(join(made.root, 'a'), join(made.root, 'old'));
  symlinkSync(join(made.root, 'old'), join(made.root, 'a'));
  rmSync(join(made.root, 'c'));
  const paths: string[] = [];
  for await (const { entry } of readWorktree(repository, entries, { maxBytes: 9 })) paths.push(entry.path);
  expect(paths).toEqual(['d']);
});

it('never opens a pipe', async () => {
  const made = Temporary.init();
  made.commit({ pipe: '1', file: '2' });
  rmSync(join(made.root, 'pipe'));
  execFileSync('mkfifo', [join(made.root, 'pipe')]);
  expect(await contents(await made.open())).toEqual({ file: '2' });
});

it('answers with the size alone what is too large', async () => {
  const made = Temporary.init().write('large', '123456').write('small', '12345');
  expect(await contents(await made.open(), 5)).toEqual({ large: 'too-large', small: '12345' });
});

it('takes from the index what a sparse checkout keeps off the disk', async () => {
  const made = Temporary.init();
  made.commit({ 'in/a': '1', 'out/b': '2', 'out/c': '3' });
  made.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
  made.write('out/c', '3 on disk after all');
  expect(await contents(await made.open())).toEqual({
    'in/a': '1',
    'out/b': '2',
    'out/c': '3 on disk after all',
  });
});

it('names submodules, and folders with a repository of their own', async () => {
  const made = Temporary.init();
  const commit = made.commit({ a: '1' });
  made.stage({ mode: '160000', blob: commit, path: 'sub' });
  made.git('init', '--quiet', 'nested');
  new Temporary(join(made.root, 'nested')).commit({ b: '2' });
  const { entries, nested } = await listWorktree(await made.open());
  expect(entries.map(({ path, from }) => [path, from])).toEqual([
    ['a', 'file'],
    ['sub', 'gitlink'],
  ]);
  expect(nested).toEqual(['nested/']);
});

it('lists a path in conflict once', async () => {
  const made = Temporary.inConflict();
  const { entries } = await listWorktree(await made.open());
  expect(entries.map(({ path }) => path)).toEqual(['a']);
});

it('keeps names of any bytes', async () => {
  const made = Temporary.init();
  const names = ['new\nline', 'tab\t"', ' trailing ', '-dash', ':!q.md', 'star*.md', '\\xe9'];
  for (const name of names) made.write(name, name);
  execFileSync('sh', ['-c', 'printf latin > "$(printf \'a\\351\')"'], {
    cwd: made.root,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const expected = Object.fromEntries(names.map((name) => [name === '\\xe9' ? '\\x5cxe9' : name, name]));
  expect(await contents(await made.open())).toEqual({ ...expected, 'a\\xe9': 'latin' });
});

it('is an error in a bare repository', async () => {
  await expect(listWorktree(await Temporary.init('--bare').open())).rejects.toThrow(/no working tree/);
});

it('reads one file, and no link', async () => {
  const made = Temporary.init().write('a/b', 'text');
  symlinkSync('a', join(made.root, 'link'));
  symlinkSync('a/b', join(made.root, 'file'));
  const repository = await made.open();
  const read = (path: string) => readWorktreeFile(repository, path, { maxBytes: 4 })?.toString();
  expect(['a/b', 'a', 'link/b', 'file', 'nothing'].map(read)).toEqual(['text', ...Array(4).fill(undefined)]);
  expect(() => readWorktreeFile(repository, 'a/b', { maxBytes: 3 })).toThrow(/larger/);
});

it('does not let git look into a folder that is kept out', async () => {
  const made = Temporary.init();
  const names = ['target', 'odd *[name]\\'];
  for (const name of names) {
    made.git('init', '--quiet', name);
    // Who opens this waits for ever.
    rmSync(join(made.root, name, '.git/HEAD'));
    execFileSync('mkfifo', [join(made.root, name, '.git/HEAD')]);
  }
  made.write('a', '1');
  const keepOut = names.map((name) => join(made.root, name));
  const { entries, nested } = await listWorktree(await made.open({ keepOut, patience: 5_000 }));
  expect(entries.map(({ path }) => path)).toEqual(['a']);
  expect(nested).toEqual([]);
});

it('is an error where a tracked path lies in a forbidden place', async () => {
  const made = Temporary.init();
  made.commit({ 'target/a': '1' });
  const isForbidden = (path: string) => path.startsWith(join(made.root, 'target'));
  await expect(made.open({ isForbidden }).then(listWorktree)).rejects.toThrow(/Target Repository/);
});
