import { alternatives } from './glob-alternatives.ts';

/**
 * Why no path of a repository is ever meant by a glob that `globFault` finds no fault with, or by one of the globs that
 * its braces stand for; `undefined` where one may be. git writes paths from the root, without empty and dotted parts.
 */
export function neverMeant(glob: string): string | undefined {
  for (const one of alternatives(glob)) {
    if (one.startsWith('/')) return 'it begins with `/`; paths are written from the root without one';
    if (one.endsWith('/')) return 'it ends in `/`; what lies in a folder is `folder/**`';
    const parts = one.split('/');
    if (parts.includes('')) return 'it has two `/` in a row';
    if (parts.includes('.') || parts.includes('..'))
      return 'it has a part `.` or `..`; paths are written from the root without them';
  }
  return undefined;
}
