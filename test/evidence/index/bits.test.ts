import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter } from '../../../src/evidence/index/bits.ts';

const number = fc
  .integer({ min: 0, max: 48 })
  .chain((width) =>
    fc.record({ width: fc.constant(width), value: fc.maxSafeNat().map((n) => n % 2 ** width) }),
  );

describe('numbers as bits', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
        const writer = new BitWriter();
        for (const { value, width } of numbers) writer.write(value, width);
        const reader = new BitReader(writer.toBase64());
        expect(numbers.map(({ width }) => reader.read(width))).toEqual(numbers.map(({ value }) => value));
      }),
    );
  });

  it('are read as they were written in Golomb-Rice code', () => {
    const coded = fc.record({ value: fc.nat({ max: 1 << 22 }), width: fc.integer({ min: 12, max: 40 }) });
    fc.assert(
      fc.property(fc.array(coded, { maxLength: 100 }), (numbers) => {
        const writer = new BitWriter();
        for (const { value, width } of numbers) writer.writeRice(value, width);
        const reader = new BitReader(writer.toBase64());
        expect(numbers.map(({ width }) => reader.readRice(width))).toEqual(numbers.map(({ value }) => value));
      }),
    );
  });

  it.each([
    ['no number', [], ''],
    ['a bit', [[1, 1]], 'gA=='],
    ['whole bytes', [[0x0102, 16]], 'AQI='],
    ['41 bits', [[2 ** 40 + 1, 41]], 'gAAAAACA'],
  ] as const)('%s', (_, numbers, base64) => {
    const writer = new BitWriter();
    for (const [value, width] of numbers) writer.write(value, width);
    expect(writer.toBase64()).toBe(base64);
  });
});
