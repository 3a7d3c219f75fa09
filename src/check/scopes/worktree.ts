import { listTree } from '../../git/listings/tree-listing.ts';
import { listWorktree, type WorktreeEntry } from '../../git/listings/worktree-listing.ts';
import { readWorktree } from '../../git/listings/worktree-reading.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope } from '../scope.ts';
import { EMPTY_SNAPSHOT, type Listed, type Snapshot } from '../snapshot.ts';
import type { RawFile } from '../source-file.ts';
import { blobSnapshot } from './blobs.ts';
import type { ScopeOptions } from './options.ts';
import { gitlinkFile, rawFile } from './raw-file.ts';
import { oneStep } from './steps.ts';

/** Ids of the files read so far: what is on disk has none before. */
type Ids = Map<string, string>;

async function* readFiles(
  repository: Repository,
  entries: readonly WorktreeEntry[],
  maxBytes: number,
  ids: Ids,
): AsyncGenerator<RawFile> {
  for (const { path, mode, from, tracked } of entries) {
    if (from === 'gitlink') yield gitlinkFile({ path, mode, blob: tracked?.blob ?? '' });
  }
  for await (const { entry, answer } of readWorktree(repository, entries, { maxBytes })) {
    ids.set(entry.path, answer.id);
    yield rawFile(entry, answer);
  }
}

function worktreeSnapshot(
  repository: Repository,
  entries: readonly WorktreeEntry[],
  maxBytes: number,
  ids: Ids,
): Snapshot {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    get files() {
      return entries.map(({ path, mode, from, tracked }) => ({
        path,
        mode,
        blob: ids.get(path) ?? (from === 'file' ? '' : (tracked?.blob ?? '')),
      }));
    },
    read: (files: readonly Listed[]) =>
      readFiles(
        repository,
        files.flatMap(({ path }) => byPath.get(path) ?? []),
        maxBytes,
        ids,
      ),
  };
}

/** Whether a path is one of those asked for, or in a folder that is. Somebody may name thousands of as many files. */
function isAsked(path: string, asked: ReadonlySet<string>): boolean {
  if (asked.has('') || asked.has(path)) return true;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    if (asked.has(path.slice(0, slash))) return true;
  return false;
}

/**
 * The working tree: tracked files, and untracked ones that git does not ignore, against `HEAD`.
 * @param asked paths from the root, `/`-separated; none: everything
 */
export async function worktreeScope(
  repository: Repository,
  asked: readonly string[],
  options: ScopeOptions,
): Promise<Scope> {
  const { maxBytes, knownCommits } = options;
  const { head } = repository;
  // Asked for now, and waited for when files are judged: git has another core for it.
  const listed = head === undefined ? undefined : listTree(repository, head);
  // Who asks for what changed hears how it failed.
  listed?.catch(() => undefined);
  const { entries } = await listWorktree(repository);
  const names = new Set(asked);
  const judged = asked.length === 0 ? entries : entries.filter(({ path }) => isAsked(path, names));
  const ids: Ids = new Map();
  const next = worktreeSnapshot(repository, entries, maxBytes, ids);
  return {
    summary: { kind: 'worktree', base: head ?? null, next: null },
    commits: 0,
    async *files(wants) {
      // What is on disk is read in any case: it has no blob before, and every shard must see the same ones.
      for await (const file of readFiles(repository, judged, maxBytes, ids)) if (wants(file)) yield file;
    },
    head: next,
    changed: asked.length === 0 ? undefined : new Set(judged.map(({ path }) => path)),
    async *steps() {
      const base = listed === undefined ? EMPTY_SNAPSHOT : blobSnapshot(repository, await listed, maxBytes);
      yield* oneStep(base, next, options);
    },
    knownCommits,
  };
}
