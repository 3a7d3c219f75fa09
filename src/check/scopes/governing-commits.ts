import type { CommitStep } from '../../git/commit-walk.ts';
import type { Repository } from '../../git/repository.ts';
import { listTree } from '../../git/tree-listing.ts';
import type { Step } from '../scope.ts';
import { authorshipOf } from './authorship.ts';
import { blobSnapshot } from './blobs.ts';
import type { ScopeOptions } from './options.ts';
import { baseEntries } from './staged.ts';
import { oneStep } from './steps.ts';

/** The commits that touch what is compared, each with its tree and its first parent's. */
export async function* governingSteps(
  repository: Repository,
  commits: readonly CommitStep[],
  options: ScopeOptions,
): AsyncGenerator<Step> {
  for (const step of commits) {
    const entries = await listTree(repository, step.id);
    const before = baseEntries(entries, step.changed);
    const base = blobSnapshot(repository, before, options.maxBytes);
    const next = blobSnapshot(repository, entries, options.maxBytes);
    yield* oneStep(base, next, options, {
      commit: step.id,
      authorship: (policy) => authorshipOf(repository, step, options.trusted ?? { policy, entries: before }),
    });
  }
}
