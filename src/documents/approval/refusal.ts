import { wordSet } from '../../word-set.ts';
import { denies, type Reading } from './faults.ts';

/** 👎 · ❌ · ✗ · 🚫 · ⛔ · `-1` */
const SIGN =
  /[\u{1F44E}\u{274C}\u{2717}\u{2718}\u{1F6AB}\u{26D4}]|(?<![\w\u00aa-\u02af.-])[-−]1(?![\w\u00aa-\u02af.-])/u;
const OPPOSED = wordSet('voted votes vote is was spoke argued advised');
/** Whatever it is, so that nothing is said of this. */
const BLANKET = wordSet('everything anything whatever');
const GIVING_NOW = wordSet('approves approve approval approvals accepts accept confirms agrees says');
/** Where nothing was said. */
const UNREAL = wordSet('dream dreams imagination fantasy fiction');

type Clause = readonly number[];

/** `JP approval: no` */
function isNo({ words, referring }: Reading, clause: Clause, at: number): boolean {
  if (words[at]!.text !== 'no' || clause.at(-1) !== at || referring.has(at)) return false;
  return !/^\d/.test(words[at + 1]?.text ?? '');
}

function isRefusalAt(reading: Reading, clause: Clause, at: number): boolean {
  const { words } = reading;
  const textOf = (index: number): string => words[index]?.text ?? '';
  const word = textOf(at);
  if (isNo(reading, clause, at)) return true;
  if (word === 'down') return /^thumbs?$/.test(textOf(at - 1)) && !denies(words, at - 2);
  if (word === 'against') return OPPOSED.has(textOf(at - 1));
  if (UNREAL.has(word)) return [at - 1, at - 2].some((index) => textOf(index) === 'in');
  if (BLANKET.has(word)) return [at - 1, at - 2].some((index) => GIVING_NOW.has(textOf(index)));
  return word === 'always' && GIVING_NOW.has(textOf(at + 1));
}

/** Whether a text tells that the one who approves said no, or says yes to whatever comes. */
export function isRefusal(reading: Reading, clauses: readonly Clause[]): boolean {
  if (SIGN.test(reading.text)) return true;
  return clauses.some((clause) => clause.some((at) => isRefusalAt(reading, clause, at)));
}
