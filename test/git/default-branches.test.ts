import { describe, expect, it } from 'vitest';
import { defaultBranches } from '../../src/git/default-branches.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { Temporary } from './temporary.ts';

/** A repository with a commit on each of these branches, the first one checked out. */
function withBranches(...branches: readonly string[]): Temporary {
  const made = Temporary.init();
  for (const branch of branches.toReversed()) {
    made.git('checkout', '--quiet', '--orphan', branch);
    made.commit({ a: branch }, branch);
  }
  return made;
}

async function subjects(made: Temporary): Promise<readonly string[]> {
  const ids = await defaultBranches(await made.open());
  return ids.map((id) => made.git('log', '-1', '--format=%s', id));
}

describe('the default branch of a remote', () => {
  it('is the one that a clone has checked out', async () => {
    const clone = new Temporary(temporaryFolder('shared'));
    clone.git('clone', '--quiet', withBranches('trunk', 'main', 'topic/HEAD').root, '.');
    clone.commit({ a: 'mine' }, 'mine');
    expect(await subjects(clone)).toEqual(['trunk']);
  });

  it.each([
    ['main', ['main', 'master', 'topic'], ['main']],
    ['master', ['master', 'topic'], ['master']],
    ['none, where none is called so', ['trunk', 'topic/main', 'topic/HEAD'], []],
  ])('is %s, where nothing else was said', async (_, branches, expected) => {
    const made = withBranches('mine');
    made.git('remote', 'add', 'upstream/of-all', withBranches(...branches).root);
    made.git('fetch', '--quiet', 'upstream/of-all');
    // Some versions of git set it on the first fetch.
    made.git('remote', 'set-head', 'upstream/of-all', '--delete');
    expect(await subjects(made)).toEqual(expected);
  });

  it('is one of each remote', async () => {
    const made = withBranches('mine');
    for (const name of ['one', 'two']) {
      made.git('remote', 'add', name, withBranches('main', name).root);
      made.git('fetch', '--quiet', name);
    }
    expect(await subjects(made)).toEqual(['main', 'main']);
  });

  it('is none without a remote, whatever refs are called', async () => {
    const made = withBranches('main');
    made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    expect(await subjects(made)).toEqual([]);
    expect(await subjects(Temporary.init())).toEqual([]);
  });
});
