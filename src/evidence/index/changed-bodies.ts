import type { Line } from '../text/lines.ts';
import { SIGN } from '../text/marks.ts';
import { hashSymbols } from './digest.ts';

const SHORTEST_CHANGE = 6;

const scratch = new Uint16Array(8192);
const hashes = new Int32Array(2);

/** Gets how long a changed line is, its two hashes, and whether its digits are part of them. */
export type VisitChange = (size: number, a: number, b: number, withDigits: boolean) => void;

/** Of a changed line that is told by its digits too: below this they may be anybody's. */
const SHORTEST_VALUE = 16;
const LEAST_DIGITS = 3;

/**
 * The sign and the symbols of a changed line, digits as one `0`: the merged source has no sign, and so never matches.
 * With three digits or more also as they are: what is a formula without them is the line of one run with them.
 * Where a paragraph was made of a diff, each part that begins with a sign counts too.
 */
export function eachChangedBody({ text, change, marks }: Line, visit: VisitChange): void {
  if ((marks & SIGN) === 0) return;
  const whole = isSign(text.charCodeAt(0)) ? text : change + text;
  const isSigned = isSign(whole.charCodeAt(0));
  const isFilled = holdsSignedWord(text);
  if (!isSigned && !isFilled) return;
  const parts = isFilled ? whole.split(/[\s"](?=[+-][^+-])/) : [];
  if (isSigned || parts.length > 1) visitBody(whole, visit);
  if (parts.length > 1) for (const part of parts) visitBody(part, visit);
  // A patch that was added to a patch: each line has a sign before its own.
  if (isSigned && isSign(whole.charCodeAt(1)) && !isSign(whole.charCodeAt(2)))
    visitBody(whole.slice(1), visit);
}

function isBullet(code: number): boolean {
  return isSign(code) || code === 0x2a;
}

/** A sign after a blank or a quote. */
function holdsSignedWord(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    if (!isSign(text.charCodeAt(at))) continue;
    const before = text.charCodeAt(at - 1);
    if (before <= 0x20 || before === 0x22 || (before >= 128 && /\s/.test(text.charAt(at - 1)))) return true;
  }
  return false;
}

function isSign(code: number): boolean {
  return code === 0x2b || code === 0x2d;
}

function visitBody(text: string, visit: VisitChange): void {
  if (!isSign(text.charCodeAt(0))) return;
  let length = 0;
  scratch[length++] = text.charCodeAt(0);
  // A removed bullet, `-- text`, is no bullet, `- text`.
  if (text.charCodeAt(2) === 0x20 && isBullet(text.charCodeAt(1))) scratch[length++] = 0x2a;
  const from = length;
  const plain = addPlain(text, from);
  length = plain === -1 ? addFolded(text, from) : plain;
  if (length - from < SHORTEST_CHANGE) return;
  hashSymbols(scratch, 0, length, hashes);
  visit(length, hashes[0]!, hashes[1]!, false);
  if (plain !== -1) visitValues(text, from, visit);
}

function visitValues(text: string, from: number, visit: VisitChange): void {
  let length = from;
  let digits = 0;
  for (let at = 0; at < text.length && length < scratch.length; at++) {
    const code = text.charCodeAt(at);
    const letter = code | 0x20;
    if (code >= 0x30 && code <= 0x39) {
      scratch[length++] = code;
      digits++;
    } else if (letter >= 0x61 && letter <= 0x7a) scratch[length++] = letter;
  }
  if (digits < LEAST_DIGITS || length < SHORTEST_VALUE) return;
  hashSymbols(scratch, 0, length, hashes);
  visit(length, hashes[0]!, hashes[1]!, true);
}

/** Letters and digits of ASCII without markup; -1 where there is more. */
function addPlain(text: string, from: number): number {
  let length = from;
  let inDigits = false;
  for (let at = 0; at < text.length && length < scratch.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128 || code === 0x3c) return -1;
    if (code >= 0x30 && code <= 0x39) {
      if (!inDigits) scratch[length++] = 0x30;
      inDigits = true;
      continue;
    }
    const letter = code | 0x20;
    if (letter < 0x61 || letter > 0x7a) continue;
    scratch[length++] = letter;
    inDigits = false;
  }
  return length;
}

function addFolded(text: string, from: number): number {
  const body = text
    .replace(/<\/?[a-z][^<>\n]{0,40}>|[^\p{L}\p{N}]/giu, '')
    .replace(/\d+/g, '0')
    .toLowerCase();
  let length = from;
  for (let at = 0; at < body.length && length < scratch.length; at++) scratch[length++] = body.charCodeAt(at);
  return length;
}
