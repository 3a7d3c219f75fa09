import { HEDGES, HYPOTHETICAL, PAST } from './lexicon.ts';
import type { Connective } from './openers.ts';
import type { Occurrence } from './phrases.ts';
import type { Reading } from './reading.ts';

/** Conditions under which a statement no longer stands by itself. */
const WEAKENING: ReadonlySet<Connective> = new Set(['unless', 'only', 'if']);
/** Conditions under which a sentence claims nothing. */
const EXCUSING: ReadonlySet<Connective> = new Set([
  'unless',
  'until',
  'only',
  'if',
  'when',
  'once',
  'pending',
]);

export function segmentOf(reading: Reading, at: number): number {
  return reading.clauses[reading.clauseOf[at]!]!.segment;
}

function governs(reading: Reading, segment: number, connectives: ReadonlySet<Connective>): boolean {
  return reading.clauses.some(
    (clause) =>
      clause.segment === segment && clause.connective !== undefined && connectives.has(clause.connective),
  );
}

/** Only supposed, asked, or within a condition itself. */
export function isSupposed(reading: Reading, { last }: Occurrence): boolean {
  const { kind, connective } = reading.clauses[reading.clauseOf[last]!]!;
  return kind === 'question' || (kind === 'condition' && connective !== 'without') || reading.question;
}

/** A statement that holds in some cases only, or perhaps. */
export function isWeakened(reading: Reading, { last }: Occurrence): boolean {
  return (
    governs(reading, segmentOf(reading, last), WEAKENING) ||
    reading.words.some(({ lower }) => HEDGES.has(lower))
  );
}

/** What was so once need not be so now. */
export function isPast({ words, clauseOf }: Reading, { last }: Occurrence): boolean {
  return words.some(
    ({ lower }, at) =>
      clauseOf[at] === clauseOf[last] &&
      (PAST.has(lower) || (lower === 'used' && words[at + 1]?.lower === 'to')),
  );
}

/** A sentence that says under which condition something will be so does not say that it is. */
export function isConditional(reading: Reading, segment: number): boolean {
  if (governs(reading, segment, EXCUSING)) return true;
  if (reading.words.some(({ lower }, at) => HYPOTHETICAL.has(lower) && segmentOf(reading, at) === segment))
    return true;
  // `may run after …` names a condition, `passed after …` tells when it was.
  return (
    governs(reading, segment, new Set(['after'])) &&
    reading.words.some((_, at) => segmentOf(reading, at) === segment && isOwedOrPermitted(reading, at))
  );
}

const MODAL = new Set(['may', 'can', 'must', 'shall', 'will', 'should', 'could', 'would']);

function isOwedOrPermitted({ words }: Reading, at: number): boolean {
  return MODAL.has(words[at]!.lower);
}

/** `need not`, `does not have to`: no duty, which is less than a ban. */
export function isExempted({ words, clauseOf }: Reading, { last }: Occurrence): boolean {
  const clause = clauseOf[last];
  return words.some(({ lower }, at) => {
    if (clauseOf[at] !== clause) return false;
    const next = words[at + 1]?.lower;
    const after = words[at + 2]?.lower;
    if (lower === 'need') return next === 'not';
    if (lower !== 'not') return false;
    return (
      next === 'necessarily' ||
      next === 'necessary' ||
      next === 'required' ||
      next === 'obliged' ||
      next === 'mandatory' ||
      ((next === 'need' || next === 'have') && after === 'to')
    );
  });
}
