import { chmodSync, chownSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GitError } from '../../../src/git/git-error.ts';
import { locateTop, openRepository } from '../../../src/git/repository/repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ENVIRONMENT, Temporary } from '../temporary.ts';

const GIT_ERROR = expect.objectContaining({ name: 'GitError' });

describe('opening a repository', () => {
  it('before the first commit', async () => {
    const made = Temporary.init();
    expect(await made.open()).toMatchObject({
      root: made.root,
      gitDir: join(made.root, '.git'),
      commonDir: join(made.root, '.git'),
      bare: false,
      objectFormat: 'sha1',
      shallow: false,
      head: undefined,
    });
  });

  it('from a subdirectory, on a detached head', async () => {
    const made = Temporary.init();
    const head = made.commit({ 'a/b/c.md': 'c' });
    made.git('checkout', '--quiet', '--detach');
    expect(await made.open({ cwd: join(made.root, 'a/b') })).toMatchObject({ root: made.root, head });
  });

  it('through a link to it', async () => {
    const made = Temporary.init();
    const link = join(temporaryFolder('shared'), 'link');
    symlinkSync(made.root, link);
    expect(await made.open({ cwd: link })).toMatchObject({ root: made.root });
  });

  it('with SHA-256', async () => {
    const made = Temporary.init('--object-format=sha256');
    const head = made.commit({ a: 'a' });
    expect(await made.open()).toMatchObject({ objectFormat: 'sha256', head });
  });

  it('bare', async () => {
    const made = Temporary.init('--bare');
    expect(await made.open()).toMatchObject({ root: undefined, bare: true, gitDir: made.root });
    expect(await made.open({ cwd: join(made.root, 'refs') })).toMatchObject({ gitDir: made.root });
  });

  it('in a linked worktree', async () => {
    const made = Temporary.init();
    made.commit({ a: 'a' });
    const linked = join(temporaryFolder('shared'), 'linked');
    made.git('worktree', 'add', '--quiet', '-b', 'side', linked);
    expect(await made.open({ cwd: linked })).toMatchObject({
      root: linked,
      gitDir: join(made.root, '.git/worktrees/linked'),
      commonDir: join(made.root, '.git'),
    });
  });

  it('in a submodule', async () => {
    const inner = Temporary.init();
    inner.commit({ a: 'a' });
    const outer = Temporary.init();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
    expect(await outer.open({ cwd: join(outer.root, 'sub') })).toMatchObject({
      root: join(outer.root, 'sub'),
      gitDir: join(outer.root, '.git/modules/sub'),
    });
  });

  it('beside its worktrees, as `.bare` with a file `.git`', async () => {
    const root = temporaryFolder('shared');
    new Temporary(root).git('init', '--quiet', '--bare', '.bare');
    writeFileSync(join(root, '.git'), 'gitdir: ./.bare\n');
    expect(await new Temporary(root).open()).toMatchObject({ bare: true, gitDir: join(root, '.bare') });
  });

  it('in a folder whose name holds a newline', async () => {
    const root = join(temporaryFolder('shared'), 'a\nb');
    mkdirSync(root);
    const made = new Temporary(root);
    made.git('init', '--quiet');
    const head = made.commit({ a: 'a' });
    expect(await made.open()).toMatchObject({ root, head });
  });

  it('is told where it lies before git is started', () => {
    const made = Temporary.init().write('a/b', '');
    expect(locateTop({ cwd: join(made.root, 'a'), env: { PATH: '' }, hook: false })).toBe(made.root);
  });

  it('takes the variables of a hook, and none elsewhere', async () => {
    const made = Temporary.init();
    const other = Temporary.init();
    const env = { ...ENVIRONMENT, GIT_DIR: join(other.root, '.git'), GIT_WORK_TREE: made.root };
    expect(await made.open({ env, hook: true })).toMatchObject({ gitDir: join(other.root, '.git') });
    expect(await made.open({ env, hook: false })).toMatchObject({ gitDir: join(made.root, '.git') });
  });
});

