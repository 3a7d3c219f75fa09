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

/** A sentence that says under which condition something will be so does not say that it is. */
export function isConditional({ moods }: Reading, segment: number): boolean {
  return moods.conditional.has(segment);
}
