import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRuns } from '../../src/secrets/decoding/encoded-runs.ts';

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function piecesOf(text: string): readonly Piece[] {
  return decodeRuns(text).map((piece) => ({ text: piece.text, ...piece.toOriginal({ start: 0, end: 1 })! }));
}

/** Each run is cut out and decoded alone. */
function runByRun(text: string): readonly Piece[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{40,}/g)].flatMap(({ 0: run, index }) =>
    piecesOf(run).map((piece) => ({ text: piece.text, start: index + piece.start, end: index + piece.end })),
  );
}

const printable = fc.string({ unit: fc.constantFrom(...'ab 1:'), minLength: 20, maxLength: 36 });
const encoded = printable.map((text) => Buffer.from(text).toString('base64').replaceAll('=', ''));
const part = fc.oneof(
  encoded,
  printable.map((text) => Buffer.from(text).toString('hex')),
  fc.string({ unit: fc.constantFrom(...'aB3/-_'), maxLength: 45 }),
);

describe('encoded runs', () => {
  it('are decoded wherever they stand among others', () => {
    const text = fc.array(fc.tuple(part, fc.constantFrom(' ', '"', ', ', '.é.', '=')), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const all = parts.flat().join('');
        expect(piecesOf(all)).toEqual(runByRun(all));
      }),
      { numRuns: 1000 },
    );
  });
});
