import { assertListed, type CommitNode, listCommits } from '../commits/commit-list.ts';
import { listRefs, type Ref } from '../refs.ts';
import type { Repository } from '../repository/repository.ts';
import { type RangeStep, walkSelection } from './range.ts';
import type { Selection } from './selection.ts';

const EVERYTHING: Selection = { tips: [], not: [], allRefs: true };

export interface History {
  /** Of all refs and HEAD, parents before children. */
  readonly commits: readonly CommitNode[];
  readonly refs: readonly Ref[];
  /** What each commit brought: a blob at every path, in every commit that brought it there. */
  steps(): AsyncGenerator<RangeStep, void, undefined>;
}

/** All that the repository's refs reach; a shallow clone, which has only a part of it, is a `GitError`. */
export async function listHistory(repository: Repository): Promise<History> {
  // Refs first: what is committed meanwhile is listed as well, and asked of nobody.
  const refs = await listRefs(repository);
  const commits = await listCommits(repository, EVERYTHING);
  const heads = refs.filter(({ type }) => type === 'commit').map(({ id }) => id);
  assertListed(commits, repository.head === undefined ? heads : [repository.head, ...heads]);
  return { commits, refs, steps: () => walkSelection(repository, EVERYTHING, commits) };
}
