import type { ChangedEntry, Entry } from '../../git/entry.ts';
import { type IndexListing, listIndex, listStaged } from '../../git/index-listing.ts';
import type { Repository } from '../../git/repository.ts';
import { searchedPaths } from '../../route/paths.ts';
import type { Scope } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
import { readEntries } from './blobs.ts';
import { isCompared } from './compared-paths.ts';
import type { ScopeOptions } from './options.ts';
import { noSteps, oneStep } from './steps.ts';

/** What the base has, told from what the index has and where the two differ: a listing of the base is spared. */
export function baseEntries(next: readonly Entry[], changed: readonly ChangedEntry[]): readonly Entry[] {
  if (changed.length === 0) return next;
  const entries = new Map(next.map((entry) => [entry.path, entry]));
  for (const { path, base } of changed) {
    if (base) entries.set(path, { path, ...base });
    else entries.delete(path);
  }
  return [...entries.values()];
}

/** What the index holds, and where that differs from `HEAD`. */
export interface Staged {
  readonly changed: readonly ChangedEntry[];
  readonly index: IndexListing;
}

/** What the index holds. No entry is made before it is asked for. */
function snapshotOf(read: Snapshot['read'], index: IndexListing): Snapshot {
  return {
    read,
    get files() {
      return index.entries;
    },
    ending: (ends) => index.ending(ends),
    paths: searchedPaths(index, () => index.entries.map(({ path }) => path)),
  };
}

/** What its base holds, told by what changed. */
function baseOf(read: Snapshot['read'], index: IndexListing, changed: readonly ChangedEntry[]): Snapshot {
  let all: readonly Entry[] | undefined;
  return {
    read,
    get files() {
      all ??= baseEntries(index.entries, changed);
      return all;
    },
    ending: (ends) =>
      baseEntries(
        index.ending(ends),
        changed.filter(({ path }) => ends.mayEnd(path)),
      ),
  };
}

/** Asks git for both at once. */
export async function readStaged(repository: Repository): Promise<Staged> {
  const [changed, index] = await Promise.all([listStaged(repository), listIndex(repository)]);
  return { changed, index };
}

/** The index that the hook was given, against `HEAD`, or against nothing before the first commit. */
export async function stagedScope(
  repository: Repository,
  { changed, index }: Staged,
  options: ScopeOptions,
): Promise<Scope> {
  const { maxBytes, knownCommits } = options;
  const added = changed.flatMap(({ path, next }) => (next ? [{ path, ...next }] : []));
  const read: Snapshot['read'] = (files) => readEntries(repository, files, maxBytes);
  const next = snapshotOf(read, index);
  const compared = isCompared(options.policy);
  return {
    summary: { kind: 'staged', base: repository.head ?? null, next: null },
    commits: 0,
    files: (wants) => readEntries(repository, added, maxBytes, wants),
    head: next,
    headOfChanged: added,
    changed: new Set(added.map(({ path }) => path)),
    // As of commits: a change that touches nothing that is compared needs no second look at a big index.
    steps: () => {
      if (!changed.some(({ path }) => compared(path))) return noSteps();
      return oneStep(
        baseOf(read, index, changed),
        next,
        options,
        undefined,
        new Set(changed.map(({ path }) => path)),
      );
    },
    knownCommits,
  };
}
