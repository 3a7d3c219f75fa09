import { listTree } from './listings/tree-listing.ts';
import type { ObjectId } from './object-id.ts';
import { listRefs } from './refs.ts';
import type { Repository } from './repository/repository.ts';

/** A text that was attached to a commit afterwards, with `git notes`. */
export interface Note {
  /** `refs/notes/commits` */
  readonly ref: string;
  readonly commit: string;
  readonly blob: string;
}

/** The notes on these commits. A notes tree names each commit by its id, cut by `/` where there are many. */
export async function listNotes(
  repository: Repository,
  commits: ReadonlySet<string>,
): Promise<readonly Note[]> {
  const refs = (await listRefs(repository)).filter((ref) => ref.name.startsWith('refs/notes/'));
  const notes: Note[] = [];
  for (const ref of refs) {
    for (const { path, blob } of await listTree(repository, ref.target as ObjectId)) {
      const commit = path.replaceAll('/', '');
      if (commits.has(commit)) notes.push({ ref: ref.name, commit, blob });
    }
  }
  return notes;
}
