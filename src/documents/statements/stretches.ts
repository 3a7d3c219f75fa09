import { openerAt } from './openers.ts';
import type { Word } from './words.ts';

// The signs and words at which a sentence may go on with another clause.

export const CONJUNCTIONS = new Set(['and', 'or', 'but', 'nor', 'however', 'plus', 'yet', 'then']);

export function isConjunction(words: readonly Word[], at: number): boolean {
  const { lower, gap } = words[at]!;
  if (lower === 'yet') return gap.includes(',') && words[at - 1]?.lower !== 'not';
  if (lower === 'then') return gap.includes(',');
  return CONJUNCTIONS.has(lower);
}

export const HARD = /[;—–]|\s-{1,3}\s/;
export const DASH = /[—–]|\s-{1,3}\s/;
export const COMMA = /[,()]/;

/** Where the stretch that begins at `from` ends: at the next comma, conjunction, opener or stronger sign. */
export function pieceEnd(words: readonly Word[], from: number): number {
  let at = from + 1;
  while (at < words.length) {
    const { gap } = words[at]!;
    if (COMMA.test(gap) || HARD.test(gap) || gap.includes(':') || isConjunction(words, at)) break;
    if (isThat(words, at) || openerAt(words, at)) break;
    at++;
  }
  return at;
}

export function isThat(words: readonly Word[], at: number): boolean {
  return at > 0 && words[at]!.lower === 'that' && !COMMA.test(words[at]!.gap) && at + 1 < words.length;
}
