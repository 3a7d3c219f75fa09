import { withoutIgnorable } from '../unicode.ts';

/** A file name as two people would call the same: one Unicode form, one case, nothing invisible. */
export function foldedName(name: string): string {
  // As nearly all are.
  if (/^[\x20-\x7e]*$/.test(name)) return name.toLowerCase();
  return withoutIgnorable(name.normalize('NFKC')).toLowerCase().normalize('NFKC');
}
