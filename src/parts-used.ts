/**
 * Parts of the program that this run has used, by any names: code is compiled when it is first called, and a run that
 * used more than earlier ones has more of it to keep for the next. See src/start/scripts.ts.
 */
export const partsUsed = new Set<string>();
