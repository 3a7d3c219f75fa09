import { createHash } from 'node:crypto';
import { normalPath, written } from './normalise.ts';

/**
 * What a policy may commit in place of a path: `sha256:…` of the normalised path, in hexadecimal. Throws a RangeError
 * on a path that is relative, since nothing would ever match it.
 */
export function hashTargetPath(path: string): string {
  const normal = normalPath(path);
  if (normal.base === '..' || normal.names.length === 0) {
    throw new RangeError('a target is hashed by an absolute path, or one that begins with ~');
  }
  return digestOf(written(normal));
}

export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}
