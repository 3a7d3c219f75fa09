import { beginsWithCapital } from '../../unicode.ts';
import type { Clause, Clauses } from './clause.ts';
import { isFiniteAt } from './finite-verbs.ts';
import {
  DENIALS,
  DENYING_PAIRS,
  DETERMINERS,
  MISTAKENLY,
  NEGATION_UNDONE,
  NEGATORS,
  PROPOSED,
  SAYING,
} from './lexicon.ts';
import type { Word } from './words.ts';

function isNegator(words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  // `no-secret class`, `not-promoted`: part of a name.
  if (!NEGATORS.has(word.lower) || words[at + 1]?.joined || word.joined) return false;
  const undone = NEGATION_UNDONE[word.lower];
  return !undone?.has(words[at + 1]?.lower ?? '');
}

/** How many words of the text it is made of; 0: no denial. */
function denialLength(words: readonly Word[], at: number): number {
  const word = words[at]!;
  const next = words[at + 1];
  if (DENYING_PAIRS.some(([first, second]) => word.lower === first && next?.lower === second)) return 2;
  // `secret-free`
  if (word.lower === 'free' && word.joined) return 1;
  if (MISTAKENLY.has(word.lower)) return SAYING.has(next?.key ?? '') ? 1 : 0;
  if (word.key === 'stop' && next?.lower.endsWith('ing')) return 1;
  return DENIALS.has(word.key) && !next?.joined ? 1 : 0;
}

/** Whether any word denies. */
export function hasDenial(words: readonly Word[]): boolean {
  return words.some((_, at) => isNegator(words, at) || denialLength(words, at) > 0);
}

/** Keys of verbs that say what became of what was proposed. */
const TURNED_DOWN = new Set(['reject', 'declin', 'refus', 'drop', 'discard', 'abandon', 'turn', 'vot']);

/**
 * `was proposed and declined`, `the third option, a hybrid, was rejected`: said of the subject, though in a stretch of
 * its own.
 */
function isOfSubject(words: readonly Word[], at: number, { pieces }: Clause, piece: number): boolean {
  const { start, finite, joint } = pieces[piece]!;
  if (!TURNED_DOWN.has(words[at]!.key) || at - start > 3) return false;
  if (finite) return isFiniteAt(words, start, words.length);
  return joint && words.slice(pieces[0]!.start, start).some(({ lower }) => PROPOSED.has(lower));
}

/** `a or b, never Hermes, may change it`, `a or b, and nobody else, may`: who else there is, denied in passing. */
function isPassing(words: readonly Word[], at: number): boolean {
  const [{ lower, gap }, next] = [words[at]!, words[at + 1]];
  const opens = gap.includes(',') || words[at - 1]?.lower === 'and';
  if (!opens || next === undefined) return false;
  return next.lower === 'else' || (/^(?:not|never)$/.test(lower) && beginsWithCapital(next.text));
}

/** `a rejected model may not be used`: what it is about was turned down, and that denies nothing of it once more. */
function isOfThing(words: readonly Word[], at: number): boolean {
  const { lower, key } = words[at]!;
  const previous = words[at - 1];
  const next = words[at + 1];
  return (
    TURNED_DOWN.has(key) &&
    lower.endsWith('ed') &&
    (previous === undefined || DETERMINERS.has(previous.lower)) &&
    next?.gap === ' ' &&
    next.key !== 'by'
  );
}

/** Determiners that `other than` takes back: `no provider other than X is approved` says that X is. */
const EXCEPTED = new Set(['no', 'none', 'nothing', 'nobody', 'not']);

/**
 * For each word, whether the sentence denies it. A negation denies its clause; at the head of a later stretch of it
 * (`referenced, not copied`) only what follows. Words that deny by meaning (`forbids`) turn a negation round. What is
 * said is denied with the saying.
 */
export function denialsOf(words: readonly Word[], { clauses, of }: Clauses): readonly boolean[] {
  const negated = words.map(() => false);
  const turned = words.map(() => false);
  // Words that deny are not denied by themselves.
  const own = words.map(() => false);
  const members = clauses.map((): number[] => []);
  for (const [at, clause] of of.entries()) members[clause]!.push(at);

  for (const [index, clause] of clauses.entries()) {
    const excepted = clauses[index + 1]?.kind === 'except';
    // `is not a but b`: what is corrected is denied, not what both are said of.
    const corrected = clauses[index + 1]?.corrects === true;
    const reach = (at: number, isLexical: boolean): number => {
      if (corrected) return at;
      const piece = clause.pieces.findLastIndex(({ start }) => start <= at);
      if (piece <= 0 || (isLexical && isOfSubject(words, at, clause, piece))) return 0;
      const { start, finite, joint } = clause.pieces[piece]!;
      if (!finite) return at;
      return joint ? 0 : start;
    };
    // Each reach is a suffix of the clause: the earliest of a sort covers the others.
    let simple = clause.denies ? 0 : Number.POSITIVE_INFINITY;
    let lexical = Number.POSITIVE_INFINITY;
    const passing: { from: number; to: number }[] = [];
    for (const at of members[index]!) {
      if (isNegator(words, at) && !(excepted && EXCEPTED.has(words[at]!.lower))) {
        const goesOn = clause.pieces.find(({ start, finite, joint }) => start > at && finite && !joint);
        if (goesOn && isPassing(words, at)) passing.push({ from: at, to: goesOn.start });
        else simple = Math.min(simple, reach(at, false));
      }
    }
    const isNegated = simple < Number.POSITIVE_INFINITY;
    for (const at of members[index]!) {
      if (isNegated && isOfThing(words, at)) continue;
      const length = denialLength(words, at);
      if (length > 0) {
        // `may change it away from a`: the change takes place.
        const onward = length === 2 && /^(?:away|on)$/.test(words[at]!.lower);
        lexical = Math.min(lexical, onward ? at : reach(at, true));
        for (let part = 0; part < length; part++) own[at + part] = true;
      }
    }
    for (const at of members[index]!) {
      negated[at] = at >= simple || passing.some(({ from, to }) => at >= from && at < to);
      turned[at] = at >= lexical;
    }
  }
  const inherited: boolean[] = [];
  for (const [index, clause] of clauses.entries()) {
    if (clause.parent === undefined || clause.kind === 'relative') inherited[index] = false;
    else {
      const last = members[clause.parent]!.filter((at) => at < (members[index]![0] ?? 0)).at(-1);
      const said = last !== undefined && negated[last] !== turned[last];
      inherited[index] = said !== inherited[clause.parent];
    }
  }
  return words.map((_, at) => (negated[at] !== (turned[at] && !own[at])) !== inherited[of[at]!]);
}
