import { closeSync, constants, type Dirent, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, parse, resolve, sep } from 'node:path';
import micromatch from 'micromatch';
import type { RunFile } from '../../evidence/index/run-part.ts';
import { isRunDirectoryName } from '../../evidence/run-directory.ts';
import { type IsForbidden, look, realPath } from '../../git/follow.ts';
import { GitError } from '../../git/git-error.ts';
import { alternatives } from '../../policy/glob-alternatives.ts';
import { UsageError } from '../failure.ts';

/** Folders between a root and its runs. Deeper down lies something else. */
const DEEPEST = 4;

/** Folders that are looked into, far more than a harness's roots have. A root may name a whole disk. */
const MOST_FOLDERS = 200_000;

const CHUNK = 1 << 20;

/** What is opened on the way to runs, and what is told of it. */
export interface RunSearch {
  readonly isForbidden: IsForbidden;
  /** A folder or file is there and cannot be read: somebody else's home, or a log that another user wrote. */
  readonly onUnread: () => void;
}

interface Walk extends RunSearch {
  readonly onFolder: () => void;
}

/** What went away is not there: runs come and go, and `/proc` does all the time. Anything else that fails is told. */
function orUnread<T>(read: () => T, otherwise: T, onUnread: () => void): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof GitError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') onUnread();
    return otherwise;
  }
}

// The run directories below folders that a policy names as globs (`~/.hermes/profiles/*/harness-runs`), sorted. Links
// are followed up to the first wildcard, as `/home` may be one, and none from there on; what is forbidden is not opened.
export function findRunDirectories(
  globs: readonly string[],
  search: RunSearch,
  home: string = homedir(),
  mostFolders: number = MOST_FOLDERS,
): readonly string[] {
  const found = new Set<string>();
  let folders = 0;
  const onFolder = (): void => {
    if (++folders > mostFolders)
      throw new UsageError(
        `The evidence roots take in more than ${mostFolders} folders.`,
        'Name the folders of runs themselves, like `/srv/harness-runs`: what lies four folders below a root is looked at.',
      );
  };
  const walk = { ...search, onFolder };
  for (const glob of globs.flatMap(alternatives)) {
    for (const folder of foldersOf(glob.replace(/^~(?=\/|$)/, home), walk)) {
      for (const run of runsBelow(folder, DEEPEST, walk)) found.add(run);
    }
  }
  return [...found].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
}

/** Every folder that a glob names; a segment with a wildcard matches one level. */
function foldersOf(glob: string, walk: Walk): readonly string[] {
  const path = resolve(glob);
  const root = parse(path).root;
  const segments = path.slice(root.length).split(sep).filter(Boolean);
  const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const fixed = join(root, ...(wild === -1 ? segments : segments.slice(0, wild)));
  const start = realFolder(fixed, walk);
  if (start === undefined) return [];
  return (wild === -1 ? [] : segments.slice(wild)).reduce<readonly string[]>(
    (folders, segment) =>
      folders.flatMap((folder) =>
        foldersIn(folder, walk).filter((path) => micromatch.isMatch(basename(path), segment, { dot: true })),
      ),
    [start],
  );
}

function realFolder(path: string, { isForbidden, onUnread }: RunSearch): string | undefined {
  return orUnread(
    () => {
      const real = realPath('an evidence root', path, isForbidden);
      return look(real)?.isDirectory() ? real : undefined;
    },
    undefined,
    onUnread,
  );
}

function runsBelow(folder: string, depth: number, walk: Walk): readonly string[] {
  if (isRunDirectoryName(basename(folder))) return [folder];
  if (depth === 0) return [];
  return foldersIn(folder, walk).flatMap((path) => runsBelow(path, depth - 1, walk));
}

function entriesIn(folder: string, onUnread: () => void): readonly Dirent[] {
  return orUnread(() => readdirSync(folder, { withFileTypes: true }), [], onUnread);
}

/** Real folders only: a link may lead anywhere. */
function foldersIn(folder: string, { isForbidden, onUnread, onFolder }: Walk): readonly string[] {
  onFolder();
  return entriesIn(folder, onUnread)
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter((path) => !isForbidden(path));
}

/** The regular files of a run directory, in the order of their names, read a piece at a time; no link is followed. */
export function* readRun(run: string, onUnread: () => void): Generator<RunFile, void, undefined> {
  yield* filesBelow(run, '', onUnread);
}

function* filesBelow(run: string, folder: string, onUnread: () => void): Generator<RunFile, void, undefined> {
  const entries = entriesIn(join(run, folder), onUnread).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(run, path, onUnread);
    else if (entry.isFile()) yield* fileAt(join(run, path), path, onUnread);
  }
}

function* fileAt(path: string, file: string, onUnread: () => void): Generator<RunFile, void, undefined> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  const descriptor = orUnread(() => openSync(path, flags), undefined, onUnread);
  if (descriptor === undefined) return;
  try {
    const { size } = fstatSync(descriptor);
    yield { file, size, chunks: chunksOf(descriptor, size, onUnread) };
  } finally {
    closeSync(descriptor);
  }
}

/** At most `size` bytes: a log that still grows is read as far as it was when it was opened. */
function* chunksOf(
  descriptor: number,
  size: number,
  onUnread: () => void,
): Generator<Uint8Array, void, undefined> {
  for (let left = size; left > 0; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, left));
    const count = orUnread(() => readSync(descriptor, chunk, 0, chunk.length, null), 0, onUnread);
    if (count === 0) return;
    yield chunk.subarray(0, count);
    left -= count;
  }
}
