import type { CommitStep } from '../../git/commits/commit-walk.ts';
import { diffTrees, listTree } from '../../git/listings/tree-listing.ts';
import { comparisonBase, listRange, type Range } from '../../git/ranges/range.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope } from '../scope.ts';
import { listedSnapshot } from './blobs.ts';
import { commitFiles } from './commit-files.ts';
import { isCompared } from './compared-paths.ts';
import { governingSteps } from './governing-commits.ts';
import { listingOf } from './listing.ts';
import type { ScopeOptions } from './options.ts';

/** Every commit that the head reaches and the base does not; documents as the head has them. */
export async function rangeScope(
  repository: Repository,
  range: Range,
  options: ScopeOptions,
): Promise<Scope> {
  const { maxBytes, knownCommits } = options;
  const [walk, entries, base] = await Promise.all([
    listRange(repository, range),
    listTree(repository, range.head),
    comparisonBase(repository, range),
  ]);
  const listing = listingOf(entries);
  const compared = isCompared(options.policy);
  const governing: CommitStep[] = [];
  const changed = base === undefined ? undefined : await diffTrees(repository, base, range.head);
  return {
    summary: { kind: 'range', base: range.base ?? null, next: range.head },
    commits: walk.commits.length,
    files: (wants) =>
      commitFiles(repository, walk.steps(), maxBytes, wants, (step) => {
        if (step.changed.some(({ path }) => compared(path))) governing.push(step);
      }),
    head: listedSnapshot(repository, listing, maxBytes),
    changed: changed && new Set(changed.map(({ path }) => path)),
    steps: () => governingSteps(repository, { id: range.head, listing }, governing, options),
    knownCommits,
  };
}
