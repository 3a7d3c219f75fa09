import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersOf, longRun } from '../../../src/evidence/text/long-runs.ts';

const HEX = charactersOf(/[0-9a-f]/);

/** One after the other from an offset on, each behind the last. */
function runsOf(text: string, least: number, from: number) {
  const runs: { start: number; end: number }[] = [];
  for (let run = longRun(text, HEX, least, from); run; run = longRun(text, HEX, least, run.end))
    runs.push(run);
  return runs;
}

describe('long runs', () => {
  it('are what a pattern finds', () => {
    const text = fc
      .array(
        fc.oneof(fc.string({ unit: fc.constantFrom(...'0a9f') }), fc.constantFrom('g', ' ', 'š', '\u0130')),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), fc.nat(12), (all, least, from) => {
        const found = [...all.slice(from).matchAll(new RegExp(`[0-9a-f]{${least},}`, 'g'))];
        expect(runsOf(all, least, from)).toEqual(
          found.map(({ 0: run, index }) => ({ start: from + index, end: from + index + run.length })),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
