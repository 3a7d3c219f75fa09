import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { GitError } from './git-error.ts';

const NAME = process.platform === 'win32' ? 'git.exe' : 'git';

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // No such file, or none that may be started: the next folder of PATH is looked at.
    return false;
  }
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/**
 * Where git is. Folders of PATH that are relative, or lie in the repository (`node_modules/.bin` under `npm run`), are
 * passed over: what a repository brings along is never started.
 */
export function findGit(env: NodeJS.ProcessEnv, repositoryRoot: string): string {
  for (const folder of (env.PATH ?? env.Path ?? '').split(delimiter)) {
    if (!isAbsolute(folder) || isInside(folder, repositoryRoot)) continue;
    const path = join(folder, NAME);
    if (isProgram(path)) return path;
  }
  throw new GitError('git was not found on PATH', 'install Git 2.32 or newer, or add its folder to PATH');
}
