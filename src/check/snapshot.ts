import type { FileMode } from '../file.ts';
import type { RawFile } from './source-file.ts';

/** One path of a revision, before anything of it is read. */
export interface Listed {
  readonly path: string;
  readonly mode: FileMode;
  /** Object id; in the working tree empty until the file is read. */
  readonly blob: string;
}

/** A revision as a scope delivers it: every path, and the content of those asked for, in the order asked. */
export interface Snapshot {
  readonly files: readonly Listed[];
  read(files: readonly Listed[]): AsyncIterable<RawFile>;
}

/** Before the first commit, and where a scope has no base. */
export const EMPTY_SNAPSHOT: Snapshot = {
  files: [],
  async *read() {
    // Nothing is listed, so nothing can be asked for.
  },
};
