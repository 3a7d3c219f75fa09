import { isUtf8 } from 'node:buffer';

const ESCAPE = /\\x([0-9a-f]{2})/g;

function escaped(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** A name that holds the four characters `\x5c` must not look like one that holds the byte 0x5c. */
function withoutLookalikes(text: string): string {
  return text.includes('\\x') ? text.replace(ESCAPE, '\\x5cx$1') : text;
}

function characterLength(bytes: Buffer, start: number): number {
  for (let length = 1; length <= 4 && start + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(start, start + length))) return length;
  }
  return 0;
}

/** A path as a reader sees it: UTF-8, and `\xNN` for each byte that is none. No two paths have the same text. */
export function pathText(bytes: Buffer): string {
  if (isUtf8(bytes)) return withoutLookalikes(bytes.toString('utf8'));
  let text = '';
  let valid = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = characterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += withoutLookalikes(bytes.toString('utf8', valid, at)) + escaped(bytes[at]!);
    at += 1;
    valid = at;
  }
  return text + withoutLookalikes(bytes.toString('utf8', valid));
}

/** The way back: the bytes that git and the file system know the path by. */
export function pathBytes(text: string): Buffer {
  if (!text.includes('\\x')) return Buffer.from(text);
  const parts: Buffer[] = [];
  let end = 0;
  for (const match of text.matchAll(ESCAPE)) {
    parts.push(Buffer.from(text.slice(end, match.index)), Buffer.of(Number.parseInt(match[1]!, 16)));
    end = match.index + match[0].length;
  }
  parts.push(Buffer.from(text.slice(end)));
  return Buffer.concat(parts);
}

/** Printable or not, but of one byte each, and nothing that could look like an escape. */
const PLAIN = /^[\0-\x5b\x5d-\x7f]*$/;

/** `pathText` of bytes that were decoded as Latin-1, one character each: the quick way for long listings. */
export function pathTextOfLatin1(latin1: string): string {
  return PLAIN.test(latin1) ? latin1 : pathText(Buffer.from(latin1, 'latin1'));
}
