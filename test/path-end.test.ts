import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathEnds } from '../src/path-end.ts';

const PATH = fc
  .array(
    fc.oneof(fc.constantFrom(...'ad].-^\\/\n', '.git', 'é'), fc.string({ minLength: 1, maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('').replaceAll('\0', '') || 'a');

/** What the patterns stand for, said plainly. */
function mayEnd(path: string, signs: string, texts: readonly string[]): boolean {
  const last = path.charAt(path.length - 1);
  return last >= '\x80' || signs.includes(last) || texts.some((text) => path.endsWith(text));
}

describe('the ends of paths', () => {
  const cases = fc.record({
    paths: fc.uniqueArray(PATH, { maxLength: 8 }),
    signs: fc.constantFrom('', 'd', 'ad', ']^-', '\\./', '\n'),
    texts: fc.constantFrom([], ['.git'], ['a.d', ']'], ['.git', '\\']),
  });

  it('are told of a path', () => {
    fc.assert(
      fc.property(cases, ({ paths, signs, texts }) => {
        const ends = new PathEnds((code) => signs.includes(String.fromCharCode(code)), texts);
        for (const path of paths) expect(ends.mayEnd(path)).toBe(mayEnd(path, signs, texts));
      }),
    );
  });

  it('are found in a listing of any', () => {
    fc.assert(
      fc.property(cases, ({ paths, signs, texts }) => {
        const ends = new PathEnds((code) => signs.includes(String.fromCharCode(code)), texts);
        const listing = paths.map((path) => `${path}\0`).join('');
        const found = [...listing.matchAll(ends.beforeNul())].map(({ index, 0: end }) => {
          const nul = index + end.length - 1;
          return listing.slice(listing.lastIndexOf('\0', nul - 1) + 1, nul);
        });
        expect(found).toEqual(paths.filter((path) => mayEnd(path, signs, texts)));
      }),
    );
  });
});
