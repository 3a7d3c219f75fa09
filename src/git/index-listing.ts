import { isAscii } from 'node:buffer';
import { type ChangedEntry, type Entry, entryMode } from './entry.ts';
import { GitError, malformed, unmerged } from './git-error.ts';
import { EMPTY_BLOBS } from './object-id.ts';
import { pathTextOfLatin1 } from './path-text.ts';
import { gitOutput } from './process.ts';
import { parseRawDiff, RAW_DIFF_OPTIONS, records } from './raw-diff.ts';
import { emptyTree, type Repository } from './repository.ts';

/** An entry of the index. `sparse` where a sparse checkout, or `skip-worktree`, keeps it out of the working tree. */
export interface IndexEntry extends Entry {
  readonly sparse: boolean;
}

async function diffIndex(repository: Repository, intents: 'visible' | 'invisible') {
  const step = 'listing what is staged';
  const output = await gitOutput(repository.git, step, [
    'diff-index',
    '--cached',
    `--ita-${intents}-in-index`,
    ...RAW_DIFF_OPTIONS,
    repository.head ?? emptyTree(repository.objectFormat),
  ]);
  return parseRawDiff(step, output);
}

/** `H 100644 <id> 0`, a tab, and the path. */
const STAGED = /^[A-Za-z?] \d{6} (?:[0-9a-f]{40}|[0-9a-f]{64}) [0-3]\t/;
const MODE_AT = 2;
const BLOB_AT = 9;

interface StagedEntry extends IndexEntry {
  /** 0, or while a merge is unfinished 1 for the common ancestor's, 2 for ours, 3 for theirs. */
  readonly stage: number;
}

/** A hundred thousand times: by position, not by groups, and without a copy of what nearly all have. */
function stagedEntry(step: string, record: string, isPlain: boolean): StagedEntry {
  if (!STAGED.test(record)) throw malformed(step);
  const tab = record.indexOf('\t', BLOB_AT);
  const path = record.slice(tab + 1);
  return {
    path: isPlain ? path : pathTextOfLatin1(path),
    mode: record.startsWith('100644', MODE_AT) ? '100644' : entryMode(record.slice(MODE_AT, MODE_AT + 6)),
    blob: record.slice(BLOB_AT, tab - 2),
    sparse: record.startsWith('S'),
    stage: record.charCodeAt(tab - 1) - ZERO,
  };
}

const ZERO = 48;

/** The index as it is: several stages of a path while a merge is unfinished, and what was announced only. */
export async function listStages(
  repository: Repository,
  paths: readonly string[] = [],
): Promise<readonly StagedEntry[]> {
  const step = 'listing the index';
  const args = ['ls-files', '--stage', '-t', '-z', '--full-name', '--', ...paths];
  const output = await gitOutput(repository.git, step, args);
  const isPlain = isAscii(output) && !output.includes('\\');
  return records(step, output).map((record) => stagedEntry(step, record, isPlain));
}

/** Paths that were announced only: the two ways of comparing disagree about them, whatever HEAD holds. */
async function intents(repository: Repository): Promise<ReadonlySet<string>> {
  const [visible, invisible] = await Promise.all([
    diffIndex(repository, 'visible'),
    diffIndex(repository, 'invisible'),
  ]);
  const inBoth = new Set(invisible.map((change) => `${change.status} ${change.path}`));
  const announced = visible.filter((change) => !inBoth.delete(`${change.status} ${change.path}`));
  return new Set([...announced.map((change) => change.path), ...[...inBoth].map((key) => key.slice(2))]);
}

async function listEntries(repository: Repository, paths: readonly string[]): Promise<readonly IndexEntry[]> {
  const entries = await listStages(repository, paths);
  if (entries.some((entry) => entry.stage !== 0)) throw unmerged();
  const empty = EMPTY_BLOBS[repository.objectFormat];
  if (!entries.some((entry) => entry.blob === empty)) return entries;
  const announced = await intents(repository);
  return announced.size === 0 ? entries : entries.filter((entry) => !announced.has(entry.path));
}

interface Listings {
  readonly index: Promise<readonly IndexEntry[]>;
  readonly staged: Promise<readonly ChangedEntry[]>;
}

const listings = new WeakMap<Repository, Listings>();

/** What a run sees of the index is one state of it, however often it looks and whatever another terminal adds. */
function listOnce(repository: Repository): Listings {
  const known = listings.get(repository);
  if (known !== undefined) return known;
  const listed = { index: listEntries(repository, []), staged: diffIndex(repository, 'invisible') };
  // Who asks for one of them hears how it failed; the other may never be asked for.
  for (const listing of [listed.index, listed.staged]) listing.catch(() => undefined);
  listings.set(repository, listed);
  return listed;
}

/** Starts both listings, so that git is at work while the caller loads what it needs for them. */
export function listAhead(repository: Repository): void {
  if (repository.root !== undefined) listOnce(repository);
}

/**
 * What the next commit would change, against HEAD or, before the first commit, against nothing. A path that was only
 * announced (`git add --intent-to-add`) is not in it. An unfinished merge is a `GitError`. One process.
 */
export async function listStaged(repository: Repository): Promise<readonly ChangedEntry[]> {
  if (repository.root === undefined) {
    throw new GitError(
      'nothing is staged where there is no working tree',
      'change to the working tree; in a bare repository judge --rev REV or --range BASE..HEAD',
    );
  }
  return listOnce(repository).staged;
}

/**
 * Every entry of the index, those that a sparse checkout leaves out too, without what was only announced. An unfinished
 * merge is a `GitError`. One process for each repository that was opened, three where the index holds empty files.
 * @param paths only these, and what is in them where they are folders; from the root, a handful, UTF-8
 */
export function listIndex(
  repository: Repository,
  paths: readonly string[] = [],
): Promise<readonly IndexEntry[]> {
  return paths.length > 0 ? listEntries(repository, paths) : listOnce(repository).index;
}
