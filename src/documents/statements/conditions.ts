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

/** `once JP approves it`: what comes then is decided by one who may. `when JP is away` leaves it to nobody. */
export function isDecidedBy(reading: Reading, condition: number, deciders: ReadonlySet<string>): boolean {
  const { words, clauseOf, denied } = reading;
  const here = words.map((word, at) => ({ ...word, at })).filter(({ at }) => clauseOf[at] === condition);
  return (
    here.some(({ text }) => deciders.has(text)) &&
    here.some(({ key, at }) => DECIDING.has(key) && !denied[at])
  );
}

/** Whether the conditions of a segment leave it open whether the thing will ever be so. */
export function isLeftOpen(
  reading: Reading,
  segment: number,
  deciders: ReadonlySet<string> | undefined,
): boolean {
  if (!isConditional(reading, segment)) return false;
  if (deciders === undefined || !reading.moods.limited.has(segment)) return true;
  return reading.clauses.some(
    (clause, index) =>
      clause.segment === segment && clause.kind === 'condition' && isDecidedBy(reading, index, deciders),
  );
}

/** A sentence that says under which condition something will be so does not say that it is. */
export function isConditional({ moods }: Reading, segment: number): boolean {
  return moods.conditional.has(segment);
}
