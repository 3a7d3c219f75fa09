import { GitError } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import { isHex, peel } from './peel.ts';
import { ask } from './questions.ts';
import type { Repository } from './repository.ts';

/** 1 where a name is unknown, 128 where it can be none: a branch without an upstream, two revisions at once. */
const NO_REVISION = [1, 128];

/** The commit that a text names, if it names one. A text that begins like an option is none. */
export async function findCommit(repository: Repository, text: string): Promise<ObjectId | undefined> {
  if (text === '' || text.includes('\0')) return undefined;
  if (isHex(text)) return (await peel(repository, [text])).get(text);
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`];
  const id = await ask(repository.git, 'resolving a revision', args, NO_REVISION);
  return id === undefined ? undefined : toObjectId(id);
}

/** The commit that a revision names: a branch, a tag, an id, `HEAD~2`. What names none is a `GitError`. */
export async function resolveRevision(repository: Repository, text: string): Promise<ObjectId> {
  const id = await findCommit(repository, text);
  if (id !== undefined) return id;
  throw new GitError(
    'the revision names no commit of this repository',
    repository.shallow
      ? "this clone is shallow: git remote set-branches origin '*' && git fetch --unshallow origin"
      : 'look with `git log`; fetch what is missing with `git fetch origin`',
  );
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

/** `refs/heads/main`; `undefined` where HEAD is detached. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  return await ask(repository.git, 'finding the current branch', ['symbolic-ref', '--quiet', 'HEAD']);
}

/** The ref that the current branch follows, `refs/remotes/origin/main`; `undefined` where there is none, or no branch. */
export async function upstreamOf(repository: Repository): Promise<string | undefined> {
  const branch = await currentBranch(repository);
  if (branch === undefined) return undefined;
  const args = ['for-each-ref', '--format=%(upstream)', branch];
  return (await ask(repository.git, 'finding the upstream branch', args)) || undefined;
}
