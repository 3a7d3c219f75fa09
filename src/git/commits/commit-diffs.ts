import { Readable } from 'node:stream';
import { malformed } from '../git-error.ts';
import { type ChangedEntry, entryMode } from '../listings/entry.ts';
import { changedEntry, RAW_DIFF_OPTIONS } from '../listings/raw-diff.ts';
import { type ObjectId, toObjectId } from '../object-id.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { startGit } from '../process.ts';
import type { Repository } from '../repository/repository.ts';
import type { CommitNode } from './commit-list.ts';

const STEP = 'listing what commits changed';

export interface CommitDiff {
  readonly id: ObjectId;
  readonly changes: readonly ChangedEntry[];
}

/** `::100644 000000 100755 <id> <id> <id> AM`: a merge's entry, with one mode and id for each parent before its own. */
const COMBINED = /^(:{2,})((?:\d{6} )+)((?:[0-9a-f]{40,64} )+)[A-Z]+$/;

function combinedEntry(meta: string, path: string): ChangedEntry {
  const match = COMBINED.exec(meta);
  if (!match || path === '') throw malformed(STEP);
  const [, colons, modeTexts, idTexts] = match as unknown as string[];
  const modes = modeTexts!.trimEnd().split(' ');
  const ids = idTexts!.trimEnd().split(' ');
  if (modes.length !== colons!.length + 1 || ids.length !== modes.length) throw malformed(STEP);
  const side = (index: number) =>
    modes[index] === '000000' ? undefined : { mode: entryMode(modes[index]!), blob: ids[index]! };
  const [base, next] = [side(0), side(modes.length - 1)];
  const status = next === undefined ? 'D' : base === undefined ? 'A' : 'M';
  return { path: pathTextOfLatin1(path), status, base, next };
}

async function* recordsOf(output: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const chunk of output) {
    const split = (rest + chunk.toString('latin1')).split('\0');
    rest = split.pop()!;
    yield split;
  }
  if (rest !== '') throw malformed(STEP);
}

/**
 * `<commit>`, then for each path `:100644 100644 <id> <id> M` and the path, every record ended by NUL. A path never
 * begins a pair, so that one that looks like a commit's id is told apart.
 */
async function* commitDiffs(
  repository: Repository,
  options: readonly string[],
  lines: readonly string[],
): AsyncGenerator<CommitDiff> {
  if (lines.length === 0) return;
  const running = startGit(repository.git, STEP, [
    'diff-tree',
    '--stdin',
    '-r',
    '--root',
    '--always',
    ...options,
    ...RAW_DIFF_OPTIONS,
  ]);
  Readable.from(lines.map((line) => `${line}\n`)).pipe(running.stdin);
  try {
    let id: ObjectId | undefined;
    let changes: ChangedEntry[] = [];
    let meta: string | undefined;
    for await (const records of recordsOf(running.output())) {
      for (const record of records) {
        if (meta !== undefined) {
          changes.push((meta.startsWith('::') ? combinedEntry : changedPlain)(meta, record));
          meta = undefined;
        } else if (record.startsWith(':')) {
          meta = record;
        } else {
          if (id !== undefined) yield { id, changes };
          id = toObjectId(record);
          if (id === undefined) throw malformed(STEP);
          changes = [];
        }
      }
    }
    if (meta !== undefined) throw malformed(STEP);
    if (id !== undefined) yield { id, changes };
  } finally {
    running.stop();
  }
}

function changedPlain(meta: string, path: string): ChangedEntry {
  return changedEntry(STEP, meta, path);
}

/**
 * For each commit, in turn, what it brought: its difference from its parent; of a merge, what differs from every parent;
 * of a commit without parents, all of it. Whatever else is in its tree came with one of its parents. One process.
 */
export function broughtBy(
  repository: Repository,
  commits: readonly CommitNode[],
): AsyncGenerator<CommitDiff> {
  return commitDiffs(
    repository,
    ['-c'],
    commits.map((commit) => commit.id),
  );
}

/** For each merge among the commits, in turn, its difference from its first parent. One process, where there is a merge. */
export function mergedBy(repository: Repository, commits: readonly CommitNode[]): AsyncGenerator<CommitDiff> {
  const merges = commits.filter((commit) => commit.parents.length > 1);
  return commitDiffs(
    repository,
    [],
    merges.map((commit) => `${commit.id} ${commit.parents[0]}`),
  );
}
