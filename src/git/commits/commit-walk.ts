import { GitError, malformed } from '../git-error.ts';
import type { ChangedEntry } from '../listings/entry.ts';
import type { ObjectId } from '../object-id.ts';
import { readObjects } from '../objects/objects.ts';
import type { Repository } from '../repository/repository.ts';
import { broughtBy, type CommitDiff, mergedBy } from './commit-diffs.ts';
import type { CommitNode } from './commit-list.ts';
import { type Commit, parseCommit } from './commit-object.ts';

const STEP = 'walking commits';
/** Bytes of a commit object; a message that is longer than this is nobody's. */
const MAX_COMMIT_BYTES = 16 * 1024 * 1024;

export interface CommitStep {
  readonly id: ObjectId;
  readonly commit: Commit;
  /** What came with it: every entry that none of its parents has as it is. Without deletions. */
  readonly brought: readonly ChangedEntry[];
  /** What its changes are against: nothing for a root, and where a shallow clone ends. */
  readonly firstParent: ObjectId | undefined;
  /** What it changed, deletions too, against its first parent, or against nothing. */
  readonly changed: readonly ChangedEntry[];
}

async function next<T extends { readonly id: string }>(from: AsyncIterator<T>, id: string): Promise<T> {
  const { done, value } = await from.next();
  if (done || value.id !== id) throw malformed(STEP);
  return value;
}

/**
 * Each commit with its message and what it brought and changed, in the order given. Streams: memory holds one commit at
 * a time. Three processes at most, however many commits.
 */
export async function* walkCommits(
  repository: Repository,
  commits: readonly CommitNode[],
): AsyncGenerator<CommitStep, void, undefined> {
  const ids = commits.map((commit) => commit.id);
  const objects = readObjects(repository, ids, { maxBytes: MAX_COMMIT_BYTES });
  const brought = broughtBy(repository, commits);
  const merged = mergedBy(repository, commits);
  try {
    for (const { id, parents } of commits) {
      const object = await next(objects, id);
      if (object.kind !== 'object' || object.type !== 'commit') {
        throw new GitError('a commit is missing or too large to judge', 'look with `git fsck`');
      }
      const came: CommitDiff = await next(brought, id);
      const against = parents.length > 1 ? await next(merged, id) : came;
      yield {
        id,
        commit: parseCommit(object.bytes),
        firstParent: parents[0],
        brought: came.changes.filter((change) => change.next !== undefined),
        changed: against.changes,
      };
    }
    // Each stream has to end well, or what it said is not to be trusted.
    for (const stream of [objects, brought, merged]) if (!(await stream.next()).done) throw malformed(STEP);
  } finally {
    await Promise.all([objects, brought, merged].map((stream) => stream.return(undefined)));
  }
}
