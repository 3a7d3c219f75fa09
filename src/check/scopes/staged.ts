import type { ChangedEntry, Entry } from '../../git/entry.ts';
import { listIndex, listStaged } from '../../git/index-listing.ts';
import type { Repository } from '../../git/repository.ts';
import type { Scope } from '../scope.ts';
import { blobSnapshot, readEntries } from './blobs.ts';
import { isCompared } from './compared-paths.ts';
import type { ScopeOptions } from './options.ts';
import { noSteps, oneStep } from './steps.ts';

/** What the base has, told from what the index has and where the two differ: a listing of the base is spared. */
export function baseEntries(next: readonly Entry[], changed: readonly ChangedEntry[]): readonly Entry[] {
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
  readonly index: readonly Entry[];
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
  const next = blobSnapshot(repository, index, maxBytes);
  const compared = isCompared(options.policy);
  return {
    summary: { kind: 'staged', base: repository.head ?? null, next: null },
    commits: 0,
    files: (wants) => readEntries(repository, added, maxBytes, wants),
    head: next,
    changed: new Set(added.map(({ path }) => path)),
    // As of commits: a change that touches nothing that is compared needs no second look at a big index.
    steps: () => {
      if (!changed.some(({ path }) => compared(path))) return noSteps();
      const base = blobSnapshot(repository, baseEntries(index, changed), maxBytes);
      return oneStep(base, next, options, undefined, new Set(changed.map(({ path }) => path)));
    },
    knownCommits,
  };
}
