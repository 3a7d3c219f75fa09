import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import { GRAM, WINDOW } from '../../src/evidence/index/grams.ts';
import { entriesIn } from '../../src/evidence/index/match-index.ts';
import { indexOf } from './run.ts';

/** Words without digits, and too odd to be hex: every letter is a symbol of both normal forms. */
const word = fc.string({ unit: fc.constantFrom(...'ghijklmnopqrstuvwxyz'), minLength: 3, maxLength: 9 });
const words = (count: number) =>
  fc.array(word, { minLength: count, maxLength: count + 30 }).map((list) => list.join(' '));

/** The shortest beginning of `text` at `from` that has `symbols` letters. */
function excerpt(text: string, from: number, symbols: number): string {
  let end = from;
  for (let left = symbols; left > 0 && end < text.length; end++) if (text[end] !== ' ') left--;
  return text.slice(from, end);
}

const evidence = words(60).chain((text) =>
  fc.record({
    text: fc.constant(text),
    from: fc.nat(Math.floor(text.length / 3)),
    before: words(5),
    after: words(5),
  }),
);

describe('what the k-grams promise', () => {
  it(`${GRAM + WINDOW - 1} common symbols always hit`, () => {
    fc.assert(
      fc.property(evidence, ({ text, from, before, after }) => {
        const index = indexOf({ 'trace.jsonl': text });
        const document = `${before}\n${excerpt(text, from, GRAM + WINDOW - 1)}\n${after}`;
        expect(entriesIn(document, index).size).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it(`${GRAM + 3 * WINDOW - 1} common symbols are always reported, in any layout`, () => {
    const layout = fc.constantFrom(
      (copy: string) => copy,
      (copy: string) => copy.replaceAll(' ', '\n> '),
      (copy: string) => `| ${copy.toUpperCase().replaceAll(' ', ' | ')} |`,
      (copy: string) => `"${copy.replaceAll(' ', '\\n')}"`,
    );
    fc.assert(
      fc.property(evidence, layout, ({ text, from, before, after }, laidOut) => {
        const index = indexOf({ 'trace.jsonl': text });
        const copy = laidOut(excerpt(text, from, GRAM + 3 * WINDOW - 1));
        expect(findEvidence(`${before}\n${copy}\n${after}`, index)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a text that shares nothing is not reported', () => {
    fc.assert(
      fc.property(evidence, words(40), ({ text }, other) => {
        fc.pre(![...other.matchAll(/\S+/g)].some(([one]) => text.includes(one)));
        expect(findEvidence(other, indexOf({ 'trace.jsonl': text }))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
