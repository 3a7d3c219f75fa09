import { isFiniteAt } from './finite-verbs.ts';
import type { Reading } from './reading.ts';

/**
 * Of a clause without a subject of its own, as the second one of `X has a report and is done`, whether a word belongs to
 * the subject of the clause before it, whose verb it shares nothing with.
 */
export function isSharedSubject({ words, clauses, clauseOf }: Reading, clause: number, at: number): boolean {
  if (clause === 0 || clauseOf[at] !== clause - 1) return false;
  const { start } = clauses[clause]!.pieces[0]!;
  if (words[start]!.lower !== 'and' || !isVerb(words, start + 1)) return false;
  return !words.some((_, verb) => verb <= at && clauseOf[verb] === clause - 1 && isVerb(words, verb));
}

function isVerb(words: Reading['words'], at: number): boolean {
  return at < words.length && isFiniteAt(words, at, words.length);
}
