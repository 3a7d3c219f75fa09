import { listTree } from '../../git/listings/tree-listing.ts';
import type { ObjectId } from '../../git/object-id.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope } from '../scope.ts';
import { blobSnapshot, readEntries } from './blobs.ts';
import type { ScopeOptions } from './options.ts';
import { noSteps } from './steps.ts';

/** The whole tree of one commit. It has no base: what changed is not asked. */
export async function revisionScope(
  repository: Repository,
  commit: ObjectId,
  options: ScopeOptions,
): Promise<Scope> {
  const { maxBytes, knownCommits } = options;
  const entries = await listTree(repository, commit);
  return {
    summary: { kind: 'rev', base: null, next: commit },
    commits: 1,
    files: (wants) => readEntries(repository, entries, maxBytes, wants),
    head: blobSnapshot(repository, entries, maxBytes),
    changed: undefined,
    steps: noSteps,
    knownCommits,
  };
}
