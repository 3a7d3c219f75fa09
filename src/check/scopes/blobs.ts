import type { Entry } from '../../git/entry.ts';
import { readObjects } from '../../git/objects.ts';
import type { Repository } from '../../git/repository.ts';
import type { Snapshot } from '../snapshot.ts';
import type { RawFile } from '../source-file.ts';

/** An entry as a scope hands it on: with the commit that brought it, in scopes that have commits. */
export interface ScopedEntry extends Entry {
  readonly commit?: string;
}

/** The content of entries, as blobs by id, each in turn. A gitlink has none: its commit is another repository's. */
export async function* readEntries(
  repository: Repository,
  entries: readonly ScopedEntry[],
  maxBytes: number,
): AsyncGenerator<RawFile> {
  const blobs = entries.filter(({ mode }) => mode !== '160000');
  for (const { path, mode, blob, commit } of entries) {
    if (mode !== '160000') continue;
    yield { path, mode, blob, size: 0, bytes: undefined, unreadable: undefined, commit, origin: 'tree' };
  }
  let at = 0;
  const ids = blobs.map(({ blob }) => blob);
  for await (const answer of readObjects(repository, ids, { maxBytes })) {
    const { path, mode, blob, commit } = blobs[at]!;
    at += 1;
    const common = { path, mode, blob, commit, origin: 'tree' } as const;
    if (answer.kind === 'object') {
      yield { ...common, size: answer.bytes.length, bytes: answer.bytes, unreadable: undefined };
    } else {
      const size = answer.kind === 'too-large' ? answer.size : 0;
      yield { ...common, size, bytes: undefined, unreadable: answer.kind };
    }
  }
}

/** A tree, or the index: entries whose blobs the repository has. */
export function blobSnapshot(repository: Repository, entries: readonly Entry[], maxBytes: number): Snapshot {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    files: entries,
    read: (files) =>
      readEntries(
        repository,
        files.flatMap(({ path, blob }) => {
          const entry = byPath.get(path);
          // The same name twice in one tree: each blob is read by the id that was asked for.
          return entry === undefined ? [] : [{ ...entry, blob }];
        }),
        maxBytes,
      ),
  };
}
