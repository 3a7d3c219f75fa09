import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangeAuto } from '../../../src/git/ranges/range-auto.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Temporary } from '../temporary.ts';

const ZERO = '0'.repeat(40);
const GONE = '12'.repeat(20);

/** origin/main has one commit, origin/side another on top, main one of its own. */
function makeClone() {
  const origin = Temporary.init();
  const base = origin.commit({ a: '1' });
  origin.git('checkout', '--quiet', '-b', 'side');
  const side = origin.commit({ b: '1' });
  const clone = new Temporary(temporaryFolder('shared'));
  clone.git('clone', '--quiet', `file://${origin.root}`, '.');
  clone.git('checkout', '--quiet', '-b', 'main', 'origin/main');
  const head = clone.commit({ c: '1' });
  return { clone, base, side, head };
}

let made: ReturnType<typeof makeClone> | undefined;

/** Made once: no test changes its branches. */
function cloned() {
  made ??= makeClone();
  return made;
}

function event(clone: Temporary, payload: unknown): NodeJS.ProcessEnv {
  clone.write('.git/event.json', typeof payload === 'string' ? payload : JSON.stringify(payload));
  return { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(clone.root, '.git/event.json') };
}

const repository = { default_branch: 'main' };

describe('in GitHub Actions', () => {
  const pullRequest = (base: string, head: string) => ({
    pull_request: { base: { sha: base, ref: 'main' }, head: { sha: head } },
    repository,
  });

  it.each([
    ['a pull request', (id: Ids) => pullRequest(id.base, id.side), 'base', 'side'],
    ['a pull request whose base was forced away', (id: Ids) => pullRequest(GONE, id.side), 'base', 'side'],
    [
      'a merge group',
      (id: Ids) => ({ merge_group: { base_sha: id.base, head_sha: id.side } }),
      'base',
      'side',
    ],
    [
      'a push',
      (id: Ids) => ({ before: id.base, after: id.side, ref: 'refs/heads/side', repository }),
      'base',
      'side',
    ],
    [
      'a new branch',
      (id: Ids) => ({ before: ZERO, after: id.side, ref: 'refs/heads/side', repository }),
      'base',
      'side',
    ],
    [
      'a forced push',
      (id: Ids) => ({ before: GONE, after: id.side, ref: 'refs/heads/side', repository }),
      'base',
      'side',
    ],
    [
      'a new default branch',
      (id: Ids) => ({ before: ZERO, after: id.base, ref: 'refs/heads/main', repository }),
      undefined,
      'base',
    ],
    [
      'a tag',
      (id: Ids) => ({ before: ZERO, after: id.side, ref: 'refs/tags/v1', repository }),
      'base',
      'side',
    ],
  ] as const)('%s', async (_, payload, base, head) => {
    const { clone, ...ids } = cloned();
    const { from, range } = await rangeAuto(await clone.open(), event(clone, payload(ids)));
    expect(from).toBe('GitHub Actions');
    expect(range).toMatchObject({ base: base && ids[base], head: ids[head] });
  });

  it('a run that was started by hand compares a branch with the default one', async () => {
    const { clone, base, head } = cloned();
    const env = { ...event(clone, { repository }), GITHUB_REF: 'refs/heads/other' };
    expect((await rangeAuto(await clone.open(), env)).range).toMatchObject({ base, head });
    await expect(rangeAuto(await clone.open(), { ...env, GITHUB_REF: 'refs/heads/main' })).rejects.toThrow(
      /no range/,
    );
  });

  it('an annotated tag names its object, and the ref', async () => {
    const { clone, side } = makeClone();
    clone.git('tag', '--annotate', '--message', 'x', 'v1', side);
    const tag = clone.git('rev-parse', 'v1');
    const payload = { before: ZERO, after: tag, ref: 'refs/tags/v1', repository };
    const found = await rangeAuto(await clone.open(), event(clone, payload));
    expect(found).toMatchObject({ range: { head: side }, ref: 'refs/tags/v1', tag });
  });

  it('a deleted branch brings nothing', async () => {
    const { clone, base } = cloned();
    const payload = { before: base, after: ZERO, deleted: true, ref: 'refs/heads/x', repository };
    expect((await rangeAuto(await clone.open(), event(clone, payload))).range).toBeUndefined();
  });

  it.each([
    ['a head that is not here', (id: Ids) => pullRequest(id.base, GONE), /head of the range/],
    ['an id that is an option', () => pullRequest('--all', '-x'), /no event of GitHub/],
    ['text that is no JSON', () => '{', /no event of GitHub/],
    ['an empty file', () => '', /no event of GitHub/],
  ])('refuses %s', async (_, payload, message) => {
    const { clone, ...ids } = cloned();
    await expect(rangeAuto(await clone.open(), event(clone, payload(ids)))).rejects.toThrow(message);
  });

  it('never opens an event in a forbidden place', async () => {
    const { clone, ...ids } = cloned();
    const env = event(clone, pullRequest(ids.base, ids.side));
    const isForbidden = (path: string) => path.endsWith('event.json');
    await expect(rangeAuto(await clone.open({ isForbidden }), env)).rejects.toThrow(/Target Repository/);
  });

  it('a shallow checkout says what to fetch', async () => {
    const { clone, ...ids } = cloned();
    const shallow = new Temporary(temporaryFolder('shared'));
    shallow.git('clone', '--quiet', '--depth=1', `file://${clone.root}`, '.');
    const env = event(shallow, pullRequest(ids.base, ids.head));
    await expect(rangeAuto(await shallow.open(), env)).rejects.toMatchObject({
      help: expect.stringMatching(/fetch-depth: 0/),
    });
  });
});

