/** A word of a text: letters and digits, folded, with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `no-secret class` → `no`, `secret`, `class`: how hyphens and underscores join words does not matter. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    text: match[0].normalize('NFKC').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Where the words of a phrase stand in a row, as indexes of their first words. */
export function phraseStarts(words: readonly Word[], phrase: string): readonly number[] {
  const wanted = wordsOf(phrase);
  if (wanted.length === 0) return [];
  const starts: number[] = [];
  for (let at = 0; at < words.length; at++)
    if (wanted.every((word, offset) => words[at + offset]?.text === word.text)) starts.push(at);
  return starts;
}

const NEGATIONS = new Set(['no', 'non', 'not', 'never', 'without', 'un', 'neither', 'nor']);

/** Whether a phrase stands in a text as whole words that the word before them does not deny: `no-external` has no `external`. */
export function hasPhrase(text: string, phrase: string): boolean {
  const words = wordsOf(text);
  return phraseStarts(words, phrase).some((at) => at === 0 || !NEGATIONS.has(words[at - 1]!.text));
}
