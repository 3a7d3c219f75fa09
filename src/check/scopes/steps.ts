import { isPolicyFile, POLICY_FILE_ENDS } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';
import type { Authorship } from '../../route/change.ts';
import type { Step } from '../scope.ts';
import { filesEnding, type Snapshot } from '../snapshot.ts';
import type { ScopeOptions } from './options.ts';

/** For scopes without a base: what changed is not asked. */
export async function* noSteps(): AsyncGenerator<Step> {
  // There is nothing to hold against anything.
}

/** The policies of both sides; where the change leaves the policy file alone, the run's own. */
async function policiesOf(
  base: Snapshot,
  next: Snapshot,
  options: ScopeOptions,
): Promise<{ basePolicy: PolicyData; nextPolicy: PolicyData | undefined }> {
  const blobs = (snapshot: Snapshot): string =>
    filesEnding(snapshot, POLICY_FILE_ENDS)
      .flatMap(({ path, blob }) => (isPolicyFile(path) ? [`${path}\0${blob}`] : []))
      .join('\0');
  if (blobs(base) === blobs(next)) return { basePolicy: options.policy, nextPolicy: options.policy };
  // Before the first commit there is no policy that could be loosened; a base whose own file can't be used is not
  // loosened by being mended.
  const before = base.files.length === 0 ? undefined : await options.policyOf(base);
  const after = await options.policyOf(next);
  return { basePolicy: before ?? after ?? options.policy, nextPolicy: after };
}

/** One base and what came of it: the index, the working tree or a commit against what was there before. */
export async function* oneStep(
  base: Snapshot,
  next: Snapshot,
  options: ScopeOptions,
  by?: {
    readonly commit: string;
    /** Asked with the policy of before: it says what has to be known of the commit's people. */
    readonly authorship: (policy: PolicyData) => Promise<Authorship>;
  },
  changed?: ReadonlySet<string>,
): AsyncGenerator<Step> {
  const policies = await policiesOf(base, next, options);
  const authorship = await by?.authorship(policies.basePolicy);
  yield { base, next, changed, authorship, commit: by?.commit, ...policies };
}
