import type { CommitStep } from '../../git/commits/commit-walk.ts';
import { diffTrees, listTree } from '../../git/listings/tree-listing.ts';
import type { ObjectId } from '../../git/object-id.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Step } from '../scope.ts';
import { authorshipOf } from './authorship.ts';
import { listedSnapshot } from './blobs.ts';
import { type Listing, listingOf, listingWith, sayAll } from './listing.ts';
import type { ScopeOptions } from './options.ts';
import { oneStep } from './steps.ts';

/** The head of a range, listed: what other commits of the range hold is told by how they differ. */
export interface ListedHead {
  readonly id: ObjectId;
  readonly listing: Listing;
}

/** What a commit holds, as git lists it: nothing of it may be missed, whatever trees somebody made. */
export async function listingAt(
  repository: Repository,
  id: ObjectId,
  { id: headId, listing }: ListedHead,
): Promise<Listing> {
  if (id === headId) return listing;
  const differing = await diffTrees(repository, headId, id);
  if (!sayAll(differing, listing, 'base')) return listingOf(await listTree(repository, id));
  return listingWith(listing, differing, 'next');
}

/** What its first parent holds, told by what a commit changed. */
export async function listingBefore(
  repository: Repository,
  { firstParent, changed }: Pick<CommitStep, 'firstParent' | 'changed'>,
  after: Listing,
): Promise<Listing> {
  if (sayAll(changed, after, 'next')) return listingWith(after, changed, 'base');
  return listingOf(firstParent === undefined ? [] : await listTree(repository, firstParent));
}

/** The commits that touch what is compared, each with its tree and its first parent's. */
export async function* governingSteps(
  repository: Repository,
  head: ListedHead,
  commits: readonly CommitStep[],
  options: ScopeOptions,
): AsyncGenerator<Step> {
  for (const step of commits) {
    const after = await listingAt(repository, step.id, head);
    const before = await listingBefore(repository, step, after);
    const base = listedSnapshot(repository, before, options.maxBytes);
    const next = listedSnapshot(repository, after, options.maxBytes);
    const by = {
      commit: step.id,
      authorship: (policy: Step['basePolicy']) =>
        authorshipOf(repository, step, options.trusted ?? { policy, listing: before }),
    };
    yield* oneStep(base, next, options, by, new Set(step.changed.map(({ path }) => path)));
  }
}
