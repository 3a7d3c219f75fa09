import { defaultBranches } from '../../git/default-branches.ts';
import type { ObjectId } from '../../git/object-id.ts';
import type { Selection } from '../../git/ranges/selection.ts';
import type { Repository } from '../../git/repository/repository.ts';

/** What a range or a push brings, and the commits that it comes after: those that whoever asks takes as given. */
export interface Brought {
  readonly after: readonly ObjectId[];
  readonly selection: Selection;
}

/** The commits whose texts the repository held before a run, where they are older than it. */
export interface Past {
  readonly tips: Selection;
  /** Commits that do not count though the tips reach them: what is judged cannot excuse itself. */
  readonly without: Selection | undefined;
}

/**
 * Decided here alone, whatever is judged. How old a commit is, its committer says; so where a remote has a default
 * branch, only what that holds counts, which others have seen. Without one any commit of the repository does: in one's
 * own clone nothing can be proven. A range or a push counts as new as a whole, and what it comes after as old.
 */
export async function pastOf(repository: Repository, brought: Brought | undefined): Promise<Past> {
  const published = await defaultBranches(repository);
  if (brought !== undefined) {
    return { tips: { tips: [...brought.after, ...published], not: [] }, without: brought.selection };
  }
  return { tips: { tips: published, not: [], allRefs: published.length === 0 }, without: undefined };
}