interface Ids {
  readonly base: string;
  readonly side: string;
  readonly head: string;
}

describe('in GitLab CI', () => {
  it.each([
    [
      'a merge request',
      (id: Ids) => ({ CI_MERGE_REQUEST_DIFF_BASE_SHA: id.base, CI_COMMIT_SHA: id.side }),
      'base',
      'side',
    ],
    [
      'a merged result',
      (id: Ids) => ({
        CI_MERGE_REQUEST_DIFF_BASE_SHA: id.base,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: id.side,
        CI_COMMIT_SHA: id.head,
      }),
      'base',
      'side',
    ],
    [
      'a push',
      (id: Ids) => ({ CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BEFORE_SHA: id.base, CI_COMMIT_SHA: id.side }),
      'base',
      'side',
    ],
    [
      'a new branch',
      (id: Ids) => ({
        CI_PIPELINE_SOURCE: 'push',
        CI_COMMIT_BEFORE_SHA: ZERO,
        CI_COMMIT_SHA: id.side,
        CI_COMMIT_BRANCH: 'side',
        CI_DEFAULT_BRANCH: 'main',
      }),
      'base',
      'side',
    ],
    [
      'a new default branch',
      (id: Ids) => ({
        CI_PIPELINE_SOURCE: 'push',
        CI_COMMIT_BEFORE_SHA: ZERO,
        CI_COMMIT_SHA: id.base,
        CI_COMMIT_BRANCH: 'main',
        CI_DEFAULT_BRANCH: 'main',
      }),
      undefined,
      'base',
    ],
  ] as const)('%s', async (_, variables, base, head) => {
    const { clone, ...ids } = cloned();
    const { from, range } = await rangeAuto(await clone.open(), { GITLAB_CI: 'true', ...variables(ids) });
    expect(from).toBe('GitLab CI');
    expect(range).toMatchObject({ base: base && ids[base], head: ids[head] });
  });

  it('a schedule on the default branch is about no range', async () => {
    const { clone } = cloned();
    const env = {
      GITLAB_CI: 'true',
      CI_PIPELINE_SOURCE: 'schedule',
      CI_COMMIT_BRANCH: 'main',
      CI_DEFAULT_BRANCH: 'main',
    };
    await expect(rangeAuto(await clone.open(), env)).rejects.toThrow(/no range/);
  });
});

describe('elsewhere', () => {
  it('is what the upstream branch does not have', async () => {
    const { clone, base, head } = cloned();
    expect(await rangeAuto(await clone.open(), {})).toMatchObject({
      from: 'upstream',
      range: { base, head },
    });
  });

  it('is an error without one', async () => {
    const { clone } = makeClone();
    clone.git('checkout', '--quiet', '--detach');
    await expect(rangeAuto(await clone.open(), {})).rejects.toThrow(/no upstream/);
  });
});
