import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, parse, resolve, sep } from 'node:path';
import micromatch from 'micromatch';
import { isRunDirectoryName } from '../evidence/run-directory.ts';
import type { RunFile } from '../evidence/run-part.ts';
import { type IsForbidden, look, realPath } from '../git/follow.ts';

/** Folders between a root and its runs. Deeper down lies something else. */
const DEEPEST = 4;

const CHUNK = 1 << 20;

// The run directories below folders that a policy names as globs (`~/.hermes/profiles/*/harness-runs`), sorted. Links
// are followed up to the first wildcard, as `/home` may be one, and none from there on; what is forbidden is not opened.
export function findRunDirectories(
  globs: readonly string[],
  isForbidden: IsForbidden,
  home: string = homedir(),
): readonly string[] {
  const found = new Set<string>();
  for (const glob of globs) {
    for (const folder of foldersOf(glob.replace(/^~(?=\/|$)/, home), isForbidden)) {
      for (const run of runsBelow(folder, DEEPEST, isForbidden)) found.add(run);
    }
  }
  return [...found].sort((a, b) => (basename(a) < basename(b) ? -1 : 1));
}

/** Every folder that a glob names; a segment with a wildcard matches one level. */
function foldersOf(glob: string, isForbidden: IsForbidden): readonly string[] {
  const path = resolve(glob);
  const root = parse(path).root;
  const segments = path.slice(root.length).split(sep).filter(Boolean);
  const wild = segments.findIndex((segment) => /[*?[{]/.test(segment));
  const fixed = join(root, ...(wild === -1 ? segments : segments.slice(0, wild)));
  const start = realFolder(fixed, isForbidden);
  if (start === undefined) return [];
  return (wild === -1 ? [] : segments.slice(wild)).reduce<readonly string[]>(
    (folders, segment) =>
      folders.flatMap((folder) =>
        foldersIn(folder, isForbidden).filter((path) =>
          micromatch.isMatch(basename(path), segment, { dot: true }),
        ),
      ),
    [start],
  );
}

function realFolder(path: string, isForbidden: IsForbidden): string | undefined {
  const real = realPath('an evidence root', path, isForbidden);
  return look(real)?.isDirectory() ? real : undefined;
}

function runsBelow(folder: string, depth: number, isForbidden: IsForbidden): readonly string[] {
  if (isRunDirectoryName(basename(folder))) return [folder];
  if (depth === 0) return [];
  return foldersIn(folder, isForbidden).flatMap((path) => runsBelow(path, depth - 1, isForbidden));
}

/** Real folders only: a link may lead anywhere. */
function foldersIn(folder: string, isForbidden: IsForbidden): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter((path) => !isForbidden(path));
}

/** The regular files of a run directory, in the order of their names, read a piece at a time; no link is followed. */
export function* readRun(run: string): Generator<RunFile, void, undefined> {
  yield* filesBelow(run, '');
}

function* filesBelow(run: string, folder: string): Generator<RunFile, void, undefined> {
  const entries = readdirSync(join(run, folder), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesBelow(run, path);
    else if (entry.isFile()) yield* fileAt(join(run, path), path);
  }
}

function* fileAt(path: string, file: string): Generator<RunFile, void, undefined> {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = fstatSync(descriptor);
    yield { file, size, chunks: chunksOf(descriptor, size) };
  } finally {
    closeSync(descriptor);
  }
}

/** At most `size` bytes: a log that still grows is read as far as it was when it was opened. */
function* chunksOf(descriptor: number, size: number): Generator<Uint8Array, void, undefined> {
  for (let left = size; left > 0; ) {
    const chunk = Buffer.alloc(Math.min(CHUNK, left));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) return;
    yield chunk.subarray(0, count);
    left -= count;
  }
}
