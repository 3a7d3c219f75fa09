import { type GitError, malformed } from '../git-error.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { type ChangedEntry, type Entry, entryMode } from './entry.ts';

/** The options by which `diff-index` and `diff-tree` list every entry, whatever is configured. */
export const RAW_DIFF_OPTIONS: readonly string[] = [
  '--raw',
  '-z',
  '--no-renames',
  '--no-abbrev',
  '--no-relative',
  '--ignore-submodules=none',
];

const META = /^:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([AMTDUX])$/;

function side(mode: string, blob: string): Omit<Entry, 'path'> | undefined {
  return mode === '000000' ? undefined : { mode: entryMode(mode), blob };
}

/**
 * `:100644 100644 <id> <id> M` and the path's bytes, which are two records of `-z` output.
 * @param unmerged what is thrown of a path in conflict, which an index has and no tree
 */
export function changedEntry(
  step: string,
  meta: string,
  path: string,
  unmerged: () => GitError = () => malformed(step),
): ChangedEntry {
  const match = META.exec(meta);
  if (!match || path === '') throw malformed(step);
  const [, baseMode, nextMode, baseBlob, nextBlob, status] = match as unknown as string[];
  if (status === 'U') throw unmerged();
  if (status === 'X') throw malformed(step);
  return {
    path: pathTextOfLatin1(path),
    status: status as ChangedEntry['status'],
    base: side(baseMode!, baseBlob!),
    next: side(nextMode!, nextBlob!),
  };
}

/**
 * The records of `-z` output, each byte as one character: one decoding for all of them is many times faster than one
 * each. Every record ends with NUL, so a rest without one was cut off.
 */
export function records(step: string, output: Buffer): readonly string[] {
  const split = output.toString('latin1').split('\0');
  if (split.pop() !== '') throw malformed(step);
  return split;
}

export function parseRawDiff(
  step: string,
  output: Buffer,
  unmerged?: () => GitError,
): readonly ChangedEntry[] {
  const split = records(step, output);
  if (split.length % 2 !== 0) throw malformed(step);
  const changes: ChangedEntry[] = [];
  for (let index = 0; index < split.length; index += 2) {
    changes.push(changedEntry(step, split[index]!, split[index + 1]!, unmerged));
  }
  return changes;
}
