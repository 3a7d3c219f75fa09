import type { Clauses } from './clauses.ts';
import { HEDGES, HYPOTHETICAL, PAST } from './lexicon.ts';
import type { Connective } from './openers.ts';
import type { Word } from './words.ts';

/** Which parts of a sentence say something only for a case, for the past, or perhaps. */
export interface Moods {
  /** The whole sentence is a guess. */
  readonly hedged: boolean;
  /** Clauses that tell what was so once. */
  readonly past: ReadonlySet<number>;
  /** Clauses that free from a duty, which is less than a ban: `need not`, `does not have to`. */
  readonly exempting: ReadonlySet<number>;
  /** Segments that hold in some cases only. */
  readonly weakened: ReadonlySet<number>;
  /** Segments that say under which condition something will be so, not that it is. */
  readonly conditional: ReadonlySet<number>;
}

/** Conditions under which a statement no longer stands by itself. */
const WEAKENING: ReadonlySet<Connective> = new Set(['unless', 'only', 'if']);
/** Conditions under which a sentence claims nothing. */
const EXCUSING: ReadonlySet<Connective> = new Set([...WEAKENING, 'until', 'when', 'once', 'pending']);

const MODAL = new Set(['may', 'can', 'must', 'shall', 'will', 'should', 'could', 'would']);
const UNNEEDED = new Set(['necessarily', 'necessary', 'required', 'obliged', 'mandatory']);

/** `may only start under Branch B`: a condition, with words between the `only` and what it goes with. */
const CONDITIONING = new Set('under with upon on through via after by in where for when if once'.split(' '));

function limits(words: readonly Word[], at: number, isHere: (at: number) => boolean): boolean {
  if (!MODAL.has(words[at]!.lower) || words[at + 1]?.lower !== 'only') return false;
  return words.some(({ lower }, later) => later > at + 1 && CONDITIONING.has(lower) && isHere(later));
}

function exempts(words: readonly Word[], at: number): boolean {
  const [lower, next, after] = [words[at]!.lower, words[at + 1]?.lower ?? '', words[at + 2]?.lower];
  if (lower === 'need') return next === 'not';
  return lower === 'not' && (UNNEEDED.has(next) || ((next === 'need' || next === 'have') && after === 'to'));
}

export function moodsOf(words: readonly Word[], { clauses, of }: Clauses): Moods {
  const past = new Set<number>();
  const exempting = new Set<number>();
  const weakened = new Set<number>();
  const conditional = new Set<number>();
  const after = new Set<number>();
  for (const { segment, connective } of clauses) {
    if (connective === undefined) continue;
    if (WEAKENING.has(connective)) weakened.add(segment);
    if (EXCUSING.has(connective)) conditional.add(segment);
    if (connective === 'after') after.add(segment);
  }
  for (const [at, { lower }] of words.entries()) {
    const clause = of[at]!;
    const { segment } = clauses[clause]!;
    if (PAST.has(lower) || (lower === 'used' && words[at + 1]?.lower === 'to')) past.add(clause);
    if (exempts(words, at)) exempting.add(clause);
    // `may run after …` names a condition, `passed after …` tells when it was.
    if (HYPOTHETICAL.has(lower) || (MODAL.has(lower) && after.has(segment))) conditional.add(segment);
    // `either approves one or requires the other`: neither is said to be so.
    const offers = lower === 'either' && words.some((word, later) => later > at && word.lower === 'or');
    if (offers || lower === 'whoever' || lower === 'whichever') conditional.add(segment);
    if (limits(words, at, (later) => clauses[of[later]!]!.segment === segment)) conditional.add(segment);
  }
  return { hedged: words.some(({ lower }) => HEDGES.has(lower)), past, exempting, weakened, conditional };
}
