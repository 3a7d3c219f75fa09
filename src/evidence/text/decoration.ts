import { characterClasses, isDigit } from './character-classes.ts';

const MOST = 32;
const LONGEST_NUMBER = 5;
const LONGEST_TAG = 10;
const LONGEST_COLOUR = 10;
/** `[1;32m`, whose escape somebody's clipboard lost. */
const LONGEST_BARE_COLOUR = 5;

const NONE = 0;
const SINGLE = 1;
const SIGN = 2;
const SLASH = 3;
const NUMBER = 4;
const TAG = 5;
const BARE_COLOUR = 6;
const COLOUR = 7;

/** What a decoration begins with, of ASCII: most lines of prose begin with a letter. */
const CLASSES = characterClasses(128, [
  [' \t>|`"\'*#;,', SINGLE],
  ['+-%', SIGN],
  ['/', SLASH],
  ['0123456789', NUMBER],
  ['<', TAG],
  ['[', BARE_COLOUR],
  ['\u001b', COLOUR],
]);
const BULLET = 0x2022;

/**
 * Where the text of a pasted line begins, behind what a document puts before it: `  > | - **`, `12: `, `<li>`, `// `,
 * colours. At most 32 of these. By hand, since every line of a tree is asked.
 * @param codes UTF-16, with room at the end
 */
export function afterDecoration(codes: Uint16Array, start: number, end: number): number {
  let at = start;
  for (let count = 0; count < MOST && at < end; count++) {
    const code = codes[at]!;
    const kind = code < 128 ? CLASSES[code]! : code === BULLET ? SINGLE : NONE;
    if (kind === NONE) break;
    const next = kind === SINGLE ? at + 1 : afterLonger(codes, at, kind);
    if (next === at) break;
    at = next;
  }
  return Math.min(at, end);
}

/** `at` where there is none. */
function afterLonger(codes: Uint16Array, at: number, kind: number): number {
  if (kind === SIGN) return afterSign(codes, at);
  if (kind === SLASH) return afterSlashes(codes, at);
  if (kind === NUMBER) return afterNumber(codes, at);
  if (kind === TAG) return afterTag(codes, at);
  return kind === COLOUR ? afterColour(codes, at) : afterBareColour(codes, at);
}

/** `- `, `+ `, and the comments `-- `, `% `, `%% ` */
function afterSign(codes: Uint16Array, start: number): number {
  const sign = codes[start];
  const at = sign !== 0x2b && codes[start + 1] === sign ? start + 2 : start + 1;
  return codes[at] === 0x20 ? at + 1 : start;
}

/** `//`, `///`, `//!` */
function afterSlashes(codes: Uint16Array, start: number): number {
  if (codes[start + 1] !== 0x2f) return start;
  const third = codes[start + 2];
  return third === 0x2f || third === 0x21 ? start + 3 : start + 2;
}

/** `12: `, `3) `, `7|  `, `7 | ` of a table's rows */
function afterNumber(codes: Uint16Array, start: number): number {
  let at = start;
  while (at - start < LONGEST_NUMBER && isDigit(codes[at]!)) at++;
  if (codes[at] === 0x20 && codes[at + 1] === 0x7c) at++;
  const mark = codes[at];
  if (mark !== 0x2e && mark !== 0x29 && mark !== 0x3a && mark !== 0x7c) return start;
  if (codes[at + 1] !== 0x20) return start;
  return codes[at + 2] === 0x20 ? at + 3 : at + 2;
}

/** `<td>`, `</li>` */
function afterTag(codes: Uint16Array, start: number): number {
  const name = codes[start + 1] === 0x2f ? start + 2 : start + 1;
  let at = name;
  while (at - name < LONGEST_TAG && codes[at]! >= 0x61 && codes[at]! <= 0x7a) at++;
  return at > name && codes[at] === 0x3e ? at + 1 : start;
}

/** `\u001b[1;32m`; `start` where it is none. */
export function afterColour(codes: Uint16Array, start: number): number {
  if (codes[start + 1] !== 0x5b) return start;
  const end = afterParameters(codes, start + 2, LONGEST_COLOUR);
  const letter = codes[end]! | 0x20;
  return letter >= 0x61 && letter <= 0x7a && codes[end]! < 128 ? end + 1 : start;
}

function afterBareColour(codes: Uint16Array, start: number): number {
  const end = afterParameters(codes, start + 1, LONGEST_BARE_COLOUR);
  return end > start + 1 && codes[end] === 0x6d ? end + 1 : start;
}

function afterParameters(codes: Uint16Array, start: number, most: number): number {
  let at = start;
  while (at - start < most && (isDigit(codes[at]!) || codes[at] === 0x3b)) at++;
  return at;
}
