import { isDigit } from '../text/character-classes.ts';
/*
 * What a line of evidence holds and few others do, seen at one character of it: `codes` are UTF-16, with room at both
 * ends. Each looks a bounded distance to both sides, so a text full of such characters is read in time that grows with it.
 */

/** `10:15:03`, at its first colon. */
export function isClockAt(codes: Uint16Array, colon: number): boolean {
  return (
    codes[colon + 3] === 0x3a &&
    isDigit(codes[colon - 1]!) &&
    isDigit(codes[colon - 2]!) &&
    isDigit(codes[colon + 1]!) &&
    isDigit(codes[colon + 2]!) &&
    isDigit(codes[colon + 4]!) &&
    isDigit(codes[colon + 5]!)
  );
}

/** `a.ts(12,5): error`, at its colon. */
export function isPositionAt(codes: Uint16Array, colon: number): boolean {
  return codes[colon - 1] === 0x29 && isDigit(codes[colon - 2]!);
}

/** `f (/srv/x.js:12:5)`, at the colon before the line's number. */
export function isFrameAt(codes: Uint16Array, colon: number): boolean {
  const second = afterDigits(codes, colon + 1);
  if (second === colon + 1 || codes[second] !== 0x3a) return false;
  const end = afterDigits(codes, second + 1);
  return end > second + 1 && codes[end] === 0x29;
}

const MOST_DIGITS = 6;

function afterDigits(codes: Uint16Array, start: number): number {
  let at = start;
  while (at - start < MOST_DIGITS && isDigit(codes[at]!)) at++;
  return at;
}

/** Of `tests/test_a.py::test_b PASSED`; longer ones are no test. */
const LONGEST_TEST = 282;

/** At the first of the colons. */
export function isVerdictAt(codes: Uint16Array, colon: number): boolean {
  if (codes[colon + 1] !== 0x3a || codes[colon - 1] === 0x3a) return false;
  for (let at = colon + 2; at <= colon + 2 + LONGEST_TEST; at++) {
    const code = codes[at]!;
    if (code === 0x20) return isOneOf(codes, at + 1, VERDICTS);
    if (code < 0x20) return false;
  }
  return false;
}

const VERDICTS = ['PASSED', 'FAILED', 'SKIPPED', 'ERROR'].map(codesOf);

/** `"trace.jsonl": "sha256:9f0c…"`, at the colon between. */
export function isDigestAt(codes: Uint16Array, colon: number): boolean {
  const quote = codes[colon - 1] === 0x20 ? colon - 2 : colon - 1;
  if (codes[quote] !== 0x22) return false;
  const opening = codes[colon + 1] === 0x20 ? colon + 2 : colon + 1;
  if (codes[opening] !== 0x22) return false;
  return isSha(codes, opening + 1) || isHexOf64(codes, opening + 1);
}

/** A digest, or what says that one follows: `SHA256 (trace.jsonl) = 9f0c…`. */
export function isSumAt(codes: Uint16Array, start: number): boolean {
  return isSha(codes, start) || isHexOf64(codes, start);
}

function isSha(codes: Uint16Array, at: number): boolean {
  return (codes[at]! | 0x20) === 0x73 && (codes[at + 1]! | 0x20) === 0x68 && (codes[at + 2]! | 0x20) === 0x61;
}

function isHexOf64(codes: Uint16Array, start: number): boolean {
  for (let at = start; at < start + 64; at++) if (!isHex(codes[at]!)) return false;
  return true;
}

function isHex(code: number): boolean {
  const letter = code | 0x20;
  return isDigit(code) || (letter >= 0x61 && letter <= 0x66);
}

const MOST_BLANKS = 40;

/** `openat(…) = 3`, at the equals sign. */
export function isCallAt(codes: Uint16Array, equals: number): boolean {
  let at = equals - 1;
  while (equals - at <= MOST_BLANKS && codes[at] === 0x20) at--;
  return at !== equals - 1 && codes[at] === 0x29;
}

const LOG_KEYS = ['time', 'ts', 'level', 'lvl', 'msg', 't'].map(codesOf);

/** ` level=info`, at the equals sign. */
export function isLogKeyAt(codes: Uint16Array, equals: number): boolean {
  for (const key of LOG_KEYS) {
    const start = equals - key.length;
    if (!isLetter(codes[start - 1]!) && isWordAt(codes, start, key)) return true;
  }
  return false;
}

const LONGEST_VERSION = 18;

/** `pkg@1.0.0 test`, at the sign. */
export function isVersionAt(codes: Uint16Array, sign: number): boolean {
  for (let at = sign + 1; at <= sign + LONGEST_VERSION; at++) {
    const code = codes[at]!;
    if (code === 0x20) return isOneOf(codes, at + 1, SCRIPTS);
    if (code !== 0x2e && !isDigit(code)) return false;
  }
  return false;
}

const SCRIPTS = ['test', 'build', 'lint', 'check'].map(codesOf);

/** Of `&#128512;` the characters behind the first. */
const LONGEST_ENTITY = 8;

/** An escape of JSON, HTML or an address that `undoEscapes` may undo. */
export function isEscapeAt(codes: Uint16Array, at: number): boolean {
  const next = codes[at + 1]!;
  const code = codes[at];
  if (code === 0x26) return isEntityAt(codes, at);
  if (code === 0x25) return isOneOf(codes, at + 1, PERCENT);
  return next === 0x75 ? isHex(codes[at + 2]!) : ESCAPED.includes(next);
}

function isEntityAt(codes: Uint16Array, at: number): boolean {
  for (let end = at + 2; end <= at + LONGEST_ENTITY; end++) if (codes[end] === 0x3b) return true;
  return false;
}

const PERCENT = ['0A', '0a', '20', '22', '7B', '7b'].map(codesOf);
const ESCAPED = codesOf('nrt"/\\');

/** Behind `✓` of `✓ adds 3ms`. Of those beyond ASCII most are none, which is no matter. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code >= 0x1680;
}

function isOneOf(codes: Uint16Array, start: number, words: readonly Uint16Array[]): boolean {
  for (const word of words) if (isWordAt(codes, start, word)) return true;
  return false;
}

function isWordAt(codes: Uint16Array, start: number, word: Uint16Array): boolean {
  for (let i = 0; i < word.length; i++) if (codes[start + i] !== word[i]) return false;
  return true;
}

function codesOf(word: string): Uint16Array {
  return Uint16Array.from(word, (character) => character.charCodeAt(0));
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
