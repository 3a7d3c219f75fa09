import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../src/secrets/mask.ts';

describe('maskSecrets', () => {
  it.each([
    ['one span', 'key: abcd!', [{ start: 5, end: 9 }], 'key: ****!'],
    ['none', 'key: abcd!', [], 'key: abcd!'],
    [
      'two that overlap, in any order',
      'abcdef',
      [
        { start: 2, end: 5 },
        { start: 1, end: 3 },
      ],
      'a****f',
    ],
    ['line ends stay', 'a\r\nbc\nd', [{ start: 0, end: 7 }], '*\r\n**\n*'],
    ['beyond the end', 'abc', [{ start: 1, end: 9 }], 'a**'],
  ])('%s', (_, text, spans, masked) => {
    expect(maskSecrets(text, spans)).toBe(masked);
  });

  it('keeps the length and nothing of what the spans cover', () => {
    const span = fc.record({ start: fc.nat(40), end: fc.nat(40) });
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.array(span, { maxLength: 6 }),
        (text, spans) => {
          const masked = maskSecrets(text, spans);
          expect(masked).toHaveLength(text.length);
          for (const { start, end } of spans)
            expect(masked.slice(start, Math.max(start, end))).toMatch(/^[*\r\n]*$/);
        },
      ),
    );
  });
});
