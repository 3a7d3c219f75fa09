import type { Clause } from './clause.ts';
import { hasFinite, isFiniteAt } from './finite-verbs.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS, OPENERS, SUBJECTS } from './lexicon.ts';
import { type Connective, openerAt } from './openers.ts';
import { COMMA, CONJUNCTIONS, isConjunction, pieceEnd } from './stretches.ts';
import type { Word } from './words.ts';

// Where the main clause begins behind a condition that stands before it.

const PREPOSITIONAL: ReadonlySet<Connective> = new Set(['without', 'before', 'after', 'pending', 'until']);
const NO_NOUN = new Set([
  'of',
  'to',
  'for',
  'in',
  'on',
  'at',
  'by',
  'with',
  'from',
  'as',
  'through',
  'not',
  'than',
]);

const INVERTING = new Set(['may', 'can', 'will', 'shall', 'must', 'does', 'do', 'is', 'are']);
const BARE = new Set(['under', 'with', 'upon', 'through', 'via', 'by', 'after']);

/** `Only under Branch B may the item start`: the verb goes before its subject. */
function isInverted(words: readonly Word[], at: number, clause: Clause): boolean {
  const { start } = clause.pieces[0]!;
  if (!INVERTING.has(words[at]!.lower) || at - start < 3) return false;
  return clause.finite ? !AUXILIARIES.has(words[at - 1]!.lower) : BARE.has(words[start + 1]!.lower);
}

/** `Without an admission nothing runs`: the main clause begins without a comma. */
export function isUnmarkedSubject(words: readonly Word[], at: number, clause: Clause): boolean {
  if (clause.connective === 'only' && isInverted(words, at, clause)) return true;
  if (!SUBJECTS.has(words[at]!.lower) || at - clause.pieces[0]!.start < 2) return false;
  if (!clause.finite && !PREPOSITIONAL.has(clause.connective!)) return false;
  const { lower } = words[at - 1]!;
  if (
    CONJUNCTIONS.has(lower) ||
    DETERMINERS.has(lower) ||
    NO_NOUN.has(lower) ||
    isFiniteAt(words, at - 1, words.length)
  )
    return false;
  // A list may be the subject, its verb far off; but what follows a participle may be its object.
  if (!clause.finite && clause.connective !== 'until' && !lower.endsWith('ed')) return true;
  return hasFinite(words, at, pieceEnd(words, at));
}

/** `If a is missing, and b is skipped, c fails`: only after the next comma the main clause begins. */
export function isFollowed(words: readonly Word[], end: number): boolean {
  const next = words[end];
  if (next === undefined || !COMMA.test(next.gap) || isConjunction(words, end)) return false;
  return openerAt(words, end) === undefined;
}

const NO_SUBJECT = new Set(['nothing', 'nobody', 'none', 'neither', 'no']);

/** `Nothing here admits, approves or authorises a run`: one denial for all that is said of its subject. */
export function isOfNothing(words: readonly Word[], start: number, { kind, pieces }: Clause): boolean {
  if (kind !== 'main') return false;
  const first = pieces[0]!.start;
  const isSubject = ({ lower, gap }: Word, at: number): boolean =>
    NO_SUBJECT.has(lower) && (at === 0 || gap.includes(':'));
  if (!words.slice(first, start).some(isSubject)) return false;
  let verb = start;
  while (ADVERBS.has(words[verb]?.lower ?? '')) verb++;
  return verb < words.length && isFiniteAt(words, verb, words.length);
}

const ORDERS = new Set(['record', 'name', 'state', 'list', 'specify', 'document', 'write', 'note']);

/** `Before admission, record the exact pair`: an order, where `before admission, record and review` goes on with nouns. */
export function isOrder(words: readonly Word[], at: number, { connective }: Clause): boolean {
  if (!PREPOSITIONAL.has(connective!) || !ORDERS.has(words[at]!.lower)) return false;
  const next = words[at + 1];
  return next !== undefined && !COMMA.test(next.gap) && (OPENERS.has(next.lower) || next.lower === 'down');
}

const OWN_SUBJECTS = new Set(['there', 'nothing', 'nobody', 'none', 'it']);

/** `Before admission, a, b and c are recorded`: the list is the subject of the main clause if its last entry has a verb. */
export function isSubjectList(words: readonly Word[], at: number, clause: Clause): boolean {
  if (clause.connective === 'until' || !PREPOSITIONAL.has(clause.connective!)) return false;
  let start = at;
  while (start < words.length) {
    const end = pieceEnd(words, start);
    if (end >= words.length) return hasFinite(words, start, end);
    if (words[end]!.lower === 'and' || words[end]!.lower === 'or') {
      const last = pieceEnd(words, end + 1);
      // `without a, b and c there is none`: the verb has a subject of its own.
      const apart = words.slice(end + 2, last).some(({ lower }) => OWN_SUBJECTS.has(lower));
      // Without a comma before its last entry the list may be the condition's, but not if nothing follows the verb.
      const rest = words[last];
      const ends = rest === undefined || rest.lower === 'as' || !hasFinite(words, last, words.length);
      const whole = clause.connective === 'before' && ends;
      return (COMMA.test(words[end]!.gap) || whole) && !apart && hasFinite(words, end + 1, last);
    }
    if (!COMMA.test(words[end]!.gap)) return false;
    start = end;
  }
  return false;
}

/** The place of the first word behind a conjunction that is no adverb and no negation. */
function afterAdverbs(words: readonly Word[], conjunction: number): number {
  let at = conjunction + 1;
  while (at < words.length && (ADVERBS.has(words[at]!.lower) || NEGATORS.has(words[at]!.lower))) at++;
  return at;
}

/** Behind a condition without a verb of its own: `before build and never degrades`, not `before build and test`. */
export function isPredicateAfter(words: readonly Word[], at: number, clause: Clause): boolean {
  if (clause.kind !== 'condition' || clause.leading || clause.finite || words[at]!.lower !== 'and')
    return false;
  if (!PREPOSITIONAL.has(clause.connective!)) return false;
  // Nothing but a verb goes with `never`, also one that the lexicon doesn't have.
  return words[at + 1]?.lower === 'never' || isFiniteAt(words, afterAdverbs(words, at), words.length);
}

/** `that a and b are active`: the verb is that of both. */
export function isSecondSubject(words: readonly Word[], at: number, clause: Clause): boolean {
  return clause.kind === 'complement' && !clause.finite && isConjunction(words, at);
}

/** Words that lead a sentence in, and begin no subject: `as before`, `in short`, `to be clear`. */
const LEADING = new Set(
  'as in to so thus also hence therefore again still for of at then moreover finally'.split(' '),
);

/** `In short, secrets never …`: behind the comma the clause begins that the sentence is made of. */
export function isIntroduction(
  words: readonly Word[],
  at: number,
  { kind, finite, pieces }: Clause,
): boolean {
  const { start } = pieces[0]!;
  if (kind !== 'main' || finite || pieces.length > 1 || at - start > 4 || at <= start) return false;
  return LEADING.has(words[start]!.lower) && COMMA.test(words[at]!.gap);
}
