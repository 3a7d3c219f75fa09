import { GitError } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import { ask } from './questions.ts';
import type { Repository } from './repository.ts';

async function parse(repository: Repository, text: string, type: 'commit' | 'object') {
  if (text === '' || text.includes('\0')) return undefined;
  const id = await ask(repository.git, 'resolving a revision', [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${text}^{${type}}`,
  ]);
  return id === undefined ? undefined : toObjectId(id);
}

/** The commit that a revision names: a branch, a tag, an id, `HEAD~2`. What names none is a `GitError`. */
export async function resolveRevision(repository: Repository, text: string): Promise<ObjectId> {
  const id = await parse(repository, text, 'commit');
  if (id !== undefined) return id;
  throw new GitError(
    'the revision names no commit of this repository',
    repository.shallow
      ? "this clone is shallow: git remote set-branches origin '*' && git fetch --unshallow origin"
      : 'look with `git log`; fetch what is missing with `git fetch origin`',
  );
}

/** Like `resolveRevision`, for what may well be missing: `undefined` then. */
export async function findCommit(repository: Repository, text: string): Promise<ObjectId | undefined> {
  return parse(repository, text, 'commit');
}

/** Where two lines of history parted; `undefined` where they have no commit in common. */
export async function mergeBase(
  repository: Repository,
  one: ObjectId,
  other: ObjectId,
): Promise<ObjectId | undefined> {
  const id = await ask(repository.git, 'finding the merge base', ['merge-base', one, other]);
  return id === undefined ? undefined : toObjectId(id);
}
