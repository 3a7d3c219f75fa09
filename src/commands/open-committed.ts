import type { Repository } from '../git/repository.ts';
import type { Policy } from '../policy/policy.ts';
import { openHere } from './open-here.ts';
import type { Io } from './output.ts';
import { type PolicyPlace, readPolicy } from './read-policy.ts';

/** The repository that a command stands in, with the policy of its `HEAD`: what is not committed does not count. */
export async function openCommitted(
  policyFile: string | undefined,
  today: string,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<{ repository: Repository; policy: Policy }> {
  const repository = await openHere(io, { hook: false, named: { '--policy': policyFile } });
  return { repository, policy: await readPolicy(repository, placeOf(policyFile, repository), today, io) };
}

function placeOf(file: string | undefined, { head }: Repository): PolicyPlace {
  if (file !== undefined) return { kind: 'file', path: file };
  // Before the first commit nothing is committed, the policy neither.
  return head === undefined ? { kind: 'built-in' } : { kind: 'revision', revision: head };
}
