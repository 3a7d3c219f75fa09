/** A stretch of a text that is judged alone, so that memory stays flat however long the text is. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Offset in the piece before which everything is the piece's before, and has been judged with it. */
  readonly own: number;
}

const LENGTH = 256 * 1024;
/** Half of it is longer than any path that a system opens (4,096 bytes, PATH_MAX), with room for escapes. */
const OVERLAP = 48 * 1024;

export function* piecesOf(text: string): Generator<Piece> {
  for (let start = 0; start === 0 || start + OVERLAP < text.length; start += LENGTH - OVERLAP) {
    const end = Math.min(start + LENGTH, text.length);
    yield { start, end, own: start === 0 ? 0 : OVERLAP / 2 };
  }
}
