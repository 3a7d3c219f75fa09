import type { IsForbidden } from '../../git/follow.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Policy } from '../../policy/policy.ts';
import type { TargetMatcher } from '../../targets/matcher.ts';
import type { Io } from '../printing/output.ts';
import { forbiddenPaths, openHere } from './open-here.ts';
import type { PolicyPlace } from './policy-place.ts';
import { readPolicy } from './read-policy.ts';
import { targetMatcher } from './target-matcher.ts';

/** What a command needs that goes by what is committed. */
export interface Committed {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly matcher: TargetMatcher;
  /** Whether a path lies in a target: of the committed policy, of the working tree's, or of a list of its own. */
  readonly isForbidden: IsForbidden;
}

/** The repository that a command stands in, with the policy of its `HEAD`: what is not committed does not count. */
export async function openCommitted(
  policyFile: string | undefined,
  today: string,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<Committed> {
  const repository = await openHere(io, { hook: false, named: { '--policy': policyFile } });
  const policy = await readPolicy(repository, placeOf(policyFile, repository), today, io);
  const isTarget = forbiddenPaths(policy.targets, repository.root ?? io.cwd, io.env.HOME);
  return {
    repository,
    policy,
    matcher: targetMatcher(policy.targets, policy.source),
    isForbidden: (path) => repository.isForbidden(path) || isTarget(path),
  };
}

function placeOf(file: string | undefined, { head }: Repository): PolicyPlace {
  if (file !== undefined) return { kind: 'file', path: file };
  // Before the first commit nothing is committed, the policy neither.
  return head === undefined ? { kind: 'built-in' } : { kind: 'revision', revision: head };
}
