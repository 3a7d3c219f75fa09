import type { PathEnds } from '../../path-end.ts';
import { GitError } from '../git-error.ts';
import { gitChunks, gitOutput } from '../process.ts';
import { emptyTree, type Repository } from '../repository/repository.ts';
import type { ChangedEntry } from './entry.ts';
import { type IndexEntry, type IndexRecords, readRecords, type StagedEntry } from './index-records.ts';
import { parseRawDiff, RAW_DIFF_OPTIONS } from './raw-diff.ts';
import { unmerged } from './unmerged.ts';

/** What the index holds. */
export interface IndexListing {
  readonly entries: readonly IndexEntry[];
  /** Those whose path may end so. The others are not made. */
  ending(ends: PathEnds): readonly IndexEntry[];
  /** Whether it has a path, or one of that name in some folder. Searched, and nothing is made. */
  has(path: string): boolean;
  hasName(name: string): boolean;
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
  return parseRawDiff(step, output, () => unmerged(repository));
}

/** The index as it is: several stages of a path while a merge is unfinished, and what was announced only. */
async function readStages(repository: Repository, paths: readonly string[] = []): Promise<IndexRecords> {
  const step = 'listing the index';
  const args = ['ls-files', '--stage', '-t', '-z', '--full-name', '--', ...paths];
  return await readRecords(step, gitChunks(repository.git, step, args), repository.objectFormat);
}

/** @param paths only these, from the root; none: everything */
export async function listStages(
  repository: Repository,
  paths: readonly string[],
): Promise<readonly StagedEntry[]> {
  return (await readStages(repository, paths)).entries();
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

async function readEntries(repository: Repository): Promise<IndexListing> {
  const records = await readStages(repository);
  if (records.holdStages) throw unmerged(repository);
  const announced = records.holdEmpty ? await intents(repository) : new Set<string>();
  const isThere = ({ path }: IndexEntry): boolean => announced.size === 0 || !announced.has(path);
  let all: readonly IndexEntry[] | undefined;
  return {
    get entries() {
      all ??= records.entries().filter(isThere);
      return all;
    },
    ending: (ends) => records.entries(ends).filter(isThere),
    has: (path) => records.has(path) && !announced.has(path),
    hasName: (name) =>
      announced.size === 0
        ? records.hasName(name)
        : records.entries().some((one) => isThere(one) && isNamed(one, name)),
  };
}

function isNamed({ path }: IndexEntry, name: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === name;
}

interface Listings {
  readonly index: Promise<IndexListing>;
  readonly staged: Promise<readonly ChangedEntry[]>;
}

const listings = new WeakMap<Repository, Listings>();

/** What a run sees of the index is one state of it, however often it looks and whatever another terminal adds. */
function listOnce(repository: Repository): Listings {
  const known = listings.get(repository);
  if (known !== undefined) return known;
  const listed = { index: readEntries(repository), staged: diffIndex(repository, 'invisible') };
  // Who asks for one of them hears how it failed; the other may never be asked for.
  for (const listing of [listed.index, listed.staged]) listing.catch(() => undefined);
  listings.set(repository, listed);
  return listed;
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
 */
export function listIndex(repository: Repository): Promise<IndexListing> {
  return listOnce(repository).index;
}
