import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_FIRST, STRONG } from '../../../src/evidence/structure/log-grammar.ts';
import { CASE, DIFF_HEAD, FRAME, GIT_LOG, SUMMARY } from '../../../src/evidence/structure/output-grammar.ts';
import { fitsAny } from '../../../src/evidence/structure/shapes.ts';
import { tellingLines } from '../../../src/evidence/structure/telling-lines.ts';

const SHAPES = Object.entries({ STRONG, LEVEL_FIRST, SUMMARY, CASE, GIT_LOG, FRAME, DIFF_HEAD }).flatMap(
  ([name, shapes]) => shapes.map((one) => ({ name: `${name} ${one.shape.source.slice(0, 40)}`, one })),
);

/** The pattern without what the generator of lines does not know, which only narrows what a line may be. */
function loosened({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll('\\b', ''), flags.includes('u') ? 'u' : '');
}

const randomCase = (line: string) =>
  fc
    .array(fc.boolean(), { minLength: line.length, maxLength: line.length })
    .map((up) => Array.from(line, (one, at) => (up[at] ? one.toUpperCase() : one.toLowerCase())).join(''));

describe('a shape among others', () => {
  it.each(SHAPES)('$name is tried on every line that fits it', ({ one }) => {
    const fits = fitsAny([{ begins: ['\u0000'], shape: /^\u0000/ }, one]);
    const written = fc.stringMatching(loosened(one.shape));
    const lines = one.shape.flags.includes('i') ? fc.oneof(written, written.chain(randomCase)) : written;
    fc.assert(
      fc.property(lines, (line) => {
        const isFitting = one.shape.test(line);
        expect(fits(line)).toBe(isFitting);
        if (isFitting) expect(tellingLines(`- ${line}`)).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is not tried on a line that begins otherwise, or lacks what it holds', () => {
    const fits = fitsAny([
      { begins: ['a', 'b'], shape: /^./ },
      { holds: '::', shape: /^c/ },
    ]);
    expect(['a', 'b1', 'c::', 'c', 'd::', ''].map((line) => fits(line))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
