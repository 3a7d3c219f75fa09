import { malformed } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import { gitOutput } from './process.ts';
import type { Repository } from './repository/repository.ts';

const STEP = 'looking up commits';

/** `<commit> commit 250`; else the question, and `missing` or `ambiguous` (a tag of a blob is missing, too). */
const ANSWER = /^(?:([0-9a-f]{40,64}) commit \d+|[0-9a-f]{4,64}\^\{commit\} (?:missing|ambiguous))$/;
/** An id, or the beginning of one that is long enough for git. */
const HEX = /^[0-9a-f]{4,64}$/;

/** Such a text can hold neither a newline nor an option, and may be asked of a batch. */
export function isHex(text: string): boolean {
  return HEX.test(text);
}

/** The commit that each text names, which has to be hexadecimal; those that name none are left out. */
export async function peel(
  repository: Repository,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ObjectId>> {
  const commits = new Map<string, ObjectId>();
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

/** The commit that each id is, or leads to as a tag; ids that lead to none are left out. One process for all. */
export function peelToCommits(
  repository: Repository,
  ids: readonly ObjectId[],
): Promise<ReadonlyMap<ObjectId, ObjectId>> {
  return peel(repository, ids) as Promise<ReadonlyMap<ObjectId, ObjectId>>;
}

/** Which of these texts of a document are ids of commits, whole or cut short to no less than four digits. One process. */
export async function knownCommits(
  repository: Repository,
  texts: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await peel(repository, texts.filter(isHex))).keys());
}
