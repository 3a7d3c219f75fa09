import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listIndex, listStaged } from '../../../src/git/listings/index-listing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ENVIRONMENT, Temporary } from '../temporary.ts';

describe('what is staged', () => {
  it('is every entry, before the first commit', async () => {
    const made = Temporary.init().write('a.md', 'a').write('b/c.md', 'c');
    made.git('add', '.');
    expect(
      (await listStaged(await made.open())).map(({ status, path, base }) => [status, path, base]),
    ).toEqual([
      ['A', 'a.md', undefined],
      ['A', 'b/c.md', undefined],
    ]);
  });

  it('is every entry, before the first commit of a SHA-256 repository', async () => {
    const made = Temporary.init('--object-format=sha256').write('a.md', 'a');
    made.git('add', '.');
    const [change] = await listStaged(await made.open());
    expect(change).toMatchObject({
      status: 'A',
      path: 'a.md',
      next: { blob: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it('tells additions, changes, renames, deletions and changes of type', async () => {
    const made = Temporary.init();
    made.commit({
      changed: '1',
      gone: '2',
      renamed: 'a long enough text, so that git would see a rename',
      typed: '4',
    });
    made.write('changed', '1b').write('new', 'n');
    made.git('mv', 'renamed', 'other');
    made.git('rm', '--quiet', 'gone');
    rmSync(join(made.root, 'typed'));
    symlinkSync('new', join(made.root, 'typed'));
    made.git('add', '--all');
    const changes = await listStaged(await made.open());
    expect(changes.map(({ status, path, base, next }) => [status, path, base?.mode, next?.mode])).toEqual([
      ['M', 'changed', '100644', '100644'],
      ['D', 'gone', '100644', undefined],
      ['A', 'new', undefined, '100644'],
      ['A', 'other', undefined, '100644'],
      ['D', 'renamed', '100644', undefined],
      ['T', 'typed', '100644', '120000'],
    ]);
    expect(changes[0]!.next!.blob).toBe(made.git('rev-parse', ':changed'));
    expect(changes[0]!.base!.blob).toBe(made.git('rev-parse', 'HEAD:changed'));
  });

  it('is the index, never the working tree', async () => {
    const made = Temporary.init();
    made.commit({ a: 'good' });
    made.write('a', 'staged');
    made.git('add', 'a');
    made.write('a', 'good');
    const changes = await listStaged(await made.open());
    expect(changes.map(({ path, next }) => [path, next?.blob])).toEqual([['a', made.blob('staged')]]);
    made.git('reset', '--quiet');
    made.write('a', 'only on disk');
    expect(await listStaged(await made.open())).toEqual([]);
  });

  it('is the index that the hook was given', async () => {
    const made = Temporary.init();
    made.commit({ a: '1', b: '1' });
    made.write('b', '2');
    const index = join('.git', 'next-index-1.lock');
    made.gitBytes(['read-tree', 'HEAD'], '', { GIT_INDEX_FILE: index });
    made.gitBytes(['update-index', 'b'], '', { GIT_INDEX_FILE: index });
    const env = { ...ENVIRONMENT, GIT_INDEX_FILE: index };
    expect((await listStaged(await made.open({ env, hook: true }))).map((change) => change.path)).toEqual([
      'b',
    ]);
    expect(await listStaged(await made.open({ env }))).toEqual([]);
  });

  it('from a subdirectory is the whole index, whatever diff.relative says', async () => {
    const made = Temporary.init();
    made.commit({ 'a/b': '1' });
    made.write('a/b', '2').write('c', '3');
    made.git('add', '.');
    made.git('config', 'diff.relative', 'true');
    const repository = await made.open({ cwd: join(made.root, 'a') });
    expect((await listStaged(repository)).map((change) => change.path)).toEqual(['a/b', 'c']);
    expect((await listIndex(repository)).entries.map((entry) => entry.path)).toEqual(['a/b', 'c']);
  });

  it('sees a moved submodule that .gitmodules tells git to ignore', async () => {
    const made = Temporary.init();
    const first = made.commit({ '.gitmodules': '[submodule "s"]\npath = s\nurl = ./s\nignore = all\n' });
    made.stage({ mode: '160000', blob: first, path: 's' });
    made.git('commit', '--quiet', '--message', 'add');
    const second = made.git('rev-parse', 'HEAD');
    made.stage({ mode: '160000', blob: second, path: 's' });
    expect(await listStaged(await made.open())).toEqual([
      {
        path: 's',
        status: 'M',
        base: { mode: '160000', blob: first },
        next: { mode: '160000', blob: second },
      },
    ]);
  });

  it('keeps names of any bytes', async () => {
    const made = Temporary.init();
    const blob = made.blob('x');
    const names = [
      'new\nline',
      'tab\t"quote"\\',
      'é',
      ' trailing ',
      '-dash',
      ':!q.md',
      'star*.md',
      'cr\r',
      '\u001b[31m',
    ];
    const bytes = [Buffer.from([0x61, 0xe9]), Buffer.from([0x61, 0xe8])];
    made.stage(...[...names.map((name) => Buffer.from(name)), ...bytes].map((path) => ({ blob, path })));
    const paths = (await listStaged(await made.open())).map((change) => change.path);
    expect(paths.toSorted()).toEqual([...names, 'a\\xe9', 'a\\xe8'].toSorted());
  });

  it('passes over what was announced only', async () => {
    const made = Temporary.init();
    made.commit({ kept: '', emptied: '' });
    made.write('announced', 'text').write('empty', '');
    made.git('add', '--intent-to-add', 'announced');
    made.git('add', 'empty');
    made.git('rm', '--quiet', '--cached', 'emptied');
    made.git('add', '--intent-to-add', 'emptied');
    const repository = await made.open();
    expect((await listStaged(repository)).map(({ status, path }) => [status, path])).toEqual([
      ['D', 'emptied'],
      ['A', 'empty'],
    ]);
    const index = await listIndex(repository);
    expect(index.entries.map((entry) => entry.path)).toEqual(['empty', 'kept']);
    const asked = ['announced', 'empty', 'emptied', 'kept'];
    expect(asked.filter((path) => index.has(path))).toEqual(['empty', 'kept']);
    expect(asked.filter((name) => index.hasName(name))).toEqual(['empty', 'kept']);
  });

  it('is an error while a merge is unfinished', async () => {
    const made = Temporary.inConflict();
    const repository = await made.open();
    await expect(listStaged(repository)).rejects.toThrow(/unfinished merge/);
    await expect(listIndex(repository)).rejects.toThrow(/unfinished merge/);
  });

  it('is an error in a bare repository, and inside a git directory', async () => {
    await expect(listStaged(await Temporary.init('--bare').open())).rejects.toThrow(/no working tree/);
    const made = Temporary.init();
    const repository = await made.open({ cwd: join(made.root, '.git/hooks') });
    await expect(listStaged(repository)).rejects.toThrow(/no working tree/);
  });

  it('is an error where the index is damaged', async () => {
    const made = Temporary.init();
    made.commit({ a: '1' });
    writeFileSync(join(made.root, '.git/index'), 'DIRC and no more');
    await expect(listStaged(await made.open())).rejects.toThrow(/index could not be read/);
  });
});

describe('the whole index', () => {
  it('has what a sparse checkout leaves out', async () => {
    const made = Temporary.init();
    made.commit({ 'in/a': '1', 'out/b/c': '2' });
    made.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
    expect((await listIndex(await made.open())).entries.map(({ path, sparse }) => [path, sparse])).toEqual([
      ['in/a', false],
      ['out/b/c', true],
    ]);
  });

  it('has links and submodules by their modes', async () => {
    const made = Temporary.init();
    const commit = made.commit({ plain: '1' });
    symlinkSync('plain', join(made.root, 'link'));
    made.git('add', 'link');
    made.stage(
      { mode: '160000', blob: commit, path: 'sub' },
      { mode: '100755', blob: made.blob('x'), path: 'tool' },
    );
    expect((await listIndex(await made.open())).entries.map(({ path, mode }) => [path, mode])).toEqual([
      ['link', '120000'],
      ['plain', '100644'],
      ['sub', '160000'],
      ['tool', '100755'],
    ]);
  });

  it('ignores replaced objects', async () => {
    const made = Temporary.init();
    made.commit({ a: 'first' });
    made.commit({ a: 'second' });
    made.git('replace', 'HEAD', 'HEAD~1');
    made.git('replace', made.blob('second'), made.blob('first'));
    expect(await listStaged(await made.open())).toEqual([]);
  });
});

it('starts nothing that the configuration or the attributes name', async () => {
  const made = Temporary.init();
  made.commit({ a: 'a', '.gitattributes': '* filter=f diff=d\n' });
  made.write('a', 'b');
  made.git('add', 'a');
  const mark = join(temporaryFolder('shared'), 'ran');
  const keys = [
    'core.fsmonitor',
    'core.pager',
    'diff.external',
    'diff.d.textconv',
    'diff.d.command',
    'filter.f.clean',
  ];
  for (const key of [...keys, 'filter.f.smudge', 'filter.f.process'])
    made.git('config', key, `touch ${mark}; false`);
  const repository = await made.open();
  await listStaged(repository);
  await listIndex(repository);
  expect(existsSync(mark)).toBe(false);
});

it('shows one state of the index, however often it is asked', async () => {
  const made = Temporary.init();
  made.commit({ a: '1' });
  made.write('b', '2');
  made.git('add', 'b');
  const repository = await made.open();
  await listStaged(repository);
  made.write('c', '3');
  made.git('add', 'c');
  expect((await listStaged(repository)).map(({ path }) => path)).toEqual(['b']);
  expect((await listIndex(repository)).entries.map(({ path }) => path)).toEqual(['a', 'b']);
  expect((await listStaged(await made.open())).map(({ path }) => path)).toEqual(['b', 'c']);
});
