import { type ChangedEntry, type Entry, entryMode } from './entry.ts';
import { malformed } from './git-error.ts';
import type { ObjectId } from './object-id.ts';
import { pathTextOfLatin1 } from './path-text.ts';
import { gitOutput } from './process.ts';
import { parseRawDiff, RAW_DIFF_OPTIONS, records } from './raw-diff.ts';
import type { Repository } from './repository.ts';

/** `160000 commit <id>`, before the tab and the path. */
const LISTED = /^(\d{6}) (?:blob|commit) ([0-9a-f]{40,64})$/;

function treeEntry(step: string, record: string): Entry {
  const tab = record.indexOf('\t');
  const match = LISTED.exec(record.slice(0, Math.max(0, tab)));
  if (!match) throw malformed(step);
  return {
    path: pathTextOfLatin1(record.slice(tab + 1)),
    mode: entryMode(match[1]!),
    blob: match[2]!,
  };
}

/**
 * Every entry of a commit's tree; a malformed tree that has a name twice gives both. One process.
 * @param paths only these, and what is in them where they are folders; from the root, a handful, UTF-8
 */
export async function listTree(
  repository: Repository,
  tree: ObjectId,
  paths: readonly string[] = [],
): Promise<readonly Entry[]> {
  const step = 'listing a revision';
  const args = ['ls-tree', '-r', '-z', '--full-tree', tree, '--', ...paths];
  const output = await gitOutput(repository.git, step, args);
  return records(step, output).map((record) => treeEntry(step, record));
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
