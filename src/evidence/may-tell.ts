import { characterClasses } from './character-classes.ts';
import { MARGIN } from './code-window.ts';
import { afterColour, afterDecoration } from './decoration.ts';
import { mayFollowKnownKey } from './known-keys.ts';
import { PIECE } from './lines.ts';
import { LEVEL_FIRST, STRONG } from './log-grammar.ts';
import { isUnseen, UNSEEN_CHARACTERS } from './marks.ts';
import { CASE, DIFF_HEAD, FRAME, GIT_LOG, SUMMARY } from './output-grammar.ts';
import * as rare from './rare-signs.ts';
import { beginsAny } from './shapes.ts';

/** What holds something rare is told by it, wherever it begins. */
const beginsAsEvidence = beginsAny(
  [STRONG, LEVEL_FIRST, SUMMARY, CASE, GIT_LOG, FRAME, DIFF_HEAD].flat().filter((shape) => !shape.rare),
);

/** Milliseconds since 1970. */
const EPOCH_DIGITS = 13;

const DIGIT = 1;
const COLON = 2;
const EQUALS = 3;
const PIPE = 4;
const AT = 5;
const ESCAPE = 6;
const UNSEEN = 7;
const TICK = 8;

/** Of each code: 0 of nearly all. */
const CLASSES = characterClasses(0x10000, [
  ['0123456789', DIGIT],
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
  let digits = 0;
  for (let at = from; at < end; at++) {
    const kind = CLASSES[codes[at]!]!;
    if (kind === 0) continue;
    if (kind === DIGIT) digits++;
    else if (kind === UNSEEN) return mayTellSeen(codes, from, end, isDecorated);
    else if (isTellingAt(codes, at, kind, body)) return true;
  }
  return digits >= EPOCH_DIGITS && holdsEpoch(codes, body, end);
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

function holdsEpoch(codes: Uint16Array, from: number, end: number): boolean {
  let digits = 0;
  for (let at = from; at <= end; at++) {
    const code = at < end ? codes[at]! : 0;
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (digits === EPOCH_DIGITS) return true;
    else digits = 0;
  }
  return false;
}