describe('refuses', () => {
  it('a folder that is in no repository', async () => {
    const cwd = temporaryFolder('shared');
    await expect(openRepository({ cwd, env: ENVIRONMENT, hook: false })).rejects.toEqual(GIT_ERROR);
  });

  it('a bare repository hidden in the tree', async () => {
    const made = Temporary.init();
    made.git('init', '--quiet', '--bare', 'docs/assets');
    await expect(made.open({ cwd: join(made.root, 'docs/assets') })).rejects.toThrow(
      /bare repository inside/,
    );
    await expect(made.open({ cwd: join(made.root, 'docs') })).resolves.toMatchObject({ root: made.root });
  });

  it.runIf(process.getuid?.() === 0)("somebody else's repository", async () => {
    const made = Temporary.init();
    chownSync(join(made.root, '.git'), 12_345, 12_345);
    chownSync(made.root, 12_345, 12_345);
    await expect(made.open()).rejects.toThrow(/belongs to another user/);
  });

  it('the index of another repository, which a hook brought along', async () => {
    const [made, other] = [Temporary.init(), Temporary.init()];
    const index = join(other.root, '.git/index.lock');
    const opened = (GIT_INDEX_FILE: string) =>
      made.open({ hook: true, env: { ...ENVIRONMENT, GIT_INDEX_FILE } });
    await expect(opened(index)).rejects.toThrow(/index of another repository/);
    await expect(opened(join(made.root, '.git/index.lock'))).resolves.toMatchObject({ root: made.root });
    await expect(opened('.git/index')).resolves.toMatchObject({ root: made.root });
    await expect(opened(join(temporaryFolder('shared'), 'index'))).resolves.toMatchObject({
      root: made.root,
    });
  });

  it('a HEAD whose branch is damaged', async () => {
    const made = Temporary.init();
    made.commit({ a: 'a' });
    writeFileSync(join(made.root, '.git/refs/heads/main'), `${'12'.repeat(20)}\n`);
    await expect(made.open()).rejects.toThrow(/HEAD leads to a commit that is missing/);
  });

  it('a file .git of another form', async () => {
    const root = temporaryFolder('shared');
    writeFileSync(join(root, '.git'), 'gitdir elsewhere\n');
    await expect(new Temporary(root).open()).rejects.toBeInstanceOf(GitError);
  });
});

describe('what leads into a forbidden place', () => {
  const LINKS: readonly [string, (made: Temporary, target: string) => void][] = [
    ['a config include', (made, target) => made.git('config', 'include.path', join(target, 'config'))],
    [
      'an include under a condition',
      (made, target) => made.git('config', 'includeIf.gitdir:/nowhere/.path', join(target, 'config')),
    ],
    [
      'an include of an include',
      (made, target) => {
        writeFileSync(join(made.root, '.git/more'), `[include]\npath = ${target}/config\n`);
        made.git('config', 'include.path', 'more');
      },
    ],
    ['core.worktree', (made, target) => made.git('config', 'core.worktree', target)],
    ['core.attributesFile', (made, target) => made.git('config', 'core.attributesFile', join(target, 'x'))],
    [
      'an alternate',
      (made, target) => {
        writeFileSync(join(made.root, '.git/objects/info/alternates'), `# first\n${target}/.git/objects\n`);
      },
    ],
    [
      'a link among the packs',
      (made, target) => symlinkSync(join(target, 'x.pack'), join(made.root, '.git/objects/pack/x.pack')),
    ],
    [
      'a ref that is a link',
      (made, target) =>
        symlinkSync(join(target, '.git/refs/heads/main'), join(made.root, '.git/refs/heads/other')),
    ],
    [
      'the object directory',
      (made, target) => {
        renameSync(join(made.root, '.git/objects'), join(made.root, '.git/old'));
        symlinkSync(join(target, '.git/objects'), join(made.root, '.git/objects'));
      },
    ],
  ];

  it.each(LINKS)('%s', async (_, prepare) => {
    const target = Temporary.init();
    const made = Temporary.init();
    prepare(made, target.root);
    const isForbidden = (path: string) => path === target.root || path.startsWith(`${target.root}/`);
    await expect(made.open({ isForbidden })).rejects.toThrow(/leads into a Target Repository/);
  });

  it('is listed where it is allowed', async () => {
    const other = Temporary.init();
    const made = Temporary.init();
    writeFileSync(join(made.root, '.git/objects/info/alternates'), `${other.root}/.git/objects\n`);
    made.git('config', 'include.path', join(other.root, 'config'));
    const { links } = await made.open();
    expect(links).toContainEqual({ what: 'an alternate', path: join(other.root, '.git/objects') });
    expect(links).toContainEqual({ what: 'a config include', path: join(other.root, 'config') });
  });

  it.each([
    ['the current directory', (made: Temporary) => ({ cwd: made.root })],
    [
      'GIT_DIR',
      (made: Temporary) => ({
        cwd: temporaryFolder('shared'),
        hook: true,
        env: { ...ENVIRONMENT, GIT_DIR: join(made.root, '.git') },
      }),
    ],
    [
      'GIT_ALTERNATE_OBJECT_DIRECTORIES',
      (made: Temporary) => ({
        cwd: Temporary.init().root,
        hook: true,
        env: { ...ENVIRONMENT, GIT_ALTERNATE_OBJECT_DIRECTORIES: join(made.root, '.git/objects') },
      }),
    ],
  ])('%s', async (_, options) => {
    const made = Temporary.init();
    const isForbidden = (path: string) => path.startsWith(made.root);
    await expect(made.open({ ...options(made), isForbidden })).rejects.toThrow(/Target Repository/);
  });
});

it('passes over a git that the repository brings along', async () => {
  const made = Temporary.init();
  made.write('node_modules/.bin/git', '#!/bin/sh\ntouch ran\nexit 1\n');
  chmodSync(join(made.root, 'node_modules/.bin/git'), 0o755);
  const env = {
    ...ENVIRONMENT,
    PATH: `node_modules/.bin:${made.root}/node_modules/.bin:${ENVIRONMENT.PATH}`,
  };
  await expect(made.open({ env })).resolves.toMatchObject({ root: made.root });
});
