import { eachSelected } from '../../src/evidence/index/grams.ts';
import { linesOf } from '../../src/evidence/text/lines.ts';
import { normalise } from '../../src/evidence/text/normalise.ts';

export interface Bound {
  /** Share of the selected grams whose successor can be reached. */
  readonly reached: number;
  /** Symbols won beyond a known gram, on average, until a step is too far. */
  readonly won: number;
}

/**
 * What a reader of an index *without a key* wins who knows one gram of the evidence: they guess the symbols up to the
 * next selected gram, and the index tells when they are right. A step of `d` symbols costs `2 ** (d * bits)` guesses,
 * with `bits` 5.2 for any letter or digit, and about 2 for somebody with a good model of what logs say.
 */
export function chainBound(texts: readonly string[], guesses: number, bits: number): Bound {
  const furthest = Math.floor(Math.log2(guesses) / bits);
  let steps = 0;
  let reached = 0;
  let won = 0;
  for (const text of texts) {
    let previous: number | undefined;
    eachSelected(normalise(linesOf(text)).n2, (at) => {
      const distance = at - (previous ?? at);
      if (previous !== undefined) steps++;
      previous = at;
      if (distance === 0 || distance > furthest) return;
      reached++;
      won += distance;
    });
  }
  return { reached: reached / steps, won: won / (steps - reached + 1) };
}
