import { GitError } from '../git-error.ts';
import { hashObject } from '../object-id.ts';
import type { ObjectAnswer, ReadOptions } from '../objects/batch.ts';
import { readObjects } from '../objects/objects.ts';
import type { Repository } from '../repository/repository.ts';
import { WorktreeFiles } from './worktree-files.ts';
import type { WorktreeEntry } from './worktree-listing.ts';

export interface WorktreeAnswer {
  readonly entry: WorktreeEntry;
  /** With the id that git would give to the bytes as they are; of a file that is too large, an empty one. */
  readonly answer: ObjectAnswer;
}

/**
 * The content of each entry, from disk, or from the index where a sparse checkout keeps it off the disk. Submodules, and
 * files that are gone since they were listed, have none. No process unless the checkout is sparse.
 */
export async function* readWorktree(
  repository: Repository,
  entries: readonly WorktreeEntry[],
  options: ReadOptions,
): AsyncGenerator<WorktreeAnswer, void, undefined> {
  if (repository.root === undefined) {
    throw new GitError('there is no working tree here', 'judge a revision instead: --rev HEAD');
  }
  const files = new WorktreeFiles(repository.root, repository.isForbidden);
  for (const entry of entries) {
    if (entry.from !== 'file') continue;
    const content = files.read(entry.path, options.maxBytes);
    if (content.kind === 'too-large') {
      yield { entry, answer: { kind: 'too-large', id: '', type: 'blob', size: content.size } };
    } else if (content.kind === 'content') {
      const id = hashObject(repository.objectFormat, 'blob', content.bytes);
      yield { entry, answer: { kind: 'object', id, type: 'blob', bytes: content.bytes } };
    }
  }
  const sparse = entries.filter((entry) => entry.from === 'index');
  if (sparse.length === 0) return;
  let index = 0;
  const ids = sparse.map((entry) => entry.tracked!.blob);
  for await (const answer of readObjects(repository, ids, options)) {
    yield { entry: sparse[index]!, answer };
    index += 1;
  }
}

/**
 * One file of the working tree, tracked or not; `undefined` where there is none, or where it is no regular file: a link
 * is not followed. Larger than allowed is a `GitError`. No process.
 * @param path from the root, `/`-separated
 */
export function readWorktreeFile(
  repository: Repository,
  path: string,
  options: ReadOptions,
): Buffer | undefined {
  if (repository.root === undefined) return undefined;
  const files = new WorktreeFiles(repository.root, repository.isForbidden);
  if (!files.look(path)?.isFile()) return undefined;
  const content = files.read(path, options.maxBytes);
  if (content.kind === 'too-large') {
    throw new GitError(
      'a file of the working tree is larger than it may be',
      'make it smaller, or remove it',
    );
  }
  return content.kind === 'content' ? content.bytes : undefined;
}
