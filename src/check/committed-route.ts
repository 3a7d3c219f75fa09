import { compileKinds } from '../documents/kinds.ts';
import { listTree } from '../git/listings/tree-listing.ts';
import type { ObjectId } from '../git/object-id.ts';
import type { Repository } from '../git/repository/repository.ts';
import type { Policy } from '../policy/policy.ts';
import type { Route } from '../route/route.ts';
import { type Run, stopAfter } from '../time-limit.ts';
import { type Detections, NOTHING_DETECTED } from './detectors.ts';
import { createRevisionReader, NOTHING_JUDGED } from './revision-reader.ts';
import { blobSnapshot } from './scopes/blobs.ts';
import { EMPTY_SNAPSHOT } from './snapshot.ts';

/** The route of a commit; an empty one where there is none yet. Nothing of the index or the working tree counts. */
export async function readCommittedRoute(
  repository: Repository,
  commit: ObjectId | undefined,
  policy: Policy,
): Promise<Route> {
  const run: Run = (work) => stopAfter(policy.limits.seconds * 1000, work);
  // No secret is known of any document: each field is held to its own rule, which refuses no less.
  const detect = async (): Promise<Detections> => NOTHING_DETECTED;
  const kindGlobs = compileKinds(policy);
  const reader = createRevisionReader({ policy, kindGlobs, detect, detectsAll: true, run });
  const snapshot =
    commit === undefined
      ? EMPTY_SNAPSHOT
      : blobSnapshot(repository, await listTree(repository, commit), policy.limits.fileBytes);
  // Which of the ids that documents name are commits concerns references only, which are not asked for here.
  return await reader.route(snapshot, async () => new Set(), NOTHING_JUDGED);
}
