import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listIndex, listStaged } from '../../src/git/listings/index-listing.ts';
import { listRoot, listTree } from '../../src/git/listings/tree-listing.ts';
import { listWorktree } from '../../src/git/listings/worktree-listing.ts';
import type { ObjectId } from '../../src/git/object-id.ts';
import { knownCommits } from '../../src/git/peel.ts';
import { listHistory } from '../../src/git/ranges/history.ts';
import { listRange, resolveRange } from '../../src/git/ranges/range.ts';
import { listRefs } from '../../src/git/refs.ts';
import type { Repository } from '../../src/git/repository/repository.ts';
import { mergeBase, resolveRevision } from '../../src/git/revision.ts';
import { scripted } from './scripted.ts';
import { Temporary } from './temporary.ts';

const CANARY = 'tok' + 'en-4711';

const FAILURES = [
  ['ends with 128 and no word', 'exit 128'],
  ['ends with a word that quotes', `echo "fatal: ${CANARY}" >&2; exit 128`],
  ['is killed', 'kill -9 $$'],
  ['is killed half-way', `printf ':100644 100644 ${'12'.repeat(10)}'; kill -9 $$`],
  ['writes half of an answer and ends well', `printf ':100644 100644 ${'12'.repeat(10)}'`],
  ['writes something else', `echo "${CANARY}"`],
] as const;

/** Made once: no test changes it. */
let made: Temporary;
beforeAll(() => {
  made = Temporary.init();
  made.commit({ a: '1' });
});

async function walked(repository: Repository): Promise<void> {
  for await (const step of (await listHistory(repository)).steps()) expect(step.kind).toBe('commit');
}

const STEPS: readonly [string, string, (repository: Repository) => Promise<unknown>][] = [
  ['what is staged', 'diff-index', listStaged],
  ['the index', 'ls-files', listIndex],
  ['a tree', 'ls-tree', (repository) => listTree(repository, repository.head!)],
  ['the working tree', 'ls-files', listWorktree],
  ['commits', 'rev-list', walked],
  ['what commits changed', 'diff-tree', walked],
  ['refs', 'for-each-ref', listRefs],
  ['known commits', 'cat-file', (repository) => knownCommits(repository, ['abcd'])],
];

describe.each(STEPS)('listing %s', (_, command, list) => {
  it.each(FAILURES)('is an error where git %s', async (_failure, script) => {
    const repository = await made.open({ env: scripted(command, script) });
    const error = await list(repository).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'GitError' });
    expect(JSON.stringify([error, String(error)])).not.toContain(CANARY);
  });
});

const FIRST_LINE = `PATH="\${PATH#*:}"; git "$@" | head -n 1`;

describe('a list of commits that is too short', () => {
  it.each([
    ['nothing', 'exit 0'],
    ['the first one', FIRST_LINE],
  ])('is an error, by the refs that lead to more: git tells %s', async (_, script) => {
    const several = Temporary.init();
    for (const a of ['1', '2', '3']) several.commit({ a });
    const repository = await several.open({ env: scripted('rev-list', script) });
    await expect(listHistory(repository)).rejects.toMatchObject({ name: 'GitError' });
  });

  it('is an error in a range, by its head', async () => {
    const several = Temporary.init();
    for (const a of ['1', '2', '3']) several.commit({ a });
    const repository = await several.open({ env: scripted('rev-list', FIRST_LINE) });
    const range = await resolveRange(repository, 'HEAD~2..HEAD');
    await expect(listRange(repository, range)).rejects.toMatchObject({ name: 'GitError' });
  });
});

describe('a tree of which git tells nothing', () => {
  it.each([listTree, listRoot])('is an error, and none that is empty', async (list) => {
    const several = Temporary.init();
    const head = several.commit({ a: '1' }) as ObjectId;
    const empty = several.tree() as ObjectId;
    const hollow = several.gitBytes(['mktree'], `040000 tree ${empty}\te\n`).toString().trim() as ObjectId;
    const silent = await several.open({ env: scripted('ls-tree', 'exit 0') });
    await expect(list(silent, head)).rejects.toMatchObject({ name: 'GitError' });
    const repository = await several.open();
    expect([await list(repository, empty), await list(repository, hollow)]).toEqual([[], []]);
  });
});

describe('opening', () => {
  it.each(FAILURES)('is an error where git %s', async (_failure, script) => {
    const opened = made.open({ env: scripted('rev-parse', script) });
    const error = await opened.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'GitError' });
    expect(String(error)).not.toContain(CANARY);
  });

  it('is an error where git hangs', async () => {
    const opened = made.open({ env: scripted('rev-parse', 'sleep 30'), patience: 300 });
    await expect(opened).rejects.toThrow(/took longer/);
  });

  it('is an error without git', async () => {
    await expect(made.open({ env: { PATH: '/nonexistent' } })).rejects.toThrow(/not found on PATH/);
    await expect(made.open({ env: { PATH: 'bin' } })).rejects.toThrow(/not found on PATH/);
  });

  it('is an error where git cannot be started', async () => {
    const repository = await made.open();
    const git = { ...repository.git, program: join(repository.gitDir, 'config') };
    await expect(listRefs({ ...repository, git })).rejects.toThrow(/could not be started/);
  });
});

describe('a question', () => {
  const QUESTIONS: readonly [string, string, (repository: Repository) => Promise<unknown>][] = [
    ['rev-parse --verify', 'rev-parse', (repository) => resolveRevision(repository, 'HEAD')],
    ['merge-base', 'merge-base', (repository) => mergeBase(repository, repository.head!, repository.head!)],
  ];

  it.each(QUESTIONS)('%s is an error where git is killed, or hangs', async (_, command, ask) => {
    const repository = await made.open();
    const scripts = [
      'kill -9 $$',
      `echo ${'12'.repeat(20)}; kill -9 $$`,
      'exec sleep 30',
      'sleep 30 & exit 128',
    ];
    for (const script of scripts) {
      const { PATH } = scripted(command, script);
      const program = `${PATH!.split(':')[0]}/git`;
      const git = { ...repository.git, program, env: { ...repository.git.env, PATH }, patience: 300 };
      await expect(ask({ ...repository, git })).rejects.toMatchObject({ name: 'GitError' });
    }
  });
});
