import type { Policy } from '../../policy/policy.ts';
import type { Io } from '../printing/output.ts';
import { todayOf } from '../today.ts';
import { openHere } from './open-here.ts';
import { readPolicy } from './read-policy.ts';

/** The policy of the working tree that a command is run in; of `HEAD` where the repository is bare. */
export async function policyHere(io: Io): Promise<Policy> {
  const repository = await openHere(io, { hook: false });
  return await readPolicy(repository, { kind: 'worktree', isListed: false }, todayOf(undefined, io.env), io);
}
