import { relative, sep } from 'node:path';
import { GitError } from '../git-error.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { gitOutput } from '../process.ts';
import type { Repository } from '../repository/repository.ts';
import { type Entry, type EntryMode, entryMode } from './entry.ts';
import { listStages } from './index-listing.ts';
import { records } from './raw-diff.ts';
import { WorktreeFiles } from './worktree-files.ts';

/** One path of the working tree. */
export interface WorktreeEntry {
  readonly path: string;
  readonly mode: EntryMode;
  /**
   * `index`: a sparse checkout keeps the file out of the working tree, so its content is the index's blob. `gitlink`: a
   * submodule; its content is no file of this repository.
   */
  readonly from: 'file' | 'index' | 'gitlink';
  /** What the index has for it; `undefined` where it is not tracked. */
  readonly tracked: Omit<Entry, 'path'> | undefined;
}

export interface WorktreeListing {
  readonly entries: readonly WorktreeEntry[];
  /** Folders with a repository of their own that is no submodule; git tracks nothing in them. */
  readonly nested: readonly string[];
}

/** git looks into a folder to see whether it is a repository of its own, but not into an excluded one. */
function exclusions(repository: Repository): readonly string[] {
  return repository.keepOut.flatMap((directory) => {
    const way = relative(repository.root ?? '/', directory)
      .split(sep)
      .join('/');
    if (way === '' || way === '..' || way.startsWith('../')) return [];
    return [`--exclude=/${way.replace(/[\\*?[\]]/g, '\\$&').replace(/ /g, '\\ ')}`];
  });
}

async function listUntracked(repository: Repository, paths: readonly string[]): Promise<readonly string[]> {
  const step = 'listing untracked files';
  const output = await gitOutput(repository.git, step, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '-z',
    '--full-name',
    ...exclusions(repository),
    '--',
    ...paths,
  ]);
  return records(step, output).map(pathTextOfLatin1);
}

/** Whether the x bit of a file says something; `git init` finds out and writes it down. */
function keepsModes(repository: Repository): boolean {
  const setting = repository.settings.findLast((one) => one.section === 'core' && one.key === 'filemode');
  return setting === undefined ? process.platform !== 'win32' : !/^(?:false|no|off|0)$/i.test(setting.value);
}

async function lookAtWorktree(
  repository: Repository,
  paths: readonly string[] = [],
): Promise<WorktreeListing> {
  const { root } = repository;
  if (root === undefined) {
    throw new GitError('there is no working tree here', 'judge a revision instead: --rev HEAD');
  }
  const [staged, untracked] = await Promise.all([
    listStages(repository, paths),
    listUntracked(repository, paths),
  ]);
  const files = new WorktreeFiles(root, repository.isForbidden);
  const modes = keepsModes(repository);
  const entries = new Map<string, WorktreeEntry>();
  const add = (path: string, tracked: WorktreeEntry['tracked']) => {
    const stats = files.look(path);
    if (stats?.isSymbolicLink()) entries.set(path, { path, mode: '120000', from: 'file', tracked });
    if (!stats?.isFile()) return;
    const regular = tracked?.mode === '100644' || tracked?.mode === '100755' ? tracked.mode : '100644';
    const mode = modes ? entryMode(stats.mode.toString(8)) : regular;
    entries.set(path, { path, mode, from: 'file', tracked });
  };
  for (const { path, mode, blob, sparse } of staged) {
    if (entries.has(path)) continue;
    if (mode === '160000') entries.set(path, { path, mode, from: 'gitlink', tracked: { mode, blob } });
    else add(path, { mode, blob });
    if (sparse && !entries.has(path)) {
      entries.set(path, { path, mode, from: 'index', tracked: { mode, blob } });
    }
  }
  for (const path of untracked) if (!path.endsWith('/')) add(path, undefined);
  return {
    entries: [...entries.values()],
    nested: untracked.filter((path) => path.endsWith('/')),
  };
}

const listings = new WeakMap<Repository, Promise<WorktreeListing>>();

/**
 * Tracked files, and untracked ones that git does not ignore, as they are on disk; what was deleted there is absent.
 * During a merge a path in conflict is listed once. Two processes, and none when it is asked again: a run sees one state of
 * the working tree, as it does of the index.
 */
export async function listWorktree(repository: Repository): Promise<WorktreeListing> {
  const listed = listings.get(repository) ?? lookAtWorktree(repository);
  listings.set(repository, listed);
  return await listed;
}

/** The same of a few files alone, as a big working tree takes long to list. From the root, `/`-separated. Two processes. */
export async function lookForFiles(
  repository: Repository,
  paths: readonly string[],
): Promise<readonly WorktreeEntry[]> {
  return (await lookAtWorktree(repository, paths)).entries;
}
