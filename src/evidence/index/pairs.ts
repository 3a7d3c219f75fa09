import { namesRunDirectory } from '../run-directory.ts';
import { eachValue, foldKey, keyBefore, LONGEST_KEY } from '../structure/assignments.ts';
import type { Line } from '../text/lines.ts';
import { ASSIGNS, COMMA, digitsOf, PIPE } from '../text/marks.ts';
import { hashSymbols } from './digest.ts';

const NONE: readonly string[] = [];

/** What parts the cells of a row. */
const TABLE = PIPE | COMMA;

/** Of a concrete value. */
const LEAST_DIGITS = 3;
const LONGEST_VALUE = 80;

/** Gets the line of a pair, how many symbols it has, and its two hashes. */
export type VisitPair = (line: number, size: number, a: number, b: number) => void;

/** Each key bound to a concrete value, in one spelling: `durationms=312`. */
export function eachPair(lines: readonly Line[], visit: VisitPair): void {
  let header: readonly string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const { text, marks } = lines[index]!;
    const cells = (marks & TABLE) === 0 ? NONE : cellsOf(text);
    if (cells.length < 2) header = [];
    else if (cells.every(isRuler)) continue;
    else if (header.length === 0 && cells.every(isHeading)) header = cells.map(foldKey);
    else if (header.length === cells.length) {
      cells.forEach((cell, column) => {
        const value = cell.replace(/^["'`*\s]{0,8}|["'`*\s]{0,8}$/g, '');
        if (isConcrete(value, 0, value.length)) visitPair(header[column]!, value, index, visit);
      });
    }
    if ((marks & ASSIGNS) === 0 || digitsOf(marks) < LEAST_DIGITS) continue;
    eachValue(text, (keyEnd, start, end) => {
      if (isConcrete(text, start, end))
        visitPair(keyBefore(text, keyEnd), dated(text, start, end), index, visit);
    });
  }
}

/** `a | b | c`, or `a,b,c`: bounded, and only where a table may be. */
function cellsOf(text: string): readonly string[] {
  if (text.length > 2048) return [];
  if (text.includes('|'))
    return text
      .replace(/\|\s*$/, '')
      .split('|')
      .map((cell) => cell.trim());
  if (/^[^"{}]*,[^"{}]*,/.test(text)) return text.split(',').map((cell) => cell.trim());
  return [];
}

function isRuler(cell: string): boolean {
  return /^:?-{1,40}:?$/.test(cell);
}

function isHeading(cell: string): boolean {
  return cell.length < 48 && /^[`*"']{0,3}[A-Za-z][\w .-]*[`*"']{0,3}$/.test(cell) && !/\d{3}/.test(cell);
}

/** `started_at: 2026-06-02 10:15:00`: the blank belongs to the value. */
function dated(line: string, start: number, end: number): string {
  const value = line.slice(start, end);
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const clock = /^[ T](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?Z?)/.exec(line.slice(end, end + 24));
  return clock ? `${value}T${clock[1]}` : value;
}

/** Between two digits of the three. */
const LONGEST_GAP = 8;

const ROUND = /^\d{0,9}000$/;
const DIGEST = /^(?:sha\d{1,3}[:-])?[0-9a-f]{7,128}$/i;

/** Three digits near each other, no round thousand; digests, names of runs and paths are references. */
function isConcrete(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_VALUE) return false;
  let near = 0;
  let most = 0;
  let last = start;
  let letters = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      near = at - last <= LONGEST_GAP + 1 ? near + 1 : 1;
      if (near > most) most = near;
      last = at;
    } else if (code === 0x2f || code === 0x5c) return false;
    else if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters++;
  }
  if (most < LEAST_DIGITS) return false;
  if (letters === 0) return end - start < 3 || !ROUND.test(text.slice(start, end));
  const value = text.slice(start, end);
  return !(DIGEST.test(value) && /[a-f]/i.test(value)) && !namesRunDirectory(value);
}

/** Key and value of one pair: letters and digits, in lower case. */
const symbols = new Uint16Array(LONGEST_KEY + 1 + 2 * LONGEST_VALUE);
const hashes = new Int32Array(2);
const EQUALS = 0x3d;
const Z = 0x7a;

function visitPair(key: string, value: string, line: number, visit: VisitPair): void {
  const keySize = addFolded(key, 0);
  if (keySize < 2 || !holdsLetter(keySize)) return;
  symbols[keySize] = EQUALS;
  let size = addFolded(value, keySize + 1);
  // `…00Z` and `…00` are one time.
  if (symbols[size - 1] === Z) size--;
  hashSymbols(symbols, 0, size, hashes);
  visit(line, size, hashes[0]!, hashes[1]!);
}

function holdsLetter(size: number): boolean {
  for (let at = 0; at < size; at++) if (symbols[at]! >= 0x61) return true;
  return false;
}

function addFolded(text: string, from: number): number {
  let size = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) symbols[size++] = code;
    else if (code < 128 && (code | 0x20) >= 0x61 && (code | 0x20) <= Z) symbols[size++] = code | 0x20;
  }
  return size;
}
