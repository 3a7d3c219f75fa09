import type { Span } from '../../place.ts';
import { charactersOf, isMember } from './long-runs.ts';

/** A dump of bytes over some lines, with the bytes. */
export interface Dump extends Span {
  readonly bytes: Buffer;
}

/**
 * One line of a dump, behind quote marks, a fence's indentation or a table's pipe: offset, then groups of digits.
 *
 *     00000000: 7b22 7473 223a 2022  {"ts": "      xxd
 *     00000000  7b 22 74 73  |{"ts|               hexdump -C, od -t x1
 *     0000000 227b 7374                           hexdump, od -t x2: words whose second byte comes first
 *     0000000 021173 071564                       od: the same, octal
 */
const LINE =
  /[ \t>|*`]{0,16}([0-9a-f]{6,8}(?::(?= )|(?= )))((?: {1,2}(?:[0-7]{6}|[0-9a-f]{4}|[0-9a-f]{2})(?=[ \r\n|>]|$)){2,16})[^\n]{0,80}/iy;

/** Of one line, with its decoration: offset and 16 bytes in pairs, and what they are as text. */
const LONGEST = 160;

/** Two lines of 16 bytes are a dump; a row of a table of addresses is none. */
const LEAST_LINES = 2;

export function hexDumps(text: string): readonly Dump[] {
  const dumps: Dump[] = [];
  let lines: Buffer[] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    if (lines.length >= LEAST_LINES) dumps.push({ start, end, bytes: Buffer.concat(lines) });
    lines = [];
  };
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? text.length : newline;
    const bytes = bytesOfLine(text, at, next);
    if (bytes === undefined) close();
    else {
      if (lines.length === 0) start = at;
      lines.push(bytes);
      end = next;
    }
    at = next + 1;
  }
  close();
  return dumps;
}

function bytesOfLine(text: string, start: number, end: number): Buffer | undefined {
  if (end - start < 12 || end - start > LONGEST || !beginsWithOffset(text, start, end)) return undefined;
  LINE.lastIndex = start;
  const found = LINE.exec(text);
  if (found === null || LINE.lastIndex < end) return undefined;
  const [, offset = '', digits = ''] = found;
  return bytesOf(digits.trim().split(/ {1,2}/), offset.endsWith(':'));
}

const DECORATION = charactersOf(/[ \t>|*`]/);
const HEX = charactersOf(/[0-9a-f]/i);
const OFFSET_DIGITS = 6;

/** Six digits behind the decoration, before the pattern is asked: nearly no line has them. */
function beginsWithOffset(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isMember(text, DECORATION, at)) at++;
  if (at + OFFSET_DIGITS > end) return false;
  for (let digit = 0; digit < OFFSET_DIGITS; digit++) if (!isMember(text, HEX, at + digit)) return false;
  return true;
}

/** `undefined` where the groups are of several widths, but for a shorter last one. */
function bytesOf(groups: readonly string[], isInOrder: boolean): Buffer | undefined {
  const width = groups[0]!.length;
  if (groups.slice(0, -1).some(({ length }) => length !== width)) return undefined;
  if (width === 2 || isInOrder) return Buffer.from(groups.join(''), 'hex');
  const bytes = Buffer.alloc(groups.length * 2);
  groups.forEach((group, at) => {
    bytes.writeUInt16LE(Number.parseInt(group, width === 6 ? 8 : 16) & 0xffff, at * 2);
  });
  return bytes;
}
