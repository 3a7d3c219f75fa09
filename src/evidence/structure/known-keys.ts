import { EVENT_KEYS, REPORT_KEYS } from './record-grammar.ts';

const LETTERS = 36;
const NEITHER = -1;

/** The last three letters of each key of a report or an event, as one number. */
const ENDINGS = new Uint8Array(LETTERS ** 3);
/** All letters of each, from its end on. */
const HASHES = new Set<number>();
for (const key of [...REPORT_KEYS, ...EVENT_KEYS].filter(({ length }) => length > 1)) {
  const letters = Array.from(key, (letter) => letterOf(letter.charCodeAt(0))).reverse();
  if (letters.length > 2) ENDINGS[letters.slice(0, 3).reduce(withLetter, 0)] = 1;
  HASHES.add(letters.reduce(withLetter, 0));
}

function withLetter(letters: number, letter: number): number {
  return (Math.imul(letters, LETTERS) + letter) | 0;
}

/** Between a key and its separator, and of a key: as many as an assignment may have. */
const MOST_MARKS = 12;
const LONGEST_KEY = 48;

const MARKS = new Uint8Array(128);
for (const character of ' \t"\'`*\\') MARKS[character.charCodeAt(0)] = 1;

/**
 * Whether the `:`, `=` or `|` at an offset may stand behind a key of a report or an event, in a line that begins at
 * `from`: the last letters before it tell nearly always that it doesn't.
 */
export function mayFollowKnownKey(codes: Uint16Array, separator: number, from: number): boolean {
  let end = separator;
  while (end > from && separator - end < MOST_MARKS && isMark(codes[end - 1]!)) end--;
  let hash = 0;
  let count = 0;
  for (let at = end - 1; at >= from && end - at <= LONGEST_KEY; at--) {
    const letter = letterOf(codes[at]!);
    if (letter === NEITHER) {
      if (isJoint(codes[at]!)) continue;
      // The blank between two words, of which `Run id` is one key.
      if (codes[at] === 0x20 && at > from && at < end - 1 && isOfKey(codes[at - 1]!)) continue;
      break;
    }
    hash = withLetter(hash, letter);
    if (++count === 3 && ENDINGS[hash] === 0) return false;
  }
  return count > 1 && HASHES.has(hash);
}

function isMark(code: number): boolean {
  return code < 128 && MARKS[code] === 1;
}

function isOfKey(code: number): boolean {
  return letterOf(code) !== NEITHER || isJoint(code);
}

/** A key has none of them where it is folded. */
function isJoint(code: number): boolean {
  return code === 0x5f || code === 0x2d || code === 0x2e;
}

/** 0 to 9 are digits, then letters in any case. */
function letterOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x7a && code < 128 ? letter - 0x61 + 10 : NEITHER;
}
