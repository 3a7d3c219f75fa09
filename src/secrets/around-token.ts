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

/** A line of base64: where its first character of base64 stands, and how many there are. */
interface Base64Line {
  readonly first: number;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

function base64LineAround(text: string, at: number): Base64Line | undefined {
  if (at < 0 || at > text.length) return undefined;
  const line = lineAround(text, at);
  const match = BASE64_LINE.exec(line.text);
  if (match === null) return undefined;
  const { start, end } = line;
  return { first: start + line.text.indexOf(match[1]!), length: match[1]!.length, start, end };
}

/** Whether the line, and one beside it that is as long, are lines of base64. The last one of all may be shorter. */
function isInBrokenBase64(text: string, at: number): boolean {
  const own = base64LineAround(text, at);
  if (own === undefined) return false;
  const above = base64LineAround(text, own.start - 1);
  const below = base64LineAround(text, own.end + 1);
  if (at === own.first) return isBrokenBase64(text, own, above, below);
  return (above?.length ?? 0) >= own.length || below?.length === own.length;
}

/** No more of a token tells that the one in the next line is of the same type. */
const TELLING_PREFIX = 3;

/**
 * A line that begins with the prefix may be one of a list of tokens, so more is asked for: that three lines in a row are
 * as long, or the last of them shorter, and that its neighbours begin otherwise.
 */
function isBrokenBase64(
  text: string,
  own: Base64Line,
  above: Base64Line | undefined,
  below: Base64Line | undefined,
): boolean {
  const prefix = text.slice(own.first, own.first + TELLING_PREFIX);
  if ([above, below].some((line) => line && text.startsWith(prefix, line.first))) return false;
  const further = above ? base64LineAround(text, above.start - 1) : undefined;
  const later = below ? base64LineAround(text, below.end + 1) : undefined;
  return [
    [further, above, own],
    [above, own, below],
    [own, below, later],
  ].some(([first, second, third]) => isRun(first, second, third));
}

/** Each line but the last one stands for whole bytes: four characters for three of them. */
function isRun(first?: Base64Line, second?: Base64Line, third?: Base64Line): boolean {
  if (!first || !second || !third) return false;
  return first.length % 4 === 0 && second.length === first.length && third.length <= first.length;
}

/** Whether a place lies in a longer run of base64: an image in a page, an archive in a manifest. */
export function isWithinBase64(text: string, start: number, end: number): boolean {
  const before = BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))![0];
  const after = AFTER.exec(text.slice(end, end + AROUND))![0];
  return before.length + after.length >= LEAST_AROUND || isInBrokenBase64(text, start);
}
