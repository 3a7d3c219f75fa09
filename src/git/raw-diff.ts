import { type ChangedEntry, type Entry, entryMode } from './entry.ts';
import { malformed, unmerged } from './git-error.ts';
import { pathText } from './path-text.ts';

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

/** `:100644 100644 <id> <id> M` and the path's bytes, which are two records of `-z` output. */
export function changedEntry(step: string, meta: string, path: Buffer): ChangedEntry {
  const match = META.exec(meta);
  if (!match || path.length === 0) throw malformed(step);
  const [, baseMode, nextMode, baseBlob, nextBlob, status] = match as unknown as string[];
  if (status === 'U') throw unmerged();
  if (status === 'X') throw malformed(step);
  return {
    path: pathText(path),
    status: status as ChangedEntry['status'],
    base: side(baseMode!, baseBlob!),
    next: side(nextMode!, nextBlob!),
  };
}

/** The records of `-z` output; each ends with NUL, so a rest without one was cut off. */
export function* records(step: string, output: Buffer): Generator<Buffer> {
  let start = 0;
  while (start < output.length) {
    const end = output.indexOf(0, start);
    if (end < 0) throw malformed(step);
    yield output.subarray(start, end);
    start = end + 1;
  }
}

export function parseRawDiff(step: string, output: Buffer): readonly ChangedEntry[] {
  const changes: ChangedEntry[] = [];
  let meta: string | undefined;
  for (const record of records(step, output)) {
    if (meta === undefined) {
      meta = record.toString('latin1');
    } else {
      changes.push(changedEntry(step, meta, record));
      meta = undefined;
    }
  }
  if (meta !== undefined) throw malformed(step);
  return changes;
}
