import type { Entry } from '../../git/entry.ts';
import { readObjects } from '../../git/objects.ts';
import type { Repository } from '../../git/repository.ts';
import type { Wants } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RawFile } from '../source-file.ts';
import { gitlinkFile, rawFile, type ScopedEntry } from './raw-file.ts';

/** The content of entries, as blobs by id, each in turn. A gitlink has none: its commit is another repository's. */
export async function* readEntries(
  repository: Repository,
  entries: readonly ScopedEntry[],
  maxBytes: number,
  wants: Wants = () => true,
): AsyncGenerator<RawFile> {
  const wanted = entries.filter(({ path, blob, commit }) => wants({ path, blob, commit }));
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
  return { files: entries, read: (files) => readEntries(repository, files, maxBytes) };
}
