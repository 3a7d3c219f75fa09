import { type ChangedEntry, type Entry, entryMode } from './entry.ts';
import { malformed } from './git-error.ts';
import type { ObjectId } from './object-id.ts';
import { pathText } from './path-text.ts';
import { gitOutput } from './process.ts';
import { parseRawDiff, RAW_DIFF_OPTIONS, records } from './raw-diff.ts';
import type { Repository } from './repository.ts';

const LISTED = /^(\d{6}) (?:blob|commit) ([0-9a-f]{40,64})\t/;
/** `160000 commit `, 64 digits and a tab. */
const MAX_PREFIX = 80;

/** Every entry of a commit's tree; a malformed tree that has a name twice gives both. One process. */
export async function listTree(repository: Repository, tree: ObjectId): Promise<readonly Entry[]> {
  const step = 'listing a revision';
  const output = await gitOutput(repository.git, step, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  const entries: Entry[] = [];
  for (const record of records(step, output)) {
    const match = LISTED.exec(record.toString('latin1', 0, MAX_PREFIX));
    if (!match) throw malformed(step);
    entries.push({
      path: pathText(record.subarray(match[0].length)),
      mode: entryMode(match[1]!),
      blob: match[2]!,
    });
  }
  return entries;
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
