import { malformed } from '../git-error.ts';
import type { ObjectId } from '../object-id.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { gitOutput } from '../process.ts';
import { ask } from '../questions.ts';
import { emptyTree, type Repository } from '../repository/repository.ts';
import { type ChangedEntry, type Entry, entryMode } from './entry.ts';
import { parseRawDiff, RAW_DIFF_OPTIONS, records } from './raw-diff.ts';

/** `160000 commit <id>`, before the tab and the path. */
const LISTED = /^(\d{6}) (blob|commit|tree) ([0-9a-f]{40,64})$/;

function treeEntry(step: string, record: string): Entry {
  const tab = record.indexOf('\t');
  const match = LISTED.exec(record.slice(0, Math.max(0, tab)));
  if (!match) throw malformed(step);
  return {
    path: pathTextOfLatin1(record.slice(tab + 1)),
    mode: entryMode(match[1]!),
    blob: match[3]!,
  };
}

function isFolder(record: string): boolean {
  return LISTED.exec(record.slice(0, Math.max(0, record.indexOf('\t'))))?.[2] === 'tree';
}

const STEP = 'listing a revision';
const LIST = ['ls-tree', '-z', '--full-tree'];

/** A tree without entries is known by its id; of any other git said less than there is. */
async function assertEmpty(repository: Repository, tree: ObjectId): Promise<void> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${tree}^{tree}`];
  const id = await ask(repository.git, STEP, args);
  if (id !== emptyTree(repository.objectFormat)) throw malformed(STEP);
}

async function rootOf(repository: Repository, tree: ObjectId): Promise<readonly string[]> {
  const found = records(STEP, await gitOutput(repository.git, STEP, [...LIST, tree]));
  if (found.length === 0) await assertEmpty(repository, tree);
  return found;
}

/** Every entry of a commit's tree; a malformed tree that has a name twice gives both. One process. */
export async function listTree(repository: Repository, tree: ObjectId): Promise<readonly Entry[]> {
  const output = await gitOutput(repository.git, STEP, [...LIST, '-r', tree]);
  const found = records(STEP, output);
  // A tree of empty trees has no file either.
  if (found.length === 0) await rootOf(repository, tree);
  return found.map((record) => treeEntry(STEP, record));
}

/**
 * The entries at the root of a commit's tree, without its folders. Given names to look for, git stops at the first that
 * sorts behind them, and what stands after that in a tree that is out of order is missed.
 */
export async function listRoot(repository: Repository, tree: ObjectId): Promise<readonly Entry[]> {
  return (await rootOf(repository, tree)).flatMap((record) =>
    isFolder(record) ? [] : treeEntry(STEP, record),
  );
}

/** What differs between two commits or trees, renames as a deletion and an addition. One process. */
export async function diffTrees(
  repository: Repository,
  base: ObjectId,
  next: ObjectId,
): Promise<readonly ChangedEntry[]> {
  const step = 'comparing two revisions';
  return parseRawDiff(
    step,
    await gitOutput(repository.git, step, ['diff-tree', '-r', ...RAW_DIFF_OPTIONS, base, next]),
  );
}
