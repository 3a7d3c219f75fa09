import type { Occurrence } from './phrases.ts';
import type { Reading } from './reading.ts';

export function segmentOf(reading: Reading, at: number): number {
  return reading.clauses[reading.clauseOf[at]!]!.segment;
}

/** Only supposed, asked, or within a condition itself. */
export function isSupposed(reading: Reading, { last }: Occurrence): boolean {
  const { kind, connective } = reading.clauses[reading.clauseOf[last]!]!;
  return kind === 'question' || (kind === 'condition' && connective !== 'without') || reading.question;
}

/** A statement that holds in some cases only, or perhaps. */
export function isWeakened(reading: Reading, { last }: Occurrence): boolean {
  return reading.moods.hedged || reading.moods.weakened.has(segmentOf(reading, last));
}

/** What was so once need not be so now. */
export function isPast({ moods, clauseOf }: Reading, { last }: Occurrence): boolean {
  return moods.past.has(clauseOf[last]!);
}

const FORMER = new Set(
  'former formerly earlier previous prior old outdated superseded withdrawn obsolete'.split(' '),
);

/** `an earlier draft claimed that it was approved` tells what somebody said, and that it is gone. */
export function isOfFormer({ clauses, clauseOf, words }: Reading, { last }: Occurrence): boolean {
  const { kind, parent } = clauses[clauseOf[last]!]!;
  if (kind !== 'complement' || parent === undefined) return false;
  return words.some(({ lower }, at) => clauseOf[at] === parent && FORMER.has(lower));
}

/** `need not`, `does not have to`: no duty, which is less than a ban. */
export function isExempted({ moods, clauseOf }: Reading, { last }: Occurrence): boolean {
  return moods.exempting.has(clauseOf[last]!);
}

/** Keys of `lemma`. */
const DECIDING = new Set(
  'approv authoris promot decid permit allow sanction endors ratify agre consent say order instruct choos admit grant sign'.split(
    ' ',
  ),
);

/** Within a condition, however deep: `if anyone claims that Codex decides`. */
export function isWithinCondition({ clauses, clauseOf }: Reading, { last }: Occurrence): boolean {
  let clause = clauses[clauseOf[last]!]!;
  while (clause.kind !== 'main' && clause.parent !== undefined) clause = clauses[clause.parent]!;
  return clause.kind === 'question' || (clause.kind === 'condition' && clause.connective !== 'without');
}

/** Conditions that wait for somebody's decision: their clauses, and the segments that these govern. */
export interface Awaited {
  readonly clauses: ReadonlySet<number>;
  readonly segments: ReadonlySet<number>;
}

/** `once JP approves it`: what comes then is decided by one who may. `when JP is away` leaves it to nobody. */
export function awaitedFrom(deciders: ReadonlySet<string>, reading: Reading): Awaited {
  const { words, clauses, clauseOf, denied } = reading;
  const naming = new Set<number>();
  const deciding = new Set<number>();
  for (const [at, { text, key }] of words.entries()) {
    if (deciders.has(text)) naming.add(clauseOf[at]!);
    if (DECIDING.has(key) && !denied[at]) deciding.add(clauseOf[at]!);
  }
  const awaited = [...naming].filter((one) => deciding.has(one) && clauses[one]!.kind === 'condition');
  return { clauses: new Set(awaited), segments: new Set(awaited.map((one) => clauses[one]!.segment)) };
}

/** Whether the conditions of a segment leave it open whether the thing will ever be so; without `awaited` each does. */
export function isLeftOpen(reading: Reading, segment: number, awaited: Awaited | undefined): boolean {
  if (!isConditional(reading, segment)) return false;
  return awaited === undefined || !reading.moods.limited.has(segment) || awaited.segments.has(segment);
}

/** A sentence that says under which condition something will be so does not say that it is. */
export function isConditional({ moods }: Reading, segment: number): boolean {
  return moods.conditional.has(segment);
}

/** Said plainly: not under a condition, not as a guess, not in quotation marks. */
export function isPlain(reading: Reading, one: Occurrence): boolean {
  return (
    !isSupposed(reading, one) &&
    !isConditional(reading, segmentOf(reading, one.last)) &&
    !reading.moods.hedged &&
    !reading.words[one.last]!.quoted
  );
}

/** Said plainly of the present. */
export function isCurrent(reading: Reading, one: Occurrence): boolean {
  return isPlain(reading, one) && !isPast(reading, one);
}
