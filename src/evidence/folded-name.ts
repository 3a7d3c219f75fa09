/** Characters that a reader doesn't see: soft hyphen, joiners, zero-width space, direction marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A file name as two people would call the same: one Unicode form, one case, nothing invisible. */
export function foldedName(name: string): string {
  // As nearly all are.
  if (/^[\x20-\x7e]*$/.test(name)) return name.toLowerCase();
  return name.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC');
}
