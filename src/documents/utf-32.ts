export type Utf32 = 'utf-32le' | 'utf-32be';

/** Tab and line ends: of the other control characters a binary file of small numbers is full. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 12, 13, 0x1b]);

/** Fewer characters prove nothing where no mark says what they are. */
const MIN_CHARACTERS = 4;

const MARK = 0xfeff;
const LAST = 0x10ffff;

function readerOf(buffer: Buffer, encoding: Utf32): (at: number) => number {
  return encoding === 'utf-32le' ? (at) => buffer.readUInt32LE(at) : (at) => buffer.readUInt32BE(at);
}

function isTextPoint(point: number): boolean {
  if (point < 0x20) return TEXT_CONTROLS.has(point);
  return point <= LAST && point !== 0x7f && (point < 0xd800 || point > 0xdfff);
}

function isText(buffer: Buffer, encoding: Utf32): boolean {
  const pointAt = readerOf(buffer, encoding);
  for (let at = 0; at < buffer.length; at += 4) if (!isTextPoint(pointAt(at))) return false;
  return true;
}

/**
 * UTF-32, with its mark or without: `4b 00 00 00` or `00 00 00 4b`. Every unit has to be a character, of which there are
 * so few among the numbers of four bytes that nothing else is taken for it; text in UTF-16 or UTF-8 has no zeros like that.
 */
export function utf32Of(buffer: Buffer): Utf32 | undefined {
  if (buffer.length < 4 || buffer.length % 4 !== 0) return undefined;
  for (const encoding of ['utf-32le', 'utf-32be'] as const) {
    const first = readerOf(buffer, encoding)(0);
    if (!isTextPoint(first) || (first !== MARK && buffer.length < 4 * MIN_CHARACTERS)) continue;
    if (isText(buffer, encoding)) return encoding;
  }
  return undefined;
}

/** Points to the characters of one `String.fromCodePoint`, which takes them from the stack. */
const AT_ONCE = 4096;

/** Without its mark. */
export function utf32Text(buffer: Buffer, encoding: Utf32): string {
  const pointAt = readerOf(buffer, encoding);
  const parts: string[] = [];
  for (let at = pointAt(0) === MARK ? 4 : 0; at < buffer.length; at += 4 * AT_ONCE) {
    const count = Math.min(AT_ONCE, (buffer.length - at) / 4);
    parts.push(String.fromCodePoint(...Array.from({ length: count }, (_, one) => pointAt(at + 4 * one))));
  }
  return parts.join('');
}
