import { join } from 'node:path';
import { type IsForbidden, look, readAdministration } from '../follow.ts';
import { GitError } from '../git-error.ts';
import type { Location } from './locate.ts';

/**
 * HEAD names no commit. That is right before the first one, when its branch has no ref yet; a ref that is there and
 * leads nowhere is damage, and judging against nothing would hide what a change did.
 */
export function assertUnborn(location: Location, isForbidden: IsForbidden): void {
  const head = readAdministration('HEAD', join(location.gitDir, 'HEAD'), isForbidden) ?? '';
  const branch = /^ref: (refs\/\S+)\n?$/.exec(head)?.[1];
  const packed =
    readAdministration('packed-refs', join(location.commonDir, 'packed-refs'), isForbidden) ?? '';
  if (
    branch !== undefined &&
    !look(join(location.commonDir, branch)) &&
    !packed.split('\n').some((line) => line.endsWith(` ${branch}`))
  ) {
    return;
  }
  throw new GitError(
    'HEAD leads to a commit that is missing or damaged',
    'look with `git fsck`, then set the branch right: git switch BRANCH',
  );
}
