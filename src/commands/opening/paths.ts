import { relative, resolve, sep } from 'node:path';
import { look } from '../../git/follow.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { nearest } from '../../suggestion.ts';
import { UsageError } from '../failure.ts';

/** A link is there whether it leads anywhere or not. */
export function isThere(path: string): boolean {
  try {
    return look(path) !== undefined;
  } catch {
    // What cannot be looked at (links in a circle, a folder that nobody may enter) cannot be judged either.
    return false;
  }
}

/**
 * Path arguments, which count from where the user stands, as `/`-separated paths from the root of the repository.
 * @param commands words that may have been meant instead of a path that does not exist
 */
export function askedPaths(
  repository: Repository,
  paths: readonly string[],
  cwd: string,
  which: 'existing' | 'any' = 'existing',
  commands: readonly string[] = [],
): readonly string[] {
  const { root } = repository;
  if (root === undefined) {
    if (paths.length === 0) return [];
    throw new UsageError(
      'There is no working tree here to take paths from.',
      'Judge a revision: `--rev HEAD`.',
    );
  }
  return paths.map((path) => {
    if (path === '') throw new UsageError('A path is empty.', 'Name it, or write `.` for where you stand.');
    const absolute = resolve(cwd, path);
    const inside = relative(root, absolute);
    if (inside.startsWith('..')) {
      throw new UsageError(
        `The path \`${path}\` lies outside of the repository.`,
        'Name files and folders of this repository.',
      );
    }
    if (which === 'existing' && !isThere(absolute)) {
      const near = nearest(path, commands);
      throw new UsageError(
        `The path \`${path}\` does not exist.`,
        `${near === undefined ? '' : `Did you mean the command \`${near}\`? `}Check its spelling; \`git ls-files\` lists what there is.`,
      );
    }
    return inside.split(sep).join('/');
  });
}
