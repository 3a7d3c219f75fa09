import { wordSet } from '../../word-set.ts';
import { lemma } from './lemma.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

// Who says a statement, and whether he says it still: `an earlier draft said: "…"`, `some argue that …`.

const OPINING = new Set(
  [...wordSet('argue claim think believe assume hope suppose allege contend propose wonder doubt guess')].map(
    lemma,
  ),
);

/** What was there before what is valid now. */
const FORMER = wordSet(
  'former formerly earlier previous previously prior old older outdated originally draft archived deprecated',
);

/** What a rule is after somebody ended it, or set it aside. */
export const ENDED = wordSet(
  `dropped waived withdrawn revoked rescinded repealed retired superseded abandoned discarded obsolete void moot expired
  lapsed lifted cancelled canceled suspended relaxed overruled scrapped deleted removed`,
);

export function isFormer(lower: string): boolean {
  return FORMER.has(lower) || ENDED.has(lower);
}

const WAS = wordSet('true case so right correct valid');

/** `used to say`, `was once true`. */
function isOfThePast(words: readonly Word[]): boolean {
  return words.some(({ lower }, at) => {
    if (lower === 'used') return words[at + 1]?.lower === 'to';
    if (lower !== 'was' && lower !== 'were') return false;
    return [1, 2, 3].some((next) => WAS.has(words[at + next]?.lower ?? ''));
  });
}

/** How many words lead a place in: up to the last `that`, colon or opening quotation mark before it. */
function leadLength({ words, clauses, clauseOf }: Reading, at: number): number {
  let clause = clauses[clauseOf[at]!]!;
  while (clause.kind !== 'complement' && clause.parent !== undefined) clause = clauses[clause.parent]!;
  if (clause.kind === 'complement') return clause.pieces[0]!.start;
  for (let back = at; back > 0; back--) {
    if (words[back]!.gap.includes(':') || (words[back]!.quoted && !words[back - 1]!.quoted)) return back;
  }
  return 0;
}

/** Whether what stands at a place is said as what somebody thinks, or as what was said once. */
export function isOfOthers(reading: Reading, at: number): boolean {
  const { words } = reading;
  const lead = words.slice(0, leadLength(reading, at));
  const told = words.some(
    ({ lower }, that) =>
      that > 0 &&
      that < at &&
      lower === 'that' &&
      (OPINING.has(words[that - 1]!.key) || isOfThePast(words.slice(Math.max(0, that - 6), that))),
  );
  return told || isOfThePast(lead) || lead.some(({ lower }) => isFormer(lower));
}
