import type { SourceFile } from '../file.ts';
import { lineStarts } from '../place.ts';

const known = new WeakMap<SourceFile, readonly number[]>();

/** Line starts of a file's text, computed once for a file that has findings. */
export function startsOf(file: SourceFile): readonly number[] {
  const before = known.get(file);
  if (before) return before;
  const made = lineStarts(file.text);
  known.set(file, made);
  return made;
}
