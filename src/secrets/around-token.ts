/** A prefix of few signs of base64, and nothing else: wherever there are bytes enough, it stands by chance. */
export function isChancePrefix(prefix: string): boolean {
  return /^(?:[A-Za-z0-9+]{1,3}|\d\/{1,2}\d?)$/.test(prefix);
}

const AROUND = 200;
const LEAST_AROUND = 64;
const BEFORE = /[A-Za-z0-9+/]{0,200}$/;
const AFTER = /^[A-Za-z0-9+/]{0,200}/;

/**
 * A line of base64 that was broken into lines: of 64 characters in PEM (RFC 7468, 2), of 76 in mail (RFC 2045, 6.8). It
 * may be indented, as in YAML, or a string of code. Of tokens that stand one in a line nearly each holds a `-` or a `_`.
 */
const BASE64_LINE = /^[ \t]{0,40}["']?([A-Za-z0-9+/]{60,160})={0,2}["']?[ \t,;+\\]{0,8}\r?$/;
const LONGEST_LINE = 220;

/** The line around a place, with as much of it as a line of base64 may have. */
function lineAround(
  text: string,
  at: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const after = text.slice(at, at + LONGEST_LINE);
  const start = at - before.length + before.lastIndexOf('\n') + 1;
  const feed = after.indexOf('\n');
  const end = feed === -1 ? at + after.length : at + feed;
  return { text: text.slice(start, end), start, end };
}

/** How many characters of base64 a line consists of; 0 of any other line. */
function base64Length(line: string): number {
  return BASE64_LINE.exec(line)?.[1]?.length ?? 0;
}

/** Whether the line, and one beside it that is as long, are lines of base64. The last one of all may be shorter. */
function isInBrokenBase64(text: string, at: number): boolean {
  const line = lineAround(text, at);
  const own = base64Length(line.text);
  if (own === 0) return false;
  const above = line.start > 0 ? base64Length(lineAround(text, line.start - 1).text) : 0;
  const below = line.end < text.length ? base64Length(lineAround(text, line.end + 1).text) : 0;
  return above >= own || below === own;
}

/** Whether a place lies in a longer run of base64: an image in a page, an archive in a manifest. */
export function isWithinBase64(text: string, start: number, end: number): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))![0];
  const after = AFTER.exec(text.slice(end, end + AROUND))![0];
  return before.length + after.length >= LEAST_AROUND || isInBrokenBase64(text, start);
}
