import { latin1Bytes } from '../latin1-bytes.ts';
import type { DecodedPiece } from './decoded-piece.ts';

/** 40 characters: 30 bytes of base64, 20 of hex. Shorter ones are names, ids and words. */
const SHORTEST_RUN = 40;
/**
 * A longer run, an image, a certificate chain, a bundle, is decoded in parts, and each begins with the last part's end.
 * The beginning of a part tells whether it is text. Both are whole bytes of base64 and of hex.
 */
const LONGEST_RUN = 200_000;
const SHARED = 4000;
const PROBE = 64;

const isRunByte = new Uint8Array(256);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  isRunByte[character.charCodeAt(0)] = 1;
}

/** Long stretches of base64 (also base64url, also wrapped at a column) or hex that decode to printable text. */
export function decodeRuns(text: string): readonly DecodedPiece[] {
  const pieces: DecodedPiece[] = [];
  const bytes = latin1Bytes(text);
  let reached = 0;
  for (;;) {
    const start = nextRun(bytes, reached, isRunByte);
    if (start === undefined) return pieces;
    let end = start + SHORTEST_RUN;
    while (end < bytes.length && isRunByte[bytes[end]!] !== 0) end++;
    reached = endOfWrapped(text, start, end);
    for (let from = start; from < reached; from += LONGEST_RUN - SHARED) {
      const piece = decodeRun(text.slice(from, Math.min(reached, from + LONGEST_RUN)), {
        start,
        end: reached,
      });
      if (piece) pieces.push(piece);
    }
  }
}

/**
 * Where the first run begins, from an offset on. Where one may lie is looked at from its end: a byte that is of none rules
 * out all before it, so that few of a text's are looked at, and none twice.
 */
function nextRun(bytes: Uint8Array, from: number, isRunByte: Uint8Array): number | undefined {
  let start = from;
  // From the start to here all are a run's.
  let known = from;
  for (let end = start + SHORTEST_RUN; end <= bytes.length; end = start + SHORTEST_RUN) {
    let at = end - 1;
    while (at >= known && isRunByte[bytes[at]!] !== 0) at--;
    if (at < known) return start;
    start = at + 1;
    known = end;
  }
  return undefined;
}

const NEXT_LINE = /\r?\n[ \t>+]{0,40}([A-Za-z0-9+/_-]{1,200})(?=={0,2}(?:[^A-Za-z0-9+/_-]|$))/y;

/** MIME wraps base64 at 76 characters, PEM at 64: lines of one width, then one that is no longer. */
function endOfWrapped(text: string, start: number, firstEnd: number): number {
  const width = firstEnd - start;
  let end = firstEnd;
  if (width < 56 || width > 200) return end;
  while (end - start < LONGEST_RUN) {
    NEXT_LINE.lastIndex = end;
    const line = NEXT_LINE.exec(text);
    if (!line || line[1]!.length > width) return end;
    end = NEXT_LINE.lastIndex;
    if (line[1]!.length < width) return end;
  }
  return end;
}

function decodeRun(run: string, place: { start: number; end: number }): DecodedPiece | undefined {
  const compact = run.replace(/[\s>]+/g, '');
  const isHex = /^[0-9a-f]+$/i.test(compact);
  const encoding = isHex ? 'hex' : 'base64';
  if (!isPrintable(Buffer.from(compact.slice(0, PROBE), encoding))) return undefined;
  const decoded = textOf(Buffer.from(compact, encoding));
  return decoded === undefined ? undefined : { text: decoded, from: encoding, toOriginal: () => place };
}

/** Printable ASCII and line ends, or the same in UTF-16 as Windows' shell encodes its commands. */
function textOf(bytes: Buffer): string | undefined {
  if (isPrintable(bytes)) return bytes.toString('latin1');
  const prefix = bytes.subarray(0, Math.floor(bytes.length * 0.9));
  return prefix.length >= 20 && isPrintable(prefix) ? prefix.toString('latin1') : undefined;
}

function isPrintable(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return false;
    if (byte > 127 && byte < 160) return false;
  }
  return bytes.length > 0;
}
