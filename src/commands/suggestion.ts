/** Edits (insert, delete, replace) between two words; both are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The word that was probably meant, for a message's way out. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const asked = text.slice(0, 100);
  const [best] = words
    .map((word) => ({ word, edits: word.endsWith(`/${asked}`) ? 0 : distance(asked, word) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= Math.max(2, best.word.length / 3) ? best.word : undefined;
}
