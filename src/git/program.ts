import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { GitError } from './git-error.ts';

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
 * PATH without folders that are relative or lie in the repository (`node_modules/.bin` under `npm run`): what a
 * repository brings along is never started, by us or by git.
 */
export function trustedPath(env: NodeJS.ProcessEnv, repositoryRoot: string): string {
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder) && !isInside(folder, repositoryRoot))
    .join(delimiter);
}

/** `undefined` where no folder of `path` holds it. */
export function findProgram(name: string, path: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, file);
    if (folder !== '' && isProgram(candidate)) return candidate;
  }
  return undefined;
}

export function findGit(path: string): string {
  const git = findProgram('git', path);
  if (git !== undefined) return git;
  throw new GitError('git was not found on PATH', 'install Git 2.32 or newer, or add its folder to PATH');
}
