import { closest, distance } from 'fastest-levenshtein';

/** The word that was probably meant, for a message's way out. A rule's name without its family counts as the rule. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  const asked = text.slice(0, 100);
  const whole = words.find((word) => word.endsWith(`/${asked}`));
  if (whole !== undefined || words.length === 0) return whole;
  const best = closest(asked, words);
  return distance(asked, best) <= Math.max(2, best.length / 3) ? best : undefined;
}
