import { GitError } from '../git-error.ts';
import type { ObjectId } from '../object-id.ts';
import { peelToCommits } from '../peel.ts';
import type { Repository } from '../repository/repository.ts';
import type { RefUpdate } from './push-lines.ts';
import type { Range } from './range.ts';
import type { Selection } from './selection.ts';

export interface PushedRef {
  readonly ref: string;
  /** What the ref will point to; a tag object for an annotated tag. */
  readonly id: ObjectId;
  /** `undefined` where it leads to no commit: a tag of a blob or a tree. The selection finds that blob all the same. */
  readonly range: Range | undefined;
  readonly selection: Selection;
}

/** What is on the other side already, and so is not new. */
export type Receiver =
  | { readonly hook: 'pre-push'; readonly remote: string }
  | { readonly hook: 'pre-receive' };

/**
 * The refs that a push makes or moves, each with what it brings: all that it reaches and the receiver does not have.
 * Deletions bring nothing. Where the old value is not known here, only what the receiver's other refs reach is left out,
 * which judges more, never less.
 */
export async function pushedRefs(
  repository: Repository,
  updates: readonly RefUpdate[],
  receiver: Receiver,
): Promise<readonly PushedRef[]> {
  const ids = updates.flatMap(({ from, to }) => [from, to].filter((id) => id !== undefined));
  const commits = await peelToCommits(repository, ids);
  const notRefs = receiver.hook === 'pre-receive' ? 'all' : { remote: receiver.remote };
  const pushed: PushedRef[] = [];
  for (const { ref, from, to } of updates) {
    if (to === undefined) continue;
    // A base that was forced away, or was never fetched, cannot be named to git.
    const base = from && commits.get(from);
    const head = commits.get(to);
    const selection: Selection = { tips: [to], not: base === undefined ? [] : [base], notRefs };
    pushed.push({ ref, id: to, range: head && { base, head, selection }, selection });
  }
  return pushed;
}

export function assertUpdates(updates: readonly RefUpdate[], hook: Receiver['hook']): void {
  if (updates.length > 0) return;
  throw new GitError('standard input holds no ref', `let git call it, as its ${hook} hook`);
}
