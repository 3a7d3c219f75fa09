import { assertListed, type CommitNode, listCommits, shallowError } from '../commits/commit-list.ts';
import { type CommitStep, walkCommits } from '../commits/commit-walk.ts';
import { GitError } from '../git-error.ts';
import { IdSet } from '../id-set.ts';
import type { ObjectId } from '../object-id.ts';
import type { Repository } from '../repository/repository.ts';
import { findCommit, mergeBase } from '../revision.ts';
import { type FoundBlob, startRemainingBlobs } from './remaining-blobs.ts';
import type { Selection } from './selection.ts';

export interface Range {
  /** The commit that was named as the base; `undefined` where everything that the head reaches is new. */
  readonly base: ObjectId | undefined;
  readonly head: ObjectId;
  readonly selection: Selection;
}

/** The two sides of `BASE..HEAD`, or of `BASE...HEAD`, which selects the same; a side left out is HEAD. */
export function parseRange(text: string): { readonly base: string; readonly head: string } {
  const match = /^(.*?)\.{2,3}(.*)$/s.exec(text);
  if (!match || (match[1] === '' && match[2] === '')) {
    throw new GitError('the range is not of the form BASE..HEAD', 'for one revision alone use --rev REV');
  }
  return { base: match[1] || 'HEAD', head: match[2] || 'HEAD' };
}

async function commitOf(repository: Repository, side: 'base' | 'head', text: string): Promise<ObjectId> {
  const id = await findCommit(repository, text);
  if (id !== undefined) return id;
  if (repository.shallow) throw shallowError();
  throw new GitError(
    `the ${side} of the range names no commit of this repository`,
    "fetch it: git remote set-branches origin '*' && git fetch origin; or look with `git log --all`",
  );
}

/** A range that somebody typed. A side that names no commit is a `GitError` with the commands that mend it. */
export async function resolveRange(repository: Repository, text: string): Promise<Range> {
  const { base: baseText, head: headText } = parseRange(text);
  const [base, head] = await Promise.all([
    commitOf(repository, 'base', baseText),
    commitOf(repository, 'head', headText),
  ]);
  return { base, head, selection: { tips: [head], not: [base] } };
}

/** Why a range without commits has none: base and head are the same, or the base is the newer one. */
export function emptyRange(range: Range): 'same' | 'reversed' | 'nothing-new' {
  if (range.base === undefined) return 'nothing-new';
  return range.base === range.head ? 'same' : 'reversed';
}

/** The tree that the head is compared with as a whole: where it left the base's line; `undefined` is no tree at all. */
export async function comparisonBase(repository: Repository, range: Range): Promise<ObjectId | undefined> {
  return range.base === undefined ? undefined : await mergeBase(repository, range.base, range.head);
}

export type RangeStep =
  | ({ readonly kind: 'commit' } & CommitStep)
  /** A blob that the range brings, and that no commit's difference shows: of a malformed tree, or of a tag. */
  | ({ readonly kind: 'blob' } & FoundBlob);

/**
 * Everything that a selection brings: its commits, parents first, each with the entries that came with it, then what is
 * left of `rev-list --objects`. Streams; five processes at most.
 */
export async function* walkSelection(
  repository: Repository,
  selection: Selection,
  commits: readonly CommitNode[],
): AsyncGenerator<RangeStep, void, undefined> {
  const seen = new IdSet();
  const remaining = startRemainingBlobs(repository, selection);
  try {
    for await (const step of walkCommits(repository, commits)) {
      for (const { next } of step.brought) if (next !== undefined) seen.add(next.blob);
      yield { kind: 'commit', ...step };
    }
    for await (const found of remaining.except((blob) => seen.has(blob))) yield { kind: 'blob', ...found };
  } finally {
    remaining.stop();
  }
}

export interface RangeWalk {
  readonly commits: readonly CommitNode[];
  steps(): AsyncGenerator<RangeStep, void, undefined>;
}

/** Lists a range's commits, so that an empty one is known at once, and walks them when asked to. */
export async function listRange(repository: Repository, range: Range): Promise<RangeWalk> {
  const commits = await listCommits(repository, range.selection);
  // Whatever the head alone reaches, it is new itself.
  if (commits.length > 0) assertListed(commits, [range.head]);
  return { commits, steps: () => walkSelection(repository, range.selection, commits) };
}
