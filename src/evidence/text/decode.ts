import type { Span } from '../../place.ts';
import { hexDumps } from './hex-dump.ts';
import { charactersOf, isMember, longRun } from './long-runs.ts';

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
 * What stands between two lines of a run: at the ends of lines quotes, pipes and commas, at their beginnings quote marks
 * and bullets; in JSON a line's end is `\n`.
 */
const BETWEEN_LINES =
  /(?:[^\S\n]{0,4}["'`|\\,]{0,3}[^\S\n]{0,4}\r?\n[ \t>|*"'`]{0,16}(?:- ["'`]?)?|(?:\\r)?\\n)(?=[A-Za-z0-9+/_=-]{4})/y;

const RUN_CHARACTERS = charactersOf(/[A-Za-z0-9+/_=-]/);
const LEAST_RUN = 40;

const LINE_END = /\r?\n|(?:\\r)?\\n/;

/** Hex in groups of one or two bytes. */
const SPACED_HEX = /(?<![0-9A-Za-z])(?:[0-9a-f]{2}(?:[0-9a-f]{2})?[ \t\r\n]{1,4}){20,}[0-9a-f]{2,4}/gi;

const SPACED_CHARACTERS = charactersOf(/[0-9a-f \t\r\n]/i);
const LEAST_SPACED = 20 * 3 + 2;

export function decodedParts(text: string): readonly Decoded[] {
  const parts: Decoded[] = [];
  let left = MOST_DECODED;
  for (const { start, end } of [...encodedRuns(text), ...spacedHex(text)]) {
    if (end - start < LEAST_BASE64) continue;
    const found = text.slice(start, end);
    const isSpaced = /^[0-9a-f]{2,4}[ \t\r\n]/i.test(found);
    const bytes = bytesOf(isSpaced ? found.replace(/\s+/g, '') : withoutDecoration(found));
    const decoded = bytes && readable(unpacked(bytes, left));
    if (decoded === undefined) continue;
    parts.push({ start, end, text: decoded });
    left -= decoded.length;
    if (left <= 0) return parts;
  }
  for (const { start, end, bytes } of hexDumps(text)) {
    const decoded = readable(unpacked(bytes, left));
    if (decoded === undefined) continue;
    parts.push({ start, end, text: decoded });
    left -= decoded.length;
    if (left <= 0) break;
  }
  return parts;
}

/**
 * Letters of base64 (also its URL form) or hex, over any number of lines. No pattern takes a whole run: of millions of
 * letters it would remember each, and V8 has no room for more than five million.
 */
function* encodedRuns(text: string): Generator<Span, void, undefined> {
  for (let at = 0; ; ) {
    const run = longRun(text, RUN_CHARACTERS, LEAST_RUN, at);
    if (run === undefined) return;
    at = endOfLines(text, run.end);
    yield { start: run.start, end: at };
  }
}

/** Where the last line of a run ends whose first ends at an offset. */
function endOfLines(text: string, first: number): number {
  let end = first;
  for (;;) {
    BETWEEN_LINES.lastIndex = end;
    if (!BETWEEN_LINES.test(text)) return end;
    end = BETWEEN_LINES.lastIndex;
    while (end < text.length && isMember(text, RUN_CHARACTERS, end)) end++;
  }
}

function* spacedHex(text: string): Generator<Span, void, undefined> {
  for (let at = 0; ; ) {
    const run = longRun(text, SPACED_CHARACTERS, LEAST_SPACED, at);
    if (run === undefined) return;
    // With the character before it, which the pattern looks at.
    const before = Math.max(0, run.start - 1);
    for (const { 0: found, index } of text.slice(before, run.end).matchAll(SPACED_HEX))
      yield { start: before + index, end: before + index + found.length };
    at = run.end;
  }
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
  if (run.length >= LEAST_HEX && !/[^0-9a-f]/i.test(run)) return Buffer.from(run, 'hex');
  const letters = run.endsWith('==') ? run.length - 2 : run.endsWith('=') ? run.length - 1 : run.length;
  // What is none of the letters is looked for: a pattern of all of them would remember each.
  if (letters < LEAST_BASE64 || /[^A-Za-z0-9+/_-]/.test(run.slice(0, letters))) return undefined;
  return Buffer.from(run, 'base64');
}

/** gzip and zlib, also cut short, as far as `most` bytes; anything else as it is. */
function unpacked(bytes: Buffer, most: number): Buffer {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const isZlib = (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
  if (!isGzip && !isZlib) return bytes;
  // Loading the module takes longer than a commit's work with it, and most have nothing to unpack.
  const { constants, gunzipSync, inflateSync } = process.getBuiltinModule('node:zlib');
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
