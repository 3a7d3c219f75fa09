import type { Span } from '../../place.ts';

/**
 * A stretch of a text and where it comes from. Where both are equally long they agree character by character;
 * else (an entity, a line break with what is before the next line) the whole stands for the whole.
 */
export interface Piece {
  readonly from: number;
  readonly length: number;
  readonly source: Span;
}

/** The source's span of `[start, end)`. `pieces` are in order and leave no gap. */
export function sourceOf(pieces: readonly Piece[], start: number, end: number): Span {
  const first = pieces[pieceAt(pieces, start)];
  if (first === undefined) return { start: 0, end: 0 };
  const from = startIn(first, start);
  if (end <= start) return { start: from, end: from };
  const last = pieces[pieceAt(pieces, end - 1)] ?? first;
  return { start: from, end: Math.max(from, endIn(last, end)) };
}

/** The pieces of `[start, end)` of a text, as pieces of a text that begins with it at `from`. */
export function* cut(pieces: readonly Piece[], start: number, end: number, from: number): Generator<Piece> {
  for (let index = pieceAt(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.from >= end) return;
    const first = Math.max(start, piece.from);
    const last = Math.min(end, piece.from + piece.length);
    if (last <= first) continue;
    const source = { start: startIn(piece, first), end: endIn(piece, last) };
    yield { from: from + first - start, length: last - first, source };
  }
}

function isVerbatim(piece: Piece): boolean {
  return piece.source.end - piece.source.start === piece.length;
}

function startIn(piece: Piece, offset: number): number {
  const into = Math.min(offset - piece.from, piece.length);
  if (into >= piece.length) return piece.source.end;
  return isVerbatim(piece) ? piece.source.start + into : piece.source.start;
}

function endIn(piece: Piece, offset: number): number {
  const into = Math.min(offset - piece.from, piece.length);
  return isVerbatim(piece) ? piece.source.start + into : piece.source.end;
}

/** Index of the last piece that begins at or before `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.from <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
