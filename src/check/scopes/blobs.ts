import type { Entry } from '../../git/listings/entry.ts';
import { objectSizes } from '../../git/objects/object-sizes.ts';
import { readObjects } from '../../git/objects/objects.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { pathsOf } from '../../route/paths.ts';
import type { Wants } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RawFile } from '../source-file.ts';
import { type Listing, listingOf } from './listing.ts';
import { gitlinkFile, knownFile, rawFile, type ScopedEntry } from './raw-file.ts';

/** Entries that earlier runs found clean: whether they are still there, and how large. */
export async function* lookAtEntries(
  repository: Repository,
  entries: readonly ScopedEntry[],
  maxBytes: number,
): AsyncGenerator<RawFile> {
  let at = 0;
  const ids = entries.map(({ blob }) => blob);
  for await (const size of objectSizes(repository, ids)) yield knownFile(entries[at++]!, size, maxBytes);
}

/** The content of entries, as blobs by id, each in turn. A gitlink has none: its commit is another repository's. */
export async function* readEntries(
  repository: Repository,
  entries: readonly ScopedEntry[],
  maxBytes: number,
  wants: Wants = () => true,
): AsyncGenerator<RawFile> {
  const known: ScopedEntry[] = [];
  const wanted: ScopedEntry[] = [];
  for (const entry of entries) {
    const { path, mode, blob, commit } = entry;
    const answer = wants({ path, mode, blob, commit });
    if (answer !== false) (answer === 'known' ? known : wanted).push(entry);
  }
  yield* lookAtEntries(repository, known, maxBytes);
  const blobs = wanted.filter(({ mode }) => mode !== '160000');
  for (const entry of wanted) if (entry.mode === '160000') yield gitlinkFile(entry);
  let at = 0;
  const ids = blobs.map(({ blob }) => blob);
  for await (const answer of readObjects(repository, ids, { maxBytes })) {
    yield rawFile(blobs[at]!, answer);
    at += 1;
  }
}

/** A tree, or the index: entries whose blobs the repository has. */
export function blobSnapshot(repository: Repository, entries: readonly Entry[], maxBytes: number): Snapshot {
  return listedSnapshot(repository, listingOf(entries), maxBytes);
}

export function listedSnapshot(repository: Repository, listing: Listing, maxBytes: number): Snapshot {
  const paths = pathsOf(() => listing.entries.map(({ path }) => path));
  return {
    get files() {
      return listing.entries;
    },
    paths: { has: (path) => listing.at(path) !== undefined, hasName: paths.hasName },
    at: (path) => listing.at(path),
    ending: (ends) => listing.ending(ends),
    read: (files) => readEntries(repository, files, maxBytes),
  };
}
