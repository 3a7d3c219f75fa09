import type { ChangedEntry, Entry } from '../../git/listings/entry.ts';
import type { PathEnds } from '../../path-end.ts';

/** What a revision holds. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** No path stands twice, as in a malformed tree. */
  readonly isPlain: boolean;
  at(path: string): Entry | undefined;
  /** Those whose path may end so, and perhaps others. */
  ending(ends: PathEnds): readonly Entry[];
}

/** Of a path that stands twice `at` gives the last entry. */
export function listingOf(entries: readonly Entry[]): Listing {
  let made: ReadonlyMap<string, Entry> | undefined;
  const byPath = (): ReadonlyMap<string, Entry> => {
    made ??= new Map(entries.map((entry) => [entry.path, entry]));
    return made;
  };
  const byEnds = new WeakMap<PathEnds, readonly Entry[]>();
  return {
    entries,
    get isPlain() {
      return byPath().size === entries.length;
    },
    at: (path) => byPath().get(path),
    ending: (ends) => {
      const known = byEnds.get(ends) ?? entries.filter(({ path }) => ends.mayEnd(path));
      byEnds.set(ends, known);
      return known;
    },
  };
}

/**
 * A revision that differs from another in a few paths: those of a hundred thousand that are the same are not gone through
 * again for each commit of a range.
 * @param side which side of the changes it holds
 */
export function listingWith(
  other: Listing,
  changes: readonly ChangedEntry[],
  side: 'base' | 'next',
): Listing {
  if (changes.length === 0) return other;
  const own = new Map<string, Entry | undefined>(
    changes.map((change) => [change.path, change[side] && { path: change.path, ...change[side] }]),
  );
  const there = [...own.values()].flatMap((entry) => entry ?? []);
  const joined = (others: readonly Entry[], added: readonly Entry[]): readonly Entry[] => [
    ...others.filter(({ path }) => !own.has(path)),
    ...added,
  ];
  let all: readonly Entry[] | undefined;
  return {
    get entries() {
      all ??= joined(other.entries, there);
      return all;
    },
    isPlain: other.isPlain,
    at: (path) => (own.has(path) ? own.get(path) : other.at(path)),
    ending: (ends) =>
      joined(
        other.ending(ends),
        there.filter(({ path }) => ends.mayEnd(path)),
      ),
  };
}

/** Of a tree that is out of order git tells one change of a file as two: gone, and added. */
export function nameOnce(changes: readonly ChangedEntry[]): boolean {
  return new Set(changes.map(({ path }) => path)).size === changes.length;
}

/**
 * Whether changes say all of how a revision differs from another: each path once, and as the other has it. Of a malformed
 * tree, with a name twice or out of order, git tells something else.
 * @param side which side of the changes the other is
 */
export function sayAll(
  changes: readonly ChangedEntry[],
  { isPlain, at }: Listing,
  side: 'base' | 'next',
): boolean {
  if (!isPlain || !nameOnce(changes)) return false;
  return changes.every(({ path, [side]: told }) => {
    const there = at(path);
    return there?.blob === told?.blob && there?.mode === told?.mode;
  });
}
