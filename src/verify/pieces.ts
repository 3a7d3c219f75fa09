import { type Decoded, decodeText } from '../documents/text.ts';

/** A stretch of a file's text. Before `own` stands the end of the stretch before it, so that nothing hides at a seam. */
export interface Piece extends Decoded {
  readonly own: number;
  /** The line, from 1, that `own` stands in. */
  readonly line: number;
  /** It ends within a line that is longer than a piece. */
  readonly cut: boolean;
  /** Not all of the file is in this one piece. */
  readonly partial: boolean;
}

const PIECE_BYTES = 1024 * 1024;
/** A private key, the longest secret there is, is shorter. */
const OVERLAP = 16 * 1024;
const LINE_FEED = 0x0a;

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Stretches of zero bytes, which sparse files are made of, hold nothing to judge. */
function isEmpty(bytes: Buffer): boolean {
  return bytes.length > 0 && bytes[0] === 0 && bytes.equals(Buffer.alloc(bytes.length));
}

/** A file's bytes as text, a megabyte at a time and cut at line ends, so that memory does not grow with the file. */
export function* piecesOf(chunks: Iterable<Buffer>, path: string): Generator<Piece> {
  let carried: Buffer = Buffer.alloc(0);
  let before = '';
  let line = 1;
  let count = 0;
  const piece = (bytes: Buffer, cut: boolean, last: boolean): Piece => {
    const decoded = decodeText(bytes, path);
    const made = {
      ...decoded,
      text: before + decoded.text,
      own: before.length,
      line,
      cut,
      partial: !(last && count === 0),
    };
    count += 1;
    line += countLines(decoded.text);
    before = made.text.slice(-OVERLAP);
    return made;
  };
  for (const chunk of chunks) {
    carried = Buffer.concat([carried, chunk]);
    if (carried.length < PIECE_BYTES) continue;
    const end = carried.lastIndexOf(LINE_FEED) + 1;
    const bytes = end > 0 ? carried.subarray(0, end) : carried;
    carried = Buffer.from(carried.subarray(bytes.length));
    if (isEmpty(bytes)) before = '';
    else yield piece(bytes, end === 0, false);
  }
  if (carried.length > 0 || count === 0) yield piece(carried, false, true);
}
