import type { FileMode } from '../file.ts';
import type { PathEnds } from '../path-end.ts';
import type { Paths } from '../route/paths.ts';
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
  /** Those whose path may end so, where they are had without all the others. */
  readonly ending?: (ends: PathEnds) => readonly Listed[];
  /** One of them, where it is had without all the others. */
  readonly at?: (path: string) => Listed | undefined;
  /** All paths, where some are had without all the others. */
  readonly paths?: Paths;
  read(files: readonly Listed[]): AsyncIterable<RawFile>;
}

/** The files whose path may end so, and perhaps others: a listing may be long, and what is looked for rare. */
export function filesEnding(snapshot: Snapshot, ends: PathEnds): readonly Listed[] {
  return snapshot.ending?.(ends) ?? snapshot.files;
}

/** The files of these paths, of those that there are. */
export function filesAt(snapshot: Snapshot, paths: ReadonlySet<string>): readonly Listed[] {
  if (snapshot.at === undefined) return snapshot.files.filter(({ path }) => paths.has(path));
  return [...paths].flatMap((path) => snapshot.at?.(path) ?? []);
}

/** Before the first commit, and where a scope has no base. */
export const EMPTY_SNAPSHOT: Snapshot = {
  files: [],
  async *read() {
    // Nothing is listed, so nothing can be asked for.
  },
};
