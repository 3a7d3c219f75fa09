import { wordSet } from '../../word-set.ts';
import type { Gate } from './gate.ts';
import { lemma } from './lemma.ts';
import { type Group, type Occurrence, occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';
import { factsOf } from './taken-back.ts';

// How a record says that something stays closed: plainly, today, and with nothing behind it that makes it open. A packet
// may say the same in many ways; what a record says is what holds.

/** `should remain blocked`, `remained blocked`: a wish, a leave or the past. */
const NOT_NOW = wordSet('should ought may might could would can remained stayed was were had used');
/** Adverbs that take nothing away; `formally`, `nominally`, `temporarily` do. */
const FIRM = wordSet(
  `accordingly consequently explicitly expressly strictly fully firmly entirely completely wholly currently presently
  clearly certainly unconditionally invariably still only solely exclusively simply equally additionally`,
);
const CONTRAST = wordSet('but yet though although whereas while however nevertheless nonetheless');
/** Behind a contrast, these open nothing: `but preparation may continue`, `but only then`. */
const HARMLESS: ReadonlySet<string> = new Set(
  [
    ...wordSet(
      'prepare preparation plan planning draft write writing document review discuss only must once after when until',
    ),
  ].map(lemma),
);
/** What a remark says of the facts, or of where it is written. */
const REMARKING = wordSet(
  `required needed recorded stated defined described listed named based governed admitted verified agreed decided approved
  related followed unchanged judged checked proved provided referenced documented intended called demanded
  signed committed filed reviewed validated added linked cited attached produced created generated obtained combined`,
);
const STATES = wordSet('void moot obsolete inactive optional off out');
const BEFORE_A_STATE = wordSet('already now currently since long temporarily partly is was been again');

/** `formally CTO-WORK-020 remains blocked`: closed, as far as it goes. */
function isWeak({ words, clauseOf }: Reading, { first }: Occurrence): boolean {
  return words.some(({ lower }, at) => {
    if (clauseOf[at] !== clauseOf[first] || at >= first) return false;
    return NOT_NOW.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !FIRM.has(lower));
  });
}

/** `… exist, but work starts`; not `… exist, but preparation may continue`. */
function isTurned(reading: Reading, closed: Group, at: number): boolean {
  const { words, denied } = reading;
  if (!CONTRAST.has(words[at]!.lower)) return false;
  let end = at + 1;
  while (end < words.length && !/[.;!?)]/.test(words[end]!.gap)) end++;
  const isClosing = occurrences(closed, words, reading.index).some(
    ({ first, last }) => first > at && last < end && !denied[last],
  );
  if (isClosing) return false;
  return !words.slice(at + 1, end).some(({ key }, offset) => {
    const isOtherItem = /^\d{3,}$/.test(key) && !words.slice(0, at).some((word) => word.key === key);
    return denied[at + 1 + offset] || HARMLESS.has(key) || isOtherItem;
  });
}

/** `… exist (suspended for June)`; not `… exist (required by the packet)`. */
function isMarked({ words, denied }: Reading, at: number): boolean {
  if (!/[([,–—]|\s-\s/.test(words[at]!.gap)) return false;
  let state = at;
  while (BEFORE_A_STATE.has(words[state]?.lower ?? '')) state++;
  const { lower = '' } = words[state] ?? {};
  if (denied[state] || REMARKING.has(lower)) return false;
  return STATES.has(lower) || (lower.length > 4 && lower.endsWith('ed'));
}

/** Whether a text that says what a gate waits for says it plainly, and lets it stand. */
export function isKeptPlainly(reading: Reading, gate: Gate): boolean {
  const shut = occurrences(gate.closed, reading.words, reading.index);
  if (shut.length > 0 && shut.every((one) => isWeak(reading, one))) return false;
  const facts = factsOf(reading, gate);
  if (facts === undefined) return true;
  return !reading.words.some(
    (_, at) => at > facts.last && (isTurned(reading, gate.closed, at) || isMarked(reading, at)),
  );
}
