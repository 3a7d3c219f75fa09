import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { literalPattern } from '../src/pattern.ts';

describe('a pattern that means a text itself', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'a_1\\^$.*+?()[]{}|/-, \n\0é') }),
    fc.string({ unit: 'binary' }),
  );

  it.each(['', 'u', 'i'])('finds it and nothing else, with flags %j', (flags) => {
    fc.assert(
      fc.property(text, (one) => {
        const pattern = new RegExp(`^${literalPattern(one)}$`, flags);
        expect([one, `${one}x`, one.slice(1)].map((other) => other === one || pattern.test(other))).toEqual([
          true,
          false,
          one === '',
        ]);
        expect(pattern.test(one)).toBe(true);
      }),
    );
  });

  it('is one of a class, too', () => {
    for (const sign of '\\^]-a é')
      expect(['x', 'b', sign].map((one) => new RegExp(`^[${literalPattern(sign)}b]$`).test(one))).toEqual([
        false,
        true,
        true,
      ]);
  });
});
