import { isAscii, isUtf8 } from 'node:buffer';
import type { Encoding, SourceFile } from '../file.ts';
import { isEbcdic } from './ebcdic.ts';
import { withoutOverlong } from './overlong.ts';
import { utf32Of, utf32Text } from './utf-32.ts';

/** A file's bytes as text, and whether that text is all that they say. */
export interface Decoded {
  /** Without a byte order mark. Where `unreadable` is set it is the best that could be made of the bytes. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly unreadable: Extract<SourceFile['unreadable'], 'undecodable'> | undefined;
}

/** Names whose content people and parsers take for text: bytes that are none there are reported. */
const TEXT_NAME = /\.(?:md|markdown|mdx|txt|json|jsonc|jsonl|ndjson|ya?ml|toml|log|diff|patch|csv|tsv)$/i;

/**
 * UTF-8 first, since nearly all is; then what a byte order mark says; then UTF-32 and UTF-16 by their zero bytes; then
 * Latin-1, if nothing in it is a control character; else one character a byte, so that a token in a picture is still found.
 * A second byte order mark is text (U+FEFF), and so stands before whatever had to be first.
 */
export function decodeText(bytes: Uint8Array, path: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hasZero = buffer.includes(0);
  const wide = hasZero ? utf32Of(buffer) : undefined;
  if (wide !== undefined) return { text: utf32Text(buffer, wide), encoding: wide, unreadable: undefined };
  const marked = markedUtf16(buffer);
  if (marked !== undefined) return decodeUtf16(buffer.subarray(2), marked, path);
  // Most of what is read, and several times as fast to copy as to decode.
  if (!hasZero && isAscii(buffer))
    return { text: buffer.toString('latin1'), encoding: 'utf-8', unreadable: undefined };
  const unmarked = hasZero ? unmarkedUtf16(buffer) : undefined;
  if (unmarked !== undefined)
    return { text: utf16Text(buffer, unmarked), encoding: unmarked, unreadable: undefined };
  if (isUtf8(buffer)) {
    const start = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
    return { text: buffer.toString('utf8', start), encoding: 'utf-8', unreadable: undefined };
  }
  if (isEbcdic(buffer))
    return { text: buffer.toString('latin1'), encoding: 'binary', unreadable: 'undecodable' };
  if (!hasControl(buffer)) {
    return { text: withoutOverlong(buffer.toString('latin1')), encoding: 'latin-1', unreadable: undefined };
  }
  return asBytes(buffer, path);
}

function asBytes(buffer: Buffer, path: string): Decoded {
  const unreadable = TEXT_NAME.test(path) ? 'undecodable' : undefined;
  return { text: buffer.toString('latin1'), encoding: 'binary', unreadable };
}

type Utf16 = Extract<Encoding, 'utf-16le' | 'utf-16be'>;

function markedUtf16(buffer: Buffer): Utf16 | undefined {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf-16le';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUtf16(buffer: Buffer, encoding: Utf16, path: string): Decoded {
  if (hidesAscii(buffer)) return asBytes(buffer, path);
  const text = utf16Text(buffer, encoding);
  const whole = buffer.length % 2 === 0 && !LONE_SURROGATE.test(text);
  return { text, encoding, unreadable: whole ? undefined : 'undecodable' };
}

const LONE_SURROGATE = /[\ud800-\udfff]/u;

function utf16Text(buffer: Buffer, encoding: Utf16): string {
  if (encoding === 'utf-16le') return buffer.toString('utf16le');
  const even = buffer.subarray(0, buffer.length & ~1);
  return Buffer.from(even).swap16().toString('utf16le');
}

/**
 * UTF-16 without its mark. ASCII has no zero byte, so text without one is never taken for it; in UTF-16 the zeros of
 * ASCII characters all stand on one side: `61 00 62 00` or `00 61 00 62`.
 */
function unmarkedUtf16(buffer: Buffer): Utf16 | undefined {
  if (buffer.length < 4 || buffer.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < buffer.length; at += 2) {
    if (buffer[at] === 0) even += 1;
    if (buffer[at + 1] === 0) odd += 1;
  }
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const units = buffer.length / 2;
  const [many, few] = odd > even ? [odd, even] : [even, odd];
  // ASCII in UTF-16 is UTF-8 too, with a zero in nearly each unit; anything else in it rarely is, and has few zeros.
  const enough = isUtf8(buffer) ? many * 10 >= units * 7 : many * 50 >= units;
  if (many < MIN_ZEROS || !enough || few * 50 > many || hidesAscii(buffer)) return undefined;
  const text = utf16Text(buffer, encoding);
  return LONE_SURROGATE.test(text) || CONTROL.test(text) ? undefined : encoding;
}

/** Fewer prove nothing. */
const MIN_ZEROS = 4;

const CONTROL = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]/;

/** Ten units in a row that are two characters of a token each are ASCII that wants to be taken for UTF-16. */
const HIDDEN_TOKEN_UNITS = 10;

const TOKEN_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9_\-./+=:]/.test(String.fromCharCode(byte)) && byte < 0x80 ? 1 : 0,
);

function hidesAscii(buffer: Buffer): boolean {
  let run = 0;
  for (let at = 0; at + 1 < buffer.length; at += 2) {
    run = TOKEN_BYTES[buffer[at]!] === 1 && TOKEN_BYTES[buffer[at + 1]!] === 1 ? run + 1 : 0;
    if (run === HIDDEN_TOKEN_UNITS) return true;
  }
  return false;
}

/** Tab, line feed, form feed and carriage return are text; so is ESC, which colours logs. */
function hasControl(buffer: Buffer): boolean {
  for (const byte of buffer) {
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1b) return true;
  }
  return false;
}
