import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Repository } from '../git/repository.ts';
import { UsageError } from './failure.ts';

/** Path arguments, which count from where the user stands, as `/`-separated paths from the root of the repository. */
export function askedPaths(
  repository: Repository,
  paths: readonly string[],
  cwd: string,
  which: 'existing' | 'any' = 'existing',
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
    const absolute = resolve(cwd, path);
    const inside = relative(root, absolute);
    if (inside.startsWith('..')) {
      throw new UsageError(
        'A path lies outside of the repository.',
        'Name files and folders of this repository.',
      );
    }
    if (which === 'existing' && !existsSync(absolute))
      throw new UsageError(
        'A path does not exist.',
        'Check its spelling; `git ls-files` lists what there is.',
      );
    return inside.split(sep).join('/');
  });
}
