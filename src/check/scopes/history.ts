import { listTree } from '../../git/listings/tree-listing.ts';
import { listNotes } from '../../git/notes.ts';
import type { ObjectId } from '../../git/object-id.ts';
import { listHistory } from '../../git/ranges/history.ts';
import { type Ref, readTags } from '../../git/refs.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope, Wants } from '../scope.ts';
import { EMPTY_SNAPSHOT } from '../snapshot.ts';
import type { RawFile } from '../source-file.ts';
import { blobSnapshot, readEntries } from './blobs.ts';
import { commitFiles, nameFile, tagTexts } from './commit-files.ts';
import type { ScopeOptions } from './options.ts';
import { noSteps } from './steps.ts';

/** Names of refs, the tags that they lead to, and notes: texts that no commit's tree holds. */
async function* refTexts(
  repository: Repository,
  refs: readonly Ref[],
  commits: ReadonlySet<string>,
  maxBytes: number,
  wants: Wants,
): AsyncGenerator<RawFile> {
  yield* refs.map(({ name, id }) => nameFile(name, id)).filter(wants);
  const names = new Map(refs.map(({ id, name }) => [id, name]));
  const tagged = refs.filter(({ type }) => type === 'tag').map(({ id }) => id);
  for (const { id, tag } of await readTags(repository, tagged))
    yield* tagTexts(names.get(id) ?? 'refs/tags', id, tag).filter(wants);
  const notes = await listNotes(repository, commits);
  const entries = notes.map(
    ({ ref, blob, commit }) => ({ path: ref, mode: '100644', blob, commit }) as const,
  );
  // Without their mode: a note is no file of a tree, for which an earlier verdict on such a file would count.
  const wantsNote: Wants = ({ path, blob, commit }) => wants({ path, blob, commit });
  for await (const file of readEntries(repository, entries, maxBytes, wantsNote))
    yield { ...file, origin: 'commit' };
}

/** All that any ref reaches, each path and blob once. Documents are the head's; there is nothing to compare with. */
export async function historyScope(repository: Repository, options: ScopeOptions): Promise<Scope> {
  const { maxBytes, knownCommits } = options;
  const history = await listHistory(repository);
  const { head } = repository;
  const ids: ReadonlySet<ObjectId> = new Set(history.commits.map(({ id }) => id));
  return {
    summary: { kind: 'history', base: null, next: head ?? null },
    commits: history.commits.length,
    async *files(wants) {
      yield* commitFiles(repository, history.steps(), maxBytes, wants, () => undefined);
      yield* refTexts(repository, history.refs, ids, maxBytes, wants);
    },
    head:
      head === undefined
        ? EMPTY_SNAPSHOT
        : blobSnapshot(repository, await listTree(repository, head), maxBytes),
    changed: undefined,
    steps: noSteps,
    knownCommits,
  };
}
