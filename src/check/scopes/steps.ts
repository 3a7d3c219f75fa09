import { isPolicyFile } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';
import type { Step } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
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
    snapshot.files.flatMap(({ path, blob }) => (isPolicyFile(path) ? [`${path}\0${blob}`] : [])).join('\0');
  if (blobs(base) === blobs(next)) return { basePolicy: options.policy, nextPolicy: options.policy };
  // A base whose own file can't be used loosens nothing by being mended: the run's policy is what to hold on to.
  const [before, after] = [await options.policyOf(base), await options.policyOf(next)];
  return { basePolicy: before ?? options.policy, nextPolicy: after };
}

/** One base and what came of it: the index, the working tree or a commit against what was there before. */
export async function* oneStep(
  base: Snapshot,
  next: Snapshot,
  options: ScopeOptions,
  brought: Pick<Step, 'authorship' | 'commit'> = { authorship: undefined, commit: undefined },
): AsyncGenerator<Step> {
  yield { base, next, ...brought, ...(await policiesOf(base, next, options)) };
}
