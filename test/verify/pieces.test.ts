import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/verify/pieces.ts';

const MB = 1024 * 1024;
const line = 'a line of a log that says nothing much\n';
const log = (bytes: number): string => line.repeat(Math.ceil(bytes / line.length));

function* chunksOf(text: string | Buffer, size = 64 * 1024): Generator<Buffer> {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('a file in pieces', () => {
  it.each<[string, string]>([
    ['empty', ''],
    ['small', 'one\ntwo'],
    ['of several pieces', log(3.5 * MB)],
    ['with signs of several bytes', '→é\n'.repeat(MB / 4)],
    ['of one long line', 'x'.repeat(2.5 * MB)],
  ])('%s: the own parts are the file, and lines count on', (_, text) => {
    const pieces = [...piecesOf(chunksOf(text), 'backend/stdout.log')];
    expect(pieces.map((piece) => piece.text.slice(piece.own)).join('') === text).toBe(true);
    let before = '';
    for (const piece of pieces) {
      expect(piece.line).toBe(before.split('\n').length);
      before += piece.text.slice(piece.own);
    }
    expect(pieces.every(({ partial }) => partial)).toBe(pieces.length > 1);
  });

  it('leaves nothing at a seam: each piece begins with the end of the one before', () => {
    const mark = '-----mark-----';
    const text = 'x'.repeat(MB - 7) + mark + 'x'.repeat(MB);
    expect([...piecesOf(chunksOf(text), 'a.log')].some((piece) => piece.text.includes(mark))).toBe(true);
  });

  it('passes over what a sparse file has nothing in', () => {
    const pieces = [...piecesOf(chunksOf(Buffer.alloc(4 * MB)), 'a.log')];
    expect(pieces.length).toBeLessThanOrEqual(1);
  });
});
