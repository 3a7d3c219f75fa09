import type { ChangedEntry } from '../../git/listings/entry.ts';
import { type IndexListing, listIndex, listStaged } from '../../git/listings/index-listing.ts';
import { listTree } from '../../git/listings/tree-listing.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { searchedPaths } from '../../route/paths.ts';
import type { Scope } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
import { listedSnapshot, readEntries } from './blobs.ts';
import { isCompared } from './compared-paths.ts';
import { type Listing, listingOf, listingWith, nameOnce } from './listing.ts';
import type { ScopeOptions } from './options.ts';
import { oneStep } from './steps.ts';

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

function listingOfIndex(index: IndexListing): Listing {
  let made: Listing | undefined;
  return {
    get entries() {
      return index.entries;
    },
    isPlain: true,
    at: (path) => {
      made ??= listingOf(index.entries);
      return made.at(path);
    },
    ending: (ends) => index.ending(ends),
  };
}

/** What the index was made from, told by where it differs: a listing is spared. */
async function listingOfHead(repository: Repository, { changed, index }: Staged): Promise<Listing> {
  if (nameOnce(changed)) return listingWith(listingOfIndex(index), changed, 'base');
  return listingOf(repository.head === undefined ? [] : await listTree(repository, repository.head));
}

/** Asks git for both at once. */
export async function readStaged(repository: Repository): Promise<Staged> {
  const [changed, index] = await Promise.all([listStaged(repository), listIndex(repository)]);
  return { changed, index };
}

/** The index that the hook was given, against `HEAD`, or against nothing before the first commit. */
export async function stagedScope(
  repository: Repository,
  staged: Staged,
  options: ScopeOptions,
): Promise<Scope> {
  const { changed, index } = staged;
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
    async *steps() {
      if (!changed.some(({ path }) => compared(path))) return;
      const base = listedSnapshot(repository, await listingOfHead(repository, staged), maxBytes);
      yield* oneStep(base, next, options, undefined, new Set(changed.map(({ path }) => path)));
    },
    knownCommits,
  };
}
