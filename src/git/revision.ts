import { GitError } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import { isHex, peel } from './peel.ts';
import { ask } from './questions.ts';
import type { Repository } from './repository/repository.ts';

/** 1 where a name is unknown, 128 where it can be none: a branch without an upstream, two revisions at once. */
const NO_REVISION = [1, 128];

/** Where git looks for a short name, each before the next. A tag of `origin/main` would stand in for the branch. */
const NAMESPACES = ['refs/', 'refs/tags/', 'refs/heads/', 'refs/remotes/'];

/** `origin/main~2` → `origin/main`. */
function refName(text: string): string {
  return text.split(/[~^:]|@\{/, 1)[0]!;
}

/** Whoever may push a tag must not choose what a name means: one that several refs have, for several commits, is none. */
async function assertOneRef(repository: Repository, text: string): Promise<void> {
  const name = refName(text);
  if (name === '' || name === 'HEAD' || name === '@' || name.startsWith('refs/')) return;
  const names = [...NAMESPACES.map((namespace) => namespace + name), `refs/remotes/${name}/HEAD`];
  const args = ['for-each-ref', '--format=%(objectname) %(*objectname) %(refname)', '--', ...names];
  const lines = (await ask(repository.git, 'looking for refs of one name', args))?.split('\n') ?? [];
  const found = lines.map((line) => line.split(' ')).filter(([, , ref]) => names.includes(ref ?? ''));
  const targets = new Set(found.map(([id, target]) => target || id));
  if (targets.size < 2) return;
  throw new GitError(
    'a name means several refs, which name several commits',
    'name the ref in full, such as refs/remotes/origin/main or refs/tags/v1',
  );
}

/**
 * The commit that a text names, if it names one. A text that begins like an option is none; a name that several refs have
 * is a `GitError`.
 */
export async function findCommit(repository: Repository, text: string): Promise<ObjectId | undefined> {
  if (text === '' || text.includes('\0')) return undefined;
  if (isHex(text)) return (await peel(repository, [text])).get(text);
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`];
  const id = await ask(repository.git, 'resolving a revision', args, NO_REVISION);
  if (id === undefined) return undefined;
  await assertOneRef(repository, text);
  return toObjectId(id);
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

/** The name of the branch that a clone's `origin` calls its default, else of the current one; `undefined` where detached. */
export async function mainBranch(repository: Repository): Promise<string | undefined> {
  const remote = 'refs/remotes/origin/';
  const step = 'finding the default branch of origin';
  const named = await ask(repository.git, step, ['symbolic-ref', '--quiet', `${remote}HEAD`]);
  if (named?.startsWith(remote)) return named.slice(remote.length);
  return (await currentBranch(repository))?.replace(/^refs\/heads\//, '');
}

/** The ref that the current branch follows, `refs/remotes/origin/main`; `undefined` where there is none, or no branch. */
export async function upstreamOf(repository: Repository): Promise<string | undefined> {
  const branch = await currentBranch(repository);
  if (branch === undefined) return undefined;
  const args = ['for-each-ref', '--format=%(upstream)', branch];
  return (await ask(repository.git, 'finding the upstream branch', args)) || undefined;
}
