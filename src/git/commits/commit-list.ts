import { join } from 'node:path';
import { readAdministration } from '../follow.ts';
import { GitError, malformed } from '../git-error.ts';
import { type ObjectId, toObjectId } from '../object-id.ts';
import { startGit } from '../process.ts';
import { type Selection, selectionArguments, selectionInput } from '../ranges/selection.ts';
import type { Repository } from '../repository/repository.ts';

export interface CommitNode {
  readonly id: ObjectId;
  readonly parents: readonly ObjectId[];
}

const STEP = 'listing commits';

/** Commits whose parents were cut off by `--depth`, one a line. */
function boundaries(repository: Repository): ReadonlySet<string> {
  if (!repository.shallow) return new Set();
  const text = readAdministration(
    'the file shallow',
    join(repository.commonDir, 'shallow'),
    repository.isForbidden,
  );
  return new Set((text ?? '').split('\n'));
}

export function shallowError(): GitError {
  return new GitError(
    'this clone is shallow, and commits that belong to what is judged are missing',
    "fetch them: git remote set-branches origin '*' && git fetch --unshallow origin (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0)",
  );
}

function nodeOf(line: string): CommitNode {
  const [id, ...parents] = line.split(' ').map(toObjectId);
  if (id === undefined || parents.includes(undefined)) throw malformed(STEP);
  return { id, parents: parents as ObjectId[] };
}

/**
 * The selected commits, parents before children. Merges and their second parents are in. A `GitError` where a shallow
 * clone has cut off a part of them. One process.
 */
export async function listCommits(
  repository: Repository,
  selection: Selection,
): Promise<readonly CommitNode[]> {
  const running = startGit(repository.git, STEP, [
    'rev-list',
    '--topo-order',
    '--reverse',
    '--parents',
    ...selectionArguments(selection),
  ]);
  running.stdin.end(selectionInput(selection));
  const cut = boundaries(repository);
  const nodes: CommitNode[] = [];
  let rest = '';
  for await (const chunk of running.output()) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop()!;
    for (const line of lines) nodes.push(nodeOf(line));
  }
  if (rest !== '') throw malformed(STEP);
  if (nodes.some((node) => cut.has(node.id))) throw shallowError();
  return nodes;
}

/** What a list has to hold is missing where git ended it too early, without saying so. */
export function assertListed(nodes: readonly CommitNode[], ids: readonly ObjectId[]): void {
  const listed = new Set(nodes.map(({ id }) => id));
  if (!ids.every((id) => listed.has(id))) throw malformed(STEP);
}
