import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTogether, type LiteralGroup, type LiteralHit } from '../../src/secrets/literal-index.ts';

/** The same, looked for one after the other at each place. */
function lookedFor(text: string, { entries, ignoreCase, counts }: LiteralGroup<string>) {
  const folded = (part: string): string =>
    ignoreCase ? part.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : part;
  const hits: LiteralHit<string>[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const [literal, value] of entries) {
      const end = start + literal.length;
      const hit = { start, end, value };
      if (folded(text.slice(start, end)) !== folded(literal)) continue;
      if (counts === undefined || counts(text, hit)) hits.push(hit);
    }
  }
  return hits;
}

// Letters of both cases, signs, what lies at the edges of ASCII, and characters whose lower half is an `a` or a `b`.
const ALPHABET = [...'aAbBkK1-_ :\0\n@[`{\x7f', '\x80', '\xe1', 'š', '慡', '扢', '😀'];
const literal = fc.string({ unit: fc.constantFrom(...'aAbBkK1-_:\0\x7f'), minLength: 2, maxLength: 6 });
const group = fc
  .record({ literals: fc.array(literal, { maxLength: 12 }), ignoreCase: fc.boolean(), isPicky: fc.boolean() })
  .map(
    ({ literals, ignoreCase, isPicky }): LiteralGroup<string> => ({
      entries: literals.map((one, at) => [one, `${at}`] as const),
      ignoreCase,
      ...(isPicky
        ? { counts: (text: string, { start }: LiteralHit<string>) => text[start - 1] !== 'a' }
        : {}),
    }),
  );
/** Literals whole or cut short, in each other and at both ends, among anything. */
function textOf(groups: readonly LiteralGroup<string>[]): fc.Arbitrary<string> {
  const literals = groups.flatMap(({ entries }) => Array.from(entries, ([one]) => one));
  const pieces = [...ALPHABET, ...literals, ...literals.map((one) => one.slice(0, -1))];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
}

describe('literals that are looked for together', () => {
  it('are found where each is found by itself, in the order of the text and of their group', () => {
    const cases = fc
      .tuple(group, group)
      .chain((groups) => textOf(groups).map((text) => [groups, text] as const));
    fc.assert(
      fc.property(cases, ([[one, other], text]) => {
        expect(indexTogether(one, other)(text)).toEqual([lookedFor(text, one), lookedFor(text, other)]);
      }),
      { numRuns: 400 },
    );
  });

  it.each([0, 1, 2, 3, 4, 5])(
    'are found across the stretches of a long text, %i before a border',
    (before) => {
      const pair = { entries: [['k1', 'pair']], ignoreCase: true } as const;
      const long = { entries: [['ab-_:', 'long']] } as const;
      const text = `${' '.repeat((1 << 14) - before)}ab-_:K1${' '.repeat(1 << 14)}k1`;
      expect(indexTogether(pair, long)(text)).toEqual([lookedFor(text, pair), lookedFor(text, long)]);
    },
  );

  it.each(['a', 'ä1', ''])('are two ASCII characters at least, which %j is not', (literal) => {
    expect(() => indexTogether({ entries: [[literal, '']] })).toThrow(TypeError);
  });
});
