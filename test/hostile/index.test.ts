import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { CLI } from './tree.ts';

const TOKEN = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');
const BAD = '- decision_status: approved.\n';
const GOOD = '- decision_status: not_decided.\n';
const STATUS = 'decision/status-value';
const SECRET = 'secrets/no-secret-value';

const started = (...options: string[]): TestRepository =>
  new TestRepository(options).write({ 'a.md': GOOD }).commit();

async function staged(
  repository: TestRepository,
  options: { in?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string[]> {
  return [...(await repository.rulesByPath(['--staged'], options))].map(
    ([path, rules]) => `${path} ${rules.join()}`,
  );
}

describe('B: the index decides', () => {
  it('bad there under a good working tree, and the reverse', async () => {
    const repository = started();
    repository.write({ 'a.md': BAD }).add().write({ 'a.md': GOOD });
    expect(await staged(repository)).toEqual([`a.md ${STATUS}`]);
    repository.add().write({ 'a.md': BAD });
    expect(await staged(repository)).toEqual([]);
  });

  it('the one that git names to its hook, from a folder below as well', async () => {
    const repository = started();
    repository.write({ 'deep/b.md': GOOD }).add();
    const other = join(repository.root, '.git/other-index');
    repository.write({ 'deep/b.md': BAD });
    spawnSync('git', ['add', '-A'], {
      cwd: repository.root,
      env: { ...repository.env, GIT_INDEX_FILE: other },
    });
    const env = { GIT_INDEX_FILE: '.git/other-index' };
    expect(await staged(repository, { env })).toEqual([`deep/b.md ${STATUS}`]);
    expect(await staged(repository, { env: { GIT_INDEX_FILE: other }, in: 'deep' })).toEqual([
      `deep/b.md ${STATUS}`,
    ]);
    expect(await staged(repository)).toEqual([]);
  });

  it.each([
    ['diff.relative in a folder', (r: TestRepository) => r.git('config', 'diff.relative', 'true')],
    ['diff.noprefix and renames', (r: TestRepository) => r.git('config', 'diff.renames', 'copies')],
    ['ignored submodules', (r: TestRepository) => r.git('config', 'diff.ignoreSubmodules', 'all')],
    ['an order file', (r: TestRepository) => r.git('config', 'diff.orderFile', '/dev/null')],
    ['case folding', (r: TestRepository) => r.git('config', 'core.ignoreCase', 'true')],
    ['quoted paths', (r: TestRepository) => r.git('config', 'core.quotePath', 'true')],
    ['a split index', (r: TestRepository) => r.git('update-index', '--split-index')],
    ['skip-worktree', (r: TestRepository) => r.git('update-index', '--skip-worktree', 'b.md')],
    ['assume-unchanged', (r: TestRepository) => r.git('update-index', '--assume-unchanged', 'b.md')],
    [
      'attributes that blind',
      (r: TestRepository) => r.write({ '.git/info/attributes': '*.md -diff binary\n' }),
    ],
    ['a file that is gone from disk', (r: TestRepository) => rmSync(join(r.root, 'b.md'))],
  ])('%s hides nothing', async (_, hide) => {
    const repository = started();
    repository.write({ 'b.md': BAD, 'deep/c.md': GOOD }).add();
    hide(repository);
    expect(await staged(repository, { in: 'deep' })).toEqual([`b.md ${STATUS}`]);
  });

  it.each([
    [
      'a rename with a secret added',
      (r: TestRepository) => {
        r.git('mv', 'long.md', 'moved.md');
        r.write({ 'moved.md': `${'fine\n'.repeat(50)}${TOKEN}\n` }).add();
      },
      [`moved.md ${SECRET}`],
    ],
    [
      'a rename alone',
      (r: TestRepository) => {
        r.git('mv', 'long.md', 'moved.md');
      },
      [],
    ],
    [
      'a file that became a link',
      (r: TestRepository) => {
        rmSync(join(r.root, 'long.md'));
        r.link('long.md', `/tmp/${TOKEN}`).add();
      },
      [`long.md ${SECRET}`],
    ],
    [
      'a file that became a link to nothing special',
      (r: TestRepository) => {
        rmSync(join(r.root, 'long.md'));
        r.link('long.md', 'a.md').add();
      },
      [],
    ],
    [
      'an intent to add',
      (r: TestRepository) => {
        r.write({ 'new.md': BAD });
        r.git('add', '-N', 'new.md');
      },
      [],
    ],
    [
      'a deletion',
      (r: TestRepository) => {
        r.git('rm', '-q', 'long.md');
      },
      [],
    ],
    [
      'a change of mode',
      (r: TestRepository) => {
        r.git('update-index', '--chmod=+x', 'long.md');
      },
      [],
    ],
    [
      'an ignored file that was added by force',
      (r: TestRepository) => {
        r.write({ '.git/info/exclude': 'b.md\n', 'b.md': BAD });
        r.git('add', '-f', 'b.md');
      },
      [`b.md ${STATUS}`],
    ],
    [
      'a filter of LFS without LFS',
      (r: TestRepository) => {
        r.write({ '.git/info/attributes': '*.bin filter=lfs\n', 'x.bin': `${TOKEN}\n` });
        r.add();
      },
      [`x.bin ${SECRET}`],
    ],
  ])('%s', async (_, change, expected) => {
    const repository = started();
    repository.write({ 'long.md': 'fine\n'.repeat(50) }).commit();
    change(repository);
    expect(await staged(repository)).toEqual(expected);
  });

  it('a gitlink is no blob, and is named as not judged; so are an archive and a pointer', async () => {
    const repository = started();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.head()},module`);
    repository.write({
      'x.zip': Buffer.from([0x50, 0x4b, 3, 4, 20, 0]),
      'big.dat': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`,
      'plain.dat': 'version 1\n',
    });
    repository.git('add', 'x.zip', 'big.dat', 'plain.dat');
    const { notJudged } = await repository.report(['--staged', '--rule', 'secrets/no-secret-value']);
    expect(notJudged.map(({ what }) => what).sort()).toEqual(['TGT-1', 'big.dat', 'module', 'x.zip']);
  });

  it.each([[[]], [['--object-format=sha256']]])(
    'the first commit is compared with nothing: %j',
    async (options) => {
      const repository = new TestRepository(options);
      repository.write({ 'a.md': BAD }).add();
      expect(await staged(repository)).toEqual([`a.md ${STATUS}`]);
      repository.write({ 'a.md': GOOD }).add();
      expect(await staged(repository)).toEqual([]);
    },
  );
});

