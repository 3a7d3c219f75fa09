import { characterClasses, isDigit } from '../text/character-classes.ts';
import { MARGIN } from '../text/code-window.ts';
import { afterColour, afterDecoration } from '../text/decoration.ts';
import { PIECE } from '../text/lines.ts';
import { isUnseen, UNSEEN_CHARACTERS } from '../text/marks.ts';
import { mayFollowKnownKey } from './known-keys.ts';
import { LEVEL_FIRST, PROGRESS, STRONG } from './log-grammar.ts';
import { CASE, DIFF_HEAD, FRAME, GIT_LOG, SUMMARY } from './output-grammar.ts';
import * as rare from './rare-signs.ts';
import { beginsAny } from './shapes.ts';

/** What holds something rare is told by it, wherever it begins. */
const beginsAsEvidence = beginsAny(
  [STRONG, PROGRESS, LEVEL_FIRST, SUMMARY, CASE, GIT_LOG, FRAME, DIFF_HEAD]
    .flat()
    .filter((shape) => !shape.rare),
);

/** Milliseconds since 1970. */
const EPOCH_DIGITS = 13;

const COLON = 1;
const EQUALS = 2;
const PIPE = 3;
const AT = 4;
const ESCAPE = 5;
const UNSEEN = 6;
const TICK = 7;

/** Of each code: 0 of nearly all. */
const CLASSES = characterClasses(0x10000, [
  [':', COLON],
  ['=', EQUALS],
  ['|', PIPE],
  ['@', AT],
  ['%\\&', ESCAPE],
  [`\u001b${UNSEEN_CHARACTERS}`, UNSEEN],
  ['✓✔✗✘×√ℹ❯', TICK],
]);

/**
 * Whether a physical line, or a piece of a long one, may add to any block of evidence. One look at each character,
 * without a pattern and without making a string, rules out nearly all lines of a tree; what is let through is judged by
 * the grammar, and what is held back would have added nothing.
 * @param codes UTF-16, with room at both ends
 */
export function mayTell(codes: Uint16Array, from: number, end: number, isDecorated: boolean): boolean {
  const body = isDecorated ? afterDecoration(codes, from, end) : from;
  if (body === end) return false;
  if (beginsAsEvidence(codes, body) || rare.isSumAt(codes, body)) return true;
  for (let at = nextSign(codes, from, end, CLASSES); at < end; at = nextSign(codes, at + 1, end, CLASSES)) {
    const kind = CLASSES[codes[at]!]!;
    if (kind === UNSEEN) return mayTellSeen(codes, from, end, isDecorated);
    if (isTellingAt(codes, at, kind, body)) return true;
  }
  return holdsEpoch(codes, body, end);
}

/**
 * Where the next character of any class stands, else the end. A function of its own: V8 throws away what it optimised of a
 * function whenever something rare in it is met for the first time, and nearly all the time is spent in this.
 */
function nextSign(codes: Uint16Array, from: number, end: number, classes: Uint8Array): number {
  let at = from;
  while (at < end && classes[codes[at]!] === 0) at++;
  return at;
}

const seen = new Uint16Array(MARGIN + PIECE + MARGIN);

/** The same without colours and what nobody sees, as the grammar reads the line. */
function mayTellSeen(codes: Uint16Array, from: number, end: number, isDecorated: boolean): boolean {
  let size = MARGIN;
  for (let at = from; at < end; ) {
    const code = codes[at]!;
    if (code === 0x1b) at = Math.max(at + 1, afterColour(codes, at));
    else {
      if (!isUnseen(code)) seen[size++] = code;
      at++;
    }
  }
  seen.fill(0, size, size + MARGIN);
  return mayTell(seen, MARGIN, size, isDecorated);
}

function isTellingAt(codes: Uint16Array, at: number, kind: number, body: number): boolean {
  if (kind === ESCAPE) return rare.isEscapeAt(codes, at);
  if (kind === TICK) return rare.isBlank(codes[at + 1]!);
  if (kind === AT) return rare.isVersionAt(codes, at);
  // A record of JSON.
  if (codes[body] === 0x7b || mayFollowKnownKey(codes, at, body)) return true;
  if (kind === COLON) return isRareAtColon(codes, at);
  return kind === EQUALS && (rare.isCallAt(codes, at) || rare.isLogKeyAt(codes, at));
}

function isRareAtColon(codes: Uint16Array, at: number): boolean {
  return (
    rare.isClockAt(codes, at) ||
    rare.isPositionAt(codes, at) ||
    rare.isDigestAt(codes, at) ||
    rare.isVerdictAt(codes, at) ||
    rare.isFrameAt(codes, at)
  );
}

/** Looks at every 13th character: so many digits in a row can't lie between two of them. */
function holdsEpoch(codes: Uint16Array, from: number, end: number): boolean {
  for (let at = from + EPOCH_DIGITS - 1; at < end; at += EPOCH_DIGITS) {
    if (!isDigit(codes[at]!)) continue;
    let start = at;
    while (start > from && isDigit(codes[start - 1]!)) start--;
    while (at < end && isDigit(codes[at]!)) at++;
    if (at - start === EPOCH_DIGITS) return true;
  }
  return false;
}
