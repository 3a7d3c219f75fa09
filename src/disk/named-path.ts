import { basename, dirname, join, resolve } from 'node:path';
import { type IsForbidden, realPath, refuseForbidden } from '../git/follow.ts';
import { leadsIntoTarget } from '../targets/leads-into-target.ts';
import type { TargetMatcher } from '../targets/matcher.ts';

/** Whether a path of the file system lies in a Target Repository. */
export function forbiddenBy(matcher: TargetMatcher): IsForbidden {
  return (path) => !matcher.isEmpty && leadsIntoTarget(path, matcher) !== undefined;
}

/**
 * A path that an argument or a variable names, absolute, with the links above its last part resolved one at a time;
 * the last part is left as it is. Throws (exit 2) where the text, or a link on the way, leads into a target, before
 * anything behind it is looked at. `what` is the name of the argument or variable.
 */
export function namedPath(what: string, text: string, cwd: string, isForbidden: IsForbidden): string {
  refuseForbidden(what, text, isForbidden);
  const path = resolve(cwd, text);
  refuseForbidden(what, path, isForbidden);
  try {
    realPath(what, path, isForbidden);
    return path === dirname(path) ? path : join(realPath(what, dirname(path), isForbidden), basename(path));
  } catch (error) {
    // A folder on the way may not be looked into: then what lies in it can't be opened either, which is told there.
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return path;
    throw error;
  }
}
