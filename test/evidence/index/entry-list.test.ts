import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryList } from '../../../src/evidence/index/entry-list.ts';

const value = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 2 ** 40 - 1 }));

describe('a list of entries', () => {
  it('has each value once, in order, where it was met first', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 2000 }), (values) => {
        const list = new EntryList();
        const first = new Map<number, number>();
        values.forEach((value, index) => {
          list.add(value, index % 7, index);
          if (!first.has(value)) first.set(value, index);
        });
        const { values: found, files, lines } = list.sorted();
        const expected = [...first].sort(([x], [y]) => x - y);
        expect([...found]).toEqual(expected.map(([value]) => value));
        expect([...lines]).toEqual(expected.map(([, index]) => index));
        expect([...files]).toEqual(expected.map(([, index]) => index % 7));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps no more room than distinct values need', () => {
    const list = new EntryList();
    for (let round = 0; round < 400; round++)
      for (let value = 0; value < 500; value++) list.add(value, 0, round);
    expect(list.sorted().values).toHaveLength(500);
  });
});
