import { mayMention } from '../documents/skeleton.ts';

/** Whether a text may mention one of the words, in whatever spelling. Errs on the side of yes. */
export function mentionsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => mayMention(text, word));
}
