import type { Clause, Clauses } from './clause.ts';
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
  /** Those of them whose conditions only limit when something is so: `may be skipped when Bun is missing`. */
  readonly limited: ReadonlySet<number>;
}

/** Conditions under which a statement no longer stands by itself. */
const WEAKENING: ReadonlySet<Connective> = new Set(['unless', 'only', 'if']);
/** Conditions under which a sentence claims nothing. */
const EXCUSING: ReadonlySet<Connective> = new Set([...WEAKENING, 'until', 'when', 'once', 'pending']);
/** Conditions of which the case itself is granted: `is skipped when …`, where `only when` grants none but this. */
const LIMITING: ReadonlySet<Connective> = new Set(['if', 'when', 'once']);

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

/** `provided the baseline is green` limits as `if` does, whichever way a gate takes it. */
function isLimiting(words: readonly Word[], { connective, pieces }: Clause): boolean {
  return LIMITING.has(connective!) || words[pieces[0]!.start]!.lower.startsWith('provid');
}

/** `Had the item been ready, …`, `Should it be resolved, …`: a condition that begins with its verb. */
const INVERTING = new Set(['had', 'were', 'should']);

function isInverted(words: readonly Word[]): boolean {
  const [first, next] = words;
  if (first === undefined || next === undefined || !INVERTING.has(first.lower)) return false;
  return !next.gap.includes(',') && words.some(({ gap }, at) => at > 1 && gap.includes(','));
}

export function moodsOf(words: readonly Word[], { clauses, of }: Clauses): Moods {
  const past = new Set<number>();
  const exempting = new Set<number>();
  const weakened = new Set<number>();
  const conditional = new Set<number>();
  const excused = new Set<number>();
  const after = new Set<number>();
  for (const clause of clauses) {
    const { segment, connective } = clause;
    if (connective === undefined) continue;
    if (WEAKENING.has(connective)) weakened.add(segment);
    if (EXCUSING.has(connective)) conditional.add(segment);
    if (EXCUSING.has(connective) && !isLimiting(words, clause)) excused.add(segment);
    if (connective === 'after') after.add(segment);
  }
  if (isInverted(words)) excused.add(clauses[of[0]!]!.segment);
  for (const [at, { lower }] of words.entries()) {
    const clause = of[at]!;
    const { segment } = clauses[clause]!;
    if (PAST.has(lower) || (lower === 'used' && words[at + 1]?.lower === 'to')) past.add(clause);
    if (exempts(words, at)) exempting.add(clause);
    // `may run after …` names a condition, `passed after …` tells when it was.
    if (MODAL.has(lower) && after.has(segment)) conditional.add(segment);
    // `either approves one or requires the other`: neither is said to be so.
    const offers = lower === 'either' && words.some((word, later) => later > at && word.lower === 'or');
    const supposes = HYPOTHETICAL.has(lower) || lower === 'whoever' || lower === 'whichever';
    const isHere = (later: number): boolean => clauses[of[later]!]!.segment === segment;
    if (offers || supposes || limits(words, at, isHere)) excused.add(segment);
  }
  const limited = new Set([...conditional].filter((segment) => !excused.has(segment)));
  for (const segment of excused) conditional.add(segment);
  return {
    hedged: words.some(({ lower }) => HEDGES.has(lower)),
    past,
    exempting,
    weakened,
    conditional,
    limited,
  };
}