describe('B: where there is no index to judge', () => {
  it('an unfinished merge, a bare repository and a broken index are exit 2', async () => {
    const repository = started();
    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ 'a.md': 'one\n' }).commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'a.md': 'two\n' }).commit();
    repository.tryGit('merge', 'side');
    expect((await repository.run(['--staged'])).code).toBe(2);

    const bare = join(temporaryFolder(), 'bare.git');
    repository.git('clone', '-q', '--bare', repository.root, bare);
    const inBare = (...args: string[]) =>
      spawnSync(process.execPath, [CLI, ...args], { cwd: bare, env: repository.env }).status;
    expect([inBare('--staged'), inBare('--rev', 'HEAD')]).toEqual([2, 0]);

    const broken = started();
    broken.write({ '.git/index': 'DIRC nonsense' });
    expect((await broken.run(['--staged'])).code).toBe(2);
  });

  it('a linked worktree has its own', async () => {
    const repository = started();
    const folder = join(temporaryFolder(), 'linked');
    repository.git('worktree', 'add', '-q', folder);
    repository.write({ 'a.md': BAD }).add();
    const linked = spawnSync(process.execPath, [CLI, '--staged'], {
      cwd: folder,
      env: repository.env,
      encoding: 'utf8',
    });
    expect([linked.status, (await repository.run(['--staged'])).code]).toEqual([0, 1]);
  });
});
