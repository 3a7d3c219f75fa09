import { isAscii } from '../../unicode.ts';
import type { Prose } from './markdown.ts';

/** A sentence of a prose. `start` and `end` are offsets in the prose's text. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// A stop, with what closes around it, ends a sentence where something other than a small letter follows: not in `e.g. a`.
const sentenceEnd = (): RegExp => /[.!?]["'”’)\]]{0,3}(?=\s+[^\p{Ll}\s])/gu;
/** The same in ASCII. */
const PLAIN_END = /[.!?]["')\]]{0,3}(?=\s+[^a-z\s])/g;
const ABBREVIATED = /\b(?:e\.g|i\.e|cf|vs|no|etc)\.$/i;

/** Splits prose into sentences, without the spaces around them. Linear in its length. */
export function sentencesOf({ text }: Pick<Prose, 'text'>): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number): void => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    const lead = piece.length - piece.trimStart().length;
    if (trimmed !== '')
      sentences.push({ text: trimmed, start: start + lead, end: start + lead + trimmed.length });
    start = end;
  };
  for (const { 0: stop, index } of text.matchAll(isAscii(text) ? PLAIN_END : sentenceEnd())) {
    const stopEnd = index + stop.length;
    if (!ABBREVIATED.test(text.slice(Math.max(start, stopEnd - 6), stopEnd))) add(stopEnd);
  }
  add(text.length);
  return sentences;
}
