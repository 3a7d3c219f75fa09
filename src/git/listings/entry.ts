/** git's own modes of an entry: regular, executable, symbolic link, gitlink (a submodule's commit). */
export type EntryMode = '100644' | '100755' | '120000' | '160000';

/** One path of a tree, an index or a working tree. */
export interface Entry {
  /** `/`-separated, from the root; a byte that is not UTF-8 is `\xNN`. */
  readonly path: string;
  readonly mode: EntryMode;
  /** Object id of the blob; of a gitlink, of the commit. */
  readonly blob: string;
}

/** One path that differs between two trees. `T` is a change of type: a file that became a link, say. */
export interface ChangedEntry {
  readonly path: string;
  readonly status: 'A' | 'M' | 'T' | 'D';
  /** `undefined` where it was deleted. */
  readonly next: Omit<Entry, 'path'> | undefined;
  /** `undefined` where it was added. */
  readonly base: Omit<Entry, 'path'> | undefined;
}

/** Old gits wrote modes such as 100664; only the type and the owner's x bit count. */
export function entryMode(mode: string): EntryMode {
  if (mode === '100644' || mode === '100755' || mode === '120000' || mode === '160000') {
    return mode;
  }
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755';
}
