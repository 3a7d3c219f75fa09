import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCommit, mergeBase, resolveRevision } from '../../src/git/revision.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ENVIRONMENT, Temporary } from './temporary.ts';

it.each([
  ['HEAD', 1],
  ['HEAD~1', 0],
  ['main', 1],
  ['tagged', 0],
  ['annotated', 0],
  ['odd@{name', 0],
])('resolves %s', async (text, index) => {
  const made = Temporary.init();
  const commits = [made.commit({ a: '1' })];
  made.git('tag', 'tagged');
  made.git('tag', '--annotate', '--message', 'x', 'annotated');
  if (text.includes('@')) made.git('update-ref', 'refs/tags/odd@{name'.replace('{', ''), 'HEAD');
  commits.push(made.commit({ a: '2' }));
  expect(await resolveRevision(await made.open(), text.replace('{', ''))).toBe(commits[index]);
});

let shared: Temporary | undefined;

/** A repository of one commit, made once: no test that takes it changes it. */
function one(): Temporary {
  if (shared === undefined) {
    shared = Temporary.init();
    shared.commit({ a: '1' });
  }
  return shared;
}

it.each([
  '',
  'nowhere',
  'HEAD:a',
  'HEAD^{tree}',
  '12'.repeat(20),
  'a..b',
  '-x',
  '--all',
  '--exec=touch ran',
  'a\0b',
  '@{upstream}',
  '$(touch ran)',
])('takes %j for no commit', async (text) => {
  const made = one();
  const repository = await made.open();
  await expect(resolveRevision(repository, text)).rejects.toMatchObject({ name: 'GitError' });
  expect(existsSync(join(made.root, 'ran'))).toBe(false);
});

describe('a name that several refs have', () => {
  const repository = (): Temporary => {
    const made = Temporary.init();
    made.commit({ a: '1' });
    made.commit({ a: '2' });
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    return made;
  };

  it.each([
    ['a tag for a branch', 'refs/tags/main', 'main'],
    ['a tag for a branch of a remote', 'refs/tags/origin/main', 'origin/main'],
    ['a branch for one of a remote', 'refs/heads/origin/main', 'origin/main'],
    ['a ref of no kind', 'refs/main', 'main@{0}'],
    ['a branch for the head of a remote', 'refs/remotes/main/HEAD', 'main^0'],
  ])('is none: %s', async (_, ref, text) => {
    const made = repository();
    made.git('update-ref', ref, 'HEAD~1');
    await expect(findCommit(await made.open(), text)).rejects.toMatchObject({
      name: 'GitError',
      message: expect.stringContaining('several refs') as string,
    });
  });

  it.each([
    ['where it is written in full', 'refs/tags/main', 'HEAD~1', 'refs/heads/main'],
    ['where all name one commit', 'refs/tags/main', 'HEAD', 'main'],
    ['where another only begins so', 'refs/tags/main/old', 'HEAD~1', 'main'],
  ])('is one %s', async (_, ref, at, text) => {
    const made = repository();
    made.git('update-ref', ref, at);
    const head = await resolveRevision(await made.open(), 'HEAD');
    expect(await findCommit(await made.open(), text)).toBe(head);
  });
});

it('never takes a revision for an option', async () => {
  const made = Temporary.init();
  made.commit({ a: '1' });
  const out = join(temporaryFolder('shared'), 'out');
  await expect(resolveRevision(await made.open(), `--output=${out}`)).rejects.toMatchObject({
    name: 'GitError',
  });
  expect(existsSync(out)).toBe(false);
});

it('finds a commit, or none', async () => {
  const made = Temporary.init();
  const head = made.commit({ a: '1' });
  expect(await findCommit(await made.open(), 'main')).toBe(head);
  expect(await findCommit(await made.open(), 'other')).toBeUndefined();
});

it('finds where two branches parted, and that unrelated ones did not', async () => {
  const made = Temporary.init();
  const base = made.commit({ a: '1' });
  made.git('checkout', '--quiet', '-b', 'side');
  const side = await resolveRevision(await made.open(), made.commit({ b: '1' }));
  made.git('checkout', '--quiet', 'main');
  const main = await resolveRevision(await made.open(), made.commit({ c: '1' }));
  expect(await mergeBase(await made.open(), side, main)).toBe(base);
  made.git('checkout', '--quiet', '--orphan', 'other');
  const other = await resolveRevision(await made.open(), made.commit({ d: '1' }));
  expect(await mergeBase(await made.open(), other, main)).toBeUndefined();
});

it('says how a shallow clone gets its history', async () => {
  const made = Temporary.init();
  const first = made.commit({ a: '1' });
  made.commit({ a: '2' });
  const clone = new Temporary(temporaryFolder('shared'));
  clone.git('clone', '--quiet', '--depth=1', `file://${made.root}`, '.');
  const repository = await clone.open();
  expect(repository.shallow).toBe(true);
  await expect(resolveRevision(repository, first)).rejects.toMatchObject({
    help: expect.stringMatching(/remote set-branches .* fetch --unshallow/),
  });
});

it('asks git with the variables of the hook', async () => {
  const made = Temporary.init('--bare');
  const work = Temporary.init();
  const head = work.commit({ a: '1' });
  work.git('push', '--quiet', made.root, 'main');
  const env = {
    ...ENVIRONMENT,
    GIT_DIR: '.',
    GIT_EDITOR: 'x',
    EDITOR: 'x',
    PREFIX: '/usr',
    GIT_SSH_COMMAND: 'x',
  };
  const repository = await made.open({ env, hook: true });
  expect(await resolveRevision(repository, 'main')).toBe(head);
});
