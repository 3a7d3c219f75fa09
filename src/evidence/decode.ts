import { constants, gunzipSync, inflateSync } from 'node:zlib';
import type { Span } from '../place.ts';

/** A stretch that was written in an encoding, with what it says. */
export interface Decoded extends Span {
  readonly text: string;
}

/** Together, for one document: a bomb of a hundred bytes must not become a gigabyte. */
const MOST_DECODED = 4 << 20;

/** Deflate makes at most 1,032 bytes of one. */
const HIGHEST_RATIO = 1040;

const LEAST_BASE64 = 64;
const LEAST_HEX = 160;

/**
 * Letters of base64 (also its URL form) or hex, over any number of lines. At the ends of lines may stand quotes,
 * pipes and commas, at their beginnings quote marks and bullets; in JSON a line's end is `\n`.
 */
const RUN =
  /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_=-]{40,}(?:(?:[^\S\n]{0,4}["'`|\\,]{0,3}[^\S\n]{0,4}\r?\n[ \t>|*"'`]{0,16}(?:- ["'`]?)?|(?:\\r)?\\n)[A-Za-z0-9+/_=-]{4,})*/g;

const LINE_END = /\r?\n|(?:\\r)?\\n/;

/** Hex in groups of one or two bytes. */
const SPACED_HEX = /(?<![0-9A-Za-z])(?:[0-9a-f]{2}(?:[0-9a-f]{2})?[ \t\r\n]{1,4}){20,}[0-9a-f]{2,4}/gi;

export function decodedParts(text: string): readonly Decoded[] {
  const parts: Decoded[] = [];
  let left = MOST_DECODED;
  for (const found of [...text.matchAll(RUN), ...text.matchAll(SPACED_HEX)]) {
    if (found[0].length < LEAST_BASE64) continue;
    const isSpaced = /^[0-9a-f]{2,4}[ \t\r\n]/i.test(found[0]);
    const bytes = bytesOf(isSpaced ? found[0].replace(/\s+/g, '') : withoutDecoration(found[0]));
    const decoded = bytes && readable(unpacked(bytes, left));
    if (decoded === undefined) continue;
    parts.push({ start: found.index, end: found.index + found[0].length, text: decoded });
    left -= decoded.length;
    if (left <= 0) break;
  }
  return parts;
}

function withoutDecoration(run: string): string {
  return run
    .split(LINE_END)
    .map((line) =>
      line.replace(/^[ \t>|*"'`]{0,16}(?:- ["'`]?)?/, '').replace(/[^A-Za-z0-9+/_=-]{1,16}$/, ''),
    )
    .join('');
}

function bytesOf(run: string): Buffer | undefined {
  if (run.length >= LEAST_HEX && /^[0-9a-f]+$/i.test(run)) return Buffer.from(run, 'hex');
  if (run.length < LEAST_BASE64 || !/^[A-Za-z0-9+/_-]{64,}={0,2}$/.test(run)) return undefined;
  return Buffer.from(run, 'base64');
}

/** gzip and zlib, also cut short, as far as `most` bytes; anything else as it is. */
function unpacked(bytes: Buffer, most: number): Buffer {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const isZlib = (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  if (!isGzip && !isZlib) return bytes;
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most };
  const unpack = isGzip ? gunzipSync : inflateSync;
  try {
    return unpack(bytes, options);
  } catch (error) {
    if (!(error instanceof RangeError)) return bytes;
    return unpack(bytes.subarray(0, Math.floor(most / HIGHEST_RATIO)), options);
  }
}

/** `undefined` where the bytes are no text: nearly all of the first 4,000 characters must be ones that text has. */
function readable(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  const head = text.slice(0, 4000);
  const odd = head.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return head.length >= 32 && odd * 50 <= head.length ? text : undefined;
}
