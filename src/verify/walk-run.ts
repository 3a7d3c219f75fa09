import { readdirSync } from 'node:fs';
import { lookAt, stateOf } from '../disk/plain-file.ts';
import { pathText } from '../git/path-text.ts';

/** One path of a run directory, looked at and not opened. */
export interface RunEntry {
  /** From the run directory, `/`-separated; a byte that is not UTF-8 is `\xNN`. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'special';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Differs as soon as anything is written to it, or something else stands in its place. */
  readonly state: string;
  /** As the file system has it, absolute. */
  readonly location: Buffer;
}

/** What a person would not look through; a run has a handful. */
const MAX_ENTRIES = 100_000;

/** The run directory can't be looked at: not a run that fails, but none. */
export class RunDirectoryError extends Error {
  override readonly name = 'RunDirectoryError';
  readonly help = 'Name one run directory itself, like 20260602T101500Z-slug-4711, that this user may read.';
}

function namesIn(folder: Buffer): readonly Buffer[] {
  try {
    return readdirSync(folder, { encoding: 'buffer' });
  } catch (cause) {
    throw new RunDirectoryError('A folder of the run directory cannot be read.', { cause });
  }
}

function kindOf(stats: NonNullable<ReturnType<typeof lookAt>>): RunEntry['kind'] {
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'directory' : 'special';
}

function entryAt(location: Buffer, path: string): RunEntry | undefined {
  const stats = lookAt(location);
  if (stats === undefined) return undefined;
  const kind = kindOf(stats);
  // A directory's own times change with what is written below it, which is seen there.
  const state = kind === 'directory' ? `${stats.dev} ${stats.ino}` : stateOf(stats);
  return {
    path,
    kind,
    size: Number(stats.size),
    modified: Number(stats.mtimeNs / 1_000_000n),
    state,
    location,
  };
}

/** Everything below a run directory, in the order of paths. No link is followed, nothing is opened but directories. */
export function walkRun(root: string): readonly RunEntry[] {
  const entries: RunEntry[] = [];
  const waiting: { location: Buffer; path: string }[] = [{ location: Buffer.from(root), path: '' }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    for (const name of namesIn(folder.location)) {
      if (entries.length === MAX_ENTRIES)
        throw new RunDirectoryError('The run directory has too many files.');
      const location = Buffer.concat([folder.location, Buffer.from('/'), name]);
      const path = folder.path === '' ? pathText(name) : `${folder.path}/${pathText(name)}`;
      const entry = entryAt(location, path);
      if (entry === undefined) continue;
      entries.push(entry);
      if (entry.kind === 'directory') waiting.push({ location, path });
    }
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths that came, went or changed between two walks. */
export function changedBetween(before: readonly RunEntry[], after: readonly RunEntry[]): readonly string[] {
  const states = new Map(before.map(({ path, state }) => [path, state]));
  const changed = after.filter(({ path, state }) => states.get(path) !== state).map(({ path }) => path);
  const paths = new Set(after.map(({ path }) => path));
  return [...changed, ...before.filter(({ path }) => !paths.has(path)).map(({ path }) => path)];
}
