/**
 * Which characters a stretch of text holds, as bits, with the number of its digits (255 at most) above them: one look at
 * each character rules out, for nearly every line, nearly every pattern that a line of evidence may fit.
 */
export const COLON = 1;
export const EQUALS = 2;
export const PIPE = 4;
export const COMMA = 8;
/** `+` or `-`. */
export const SIGN = 16;
/** Something beyond ASCII. */
export const WIDE = 32;
/** What an escape begins with, or an invisible character. */
export const ESCAPED = 64;
/** `:`, `=` or `|`. */
export const ASSIGNS = COLON | EQUALS | PIPE;

/** What parts of a word, or markup, begin with: `/`, `\\`, `<`. */
export const PARTS = 128;
/** Not of a character: the line has an assignment that a reader of it asked for. */
export const ASSIGNED = 256;

const FLAG_BITS = 9;
const MOST_DIGITS = 255;

const FLAGS = new Uint8Array(128);
for (const [characters, flag] of [
  [':', COLON],
  ['=', EQUALS],
  ['|', PIPE],
  [',', COMMA],
  ['+-', SIGN],
  ['\u001b%\\&', ESCAPED],
  ['/\\<', PARTS],
] as const) {
  for (const character of characters) FLAGS[character.charCodeAt(0)]! |= flag;
}

/** Of UTF-16 codes. */
export function marksOf(codes: Uint16Array, from: number, to: number): number {
  let flags = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const code = codes[at]!;
    if (code >= 128) flags |= isUnseen(code) ? WIDE | ESCAPED : WIDE;
    else if (code >= 0x30 && code <= 0x39) digits++;
    else flags |= FLAGS[code]!;
  }
  return flags | (Math.min(digits, MOST_DIGITS) << FLAG_BITS);
}

/** The marks of a line that nothing is known of, and the highest that there are. */
export const ALL = (1 << (FLAG_BITS + 8)) - 1;

/** Without the digits. */
export function flagsOf(text: string): number {
  const codes = Uint16Array.from(text, (character) => character.charCodeAt(0));
  return marksOf(codes, 0, codes.length) & ((1 << FLAG_BITS) - 1);
}

export function digitsOf(marks: number): number {
  return marks >> FLAG_BITS;
}

/** Soft hyphen, zero-width and direction marks: nobody sees them. */
export const UNSEEN_CHARACTERS = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';

export function isUnseen(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}
