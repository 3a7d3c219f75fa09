import { beginsWithCapital } from '../../unicode.ts';
import { ADVERBS, AUXILIARIES, CLEAR_VERBS, DOUBTFUL_VERBS, OPENERS, PLAIN_VERBS } from './lexicon.ts';
import type { Word } from './words.ts';

// After these a verb has no ending that tells.
const PLURALS = new Set(['they', 'we', 'you', 'i']);

export function isFiniteAt(words: readonly Word[], at: number, end: number): boolean {
  const { lower, joined } = words[at]!;
  if (joined || words[at + 1]?.joined) return false;
  if (AUXILIARIES.has(lower) || CLEAR_VERBS.has(lower) || PLAIN_VERBS.has(lower))
    return words[at - 1]?.lower !== 'to';
  if (PLURALS.has(words[at - 1]?.lower ?? '') && !ADVERBS.has(lower) && lower !== 'not') return true;
  if (!DOUBTFUL_VERBS.has(lower)) return false;
  const next = at + 1 < end ? words[at + 1] : undefined;
  return (
    next !== undefined &&
    (OPENERS.has(next.lower) || /[_\d]/.test(next.lower) || beginsWithCapital(next.text))
  );
}

export function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteAt(words, at, to)) return true;
  return false;
}

/** Whether some word is a finite verb: whether it is a sentence. */
export function hasVerb(words: readonly Word[]): boolean {
  return hasFinite(words, 0, words.length);
}

/** Whether the finite verb before this one belongs to the same verb: `may not be`, `has been`. */
export function isVerbChain(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && ADVERBS.has(words[before]!.lower)) before--;
  return (
    before < 0 ||
    AUXILIARIES.has(words[before]!.lower) ||
    ['who', 'which', 'that'].includes(words[before]!.lower)
  );
}
