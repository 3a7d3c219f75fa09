import { dirname, join, resolve } from 'node:path';
import { type IsForbidden, look, readAdministration, realPath } from '../follow.ts';
import { GitError } from '../git-error.ts';
import type { HookVariables } from './environment.ts';

/** Where a repository lies, found by reading alone: all paths absolute and real. */
export interface Location {
  readonly gitDir: string;
  /** Shared by linked worktrees; the same as `gitDir` elsewhere. */
  readonly commonDir: string;
  /** Where it was found: usually the top of the working tree. */
  readonly foundIn: string;
}

/** As git tells one: https://git-scm.com/docs/gitrepository-layout. A linked worktree's has `commondir` instead. */
function isGitDirectory(path: string): boolean {
  if (!look(join(path, 'HEAD'))) return false;
  if (look(join(path, 'commondir'))) return true;
  return look(join(path, 'objects')) !== undefined && look(join(path, 'refs')) !== undefined;
}

/** The file `.git` of linked worktrees and submodules is one line: `gitdir: PATH`. */
function gitFileTarget(file: string, isForbidden: IsForbidden): string {
  const line = readAdministration('the file .git', file, isForbidden)?.match(/^gitdir: (.+?)[\r\n]*$/s);
  if (!line)
    throw new GitError(
      'the file .git is not of the form `gitdir: PATH`',
      'repair it with `git worktree repair`',
    );
  return resolve(dirname(file), line[1]!);
}

function dotGitIn(directory: string, isForbidden: IsForbidden): string | undefined {
  const path = join(directory, '.git');
  if (!look(path)) return undefined;
  const real = realPath('.git', path, isForbidden);
  if (look(real)?.isFile()) return realPath('the file .git', gitFileTarget(real, isForbidden), isForbidden);
  return isGitDirectory(real) ? real : undefined;
}

function* upwards(directory: string): Generator<string> {
  let current = directory;
  for (;;) {
    yield current;
    const parent = dirname(current);
    if (parent === current) return;
    current = parent;
  }
}

function enclosing(directory: string, isForbidden: IsForbidden): string | undefined {
  for (const parent of upwards(directory)) {
    const found = dotGitIn(parent, isForbidden);
    if (found !== undefined) return found;
  }
  return undefined;
}

function discover(cwd: string, isForbidden: IsForbidden): { gitDir: string; foundIn: string } {
  for (const directory of upwards(cwd)) {
    const found = dotGitIn(directory, isForbidden);
    if (found !== undefined) return { gitDir: found, foundIn: directory };
    if (!isGitDirectory(directory)) continue;
    const around = enclosing(directory, isForbidden);
    if (around === undefined || around === directory) return { gitDir: directory, foundIn: directory };
    // A bare repository can be committed as plain files, with a configuration that starts programs.
    throw new GitError(
      'the current directory is a bare repository inside the working tree of another repository',
      'change to the working tree that you mean; a repository that came with the files is not trusted',
    );
  }
  throw new GitError(
    'no Git repository was found here',
    'run cto-lint inside a repository, or `git init` one',
  );
}

function named(cwd: string, path: string, isForbidden: IsForbidden): string {
  const real = realPath('GIT_DIR', resolve(cwd, path), isForbidden);
  if (look(real)?.isFile()) return realPath('GIT_DIR', gitFileTarget(real, isForbidden), isForbidden);
  if (isGitDirectory(real)) return real;
  throw new GitError(
    'GIT_DIR names no Git repository',
    'run the hook from the directory that git started it in',
  );
}

/**
 * A hook that goes on to another repository brings the index of its own along, and would be judged by it. An index of
 * one's own making may lie anywhere, but in no other repository.
 */
function assertOwnIndex(gitDir: string, foundIn: string, index: string, isForbidden: IsForbidden): void {
  const holder = realPath('GIT_INDEX_FILE', dirname(resolve(foundIn, index)), isForbidden);
  if (holder === gitDir || !isGitDirectory(holder)) return;
  throw new GitError(
    'GIT_INDEX_FILE names the index of another repository',
    'unset it before changing to another repository: unset $(git rev-parse --local-env-vars)',
  );
}

/** Finds the repository the way git does, before git is started. `cwd` is a real path. */
export function locate(cwd: string, hook: HookVariables, isForbidden: IsForbidden): Location {
  const { gitDir, foundIn } =
    hook.GIT_DIR === undefined
      ? discover(cwd, isForbidden)
      : { gitDir: named(cwd, hook.GIT_DIR, isForbidden), foundIn: cwd };
  if (hook.GIT_INDEX_FILE !== undefined) assertOwnIndex(gitDir, foundIn, hook.GIT_INDEX_FILE, isForbidden);
  const common =
    hook.GIT_COMMON_DIR === undefined
      ? readAdministration('commondir', join(gitDir, 'commondir'), isForbidden)?.replace(/[\r\n]+$/, '')
      : resolve(cwd, hook.GIT_COMMON_DIR);
  const commonDir =
    common === undefined ? gitDir : realPath('commondir', resolve(gitDir, common), isForbidden);
  return { gitDir, commonDir, foundIn };
}
