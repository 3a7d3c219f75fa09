import { PolicyError } from '../../policy/policy-error.ts';
import type { PolicyData } from '../../policy/schema.ts';
import { compileTargets, type TargetMatcher } from '../../targets/matcher.ts';

/** The targets of a policy, ready for use. `source` names the policy in the error. */
export function targetMatcher(targets: PolicyData['targets'], source: string): TargetMatcher {
  try {
    return compileTargets(targets);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PolicyError(
      source,
      undefined,
      'A target is the root of the file system, or a home as a whole.',
      'Name the folder of the repository.',
    );
  }
}
