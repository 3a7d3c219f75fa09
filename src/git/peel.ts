import { malformed } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import { gitOutput } from './process.ts';
import type { Repository } from './repository.ts';

const STEP = 'looking up commits';

/** `<commit> commit 250`, or the question and `missing` (a tag of a blob says no more than an unknown id). */
const ANSWER = /^(?:([0-9a-f]{40,64}) commit \d+|([0-9a-f]{40,64})\^\{commit\} missing)$/;

/** The commit that each id is, or leads to as a tag; ids that lead to none are left out. One process for all. */
export async function peelToCommits(
  repository: Repository,
  ids: readonly ObjectId[],
): Promise<ReadonlyMap<ObjectId, ObjectId>> {
  const commits = new Map<ObjectId, ObjectId>();
  if (ids.length === 0) return commits;
  const input = ids.map((id) => `${id}^{commit}\n`).join('');
  const output = await gitOutput(repository.git, STEP, ['cat-file', '--batch-check'], input);
  const lines = output.toString('latin1').split('\n');
  if (lines.pop() !== '' || lines.length !== ids.length) throw malformed(STEP);
  for (const [index, line] of lines.entries()) {
    const match = ANSWER.exec(line);
    if (!match) throw malformed(STEP);
    const commit = toObjectId(match[1] ?? '');
    if (commit !== undefined) commits.set(ids[index]!, commit);
  }
  return commits;
}
