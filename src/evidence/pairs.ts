import { eachAssignment, foldKey } from './assignments.ts';
import type { Line } from './lines.ts';
import { ASSIGNS, COMMA, digitsOf, PIPE } from './marks.ts';
import { namesRunDirectory } from './run-directory.ts';

/** A key bound to a concrete value, in one spelling: `durationms=312`. */
export interface Pair {
  readonly text: string;
  readonly line: number;
}

const NONE: readonly string[] = [];

/** What parts the cells of a row. */
const TABLE = PIPE | COMMA;

/** Of a concrete value. */
const LEAST_DIGITS = 3;
const LONGEST_VALUE = 80;

export function pairsOf(lines: readonly Line[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let header: readonly string[] = [];
  lines.forEach((line, index) => {
    const cells = (line.marks & TABLE) === 0 ? NONE : cellsOf(line.text);
    if (cells.length < 2) header = [];
    else if (cells.every(isRuler)) return;
    else if (header.length === 0 && cells.every(isHeading)) header = cells.map(foldKey);
    else if (header.length === cells.length) {
      cells.forEach((cell, column) => {
        addPair(pairs, header[column]!, cell.replace(/^["'`*\s]{0,8}|["'`*\s]{0,8}$/g, ''), index);
      });
    }
    if ((line.marks & ASSIGNS) === 0 || digitsOf(line.marks) < LEAST_DIGITS) return;
    const { text } = line;
    eachAssignment(text, (keyStart, keyEnd, start, end) => {
      if (mayBeConcrete(text, start, end))
        addPair(pairs, foldKey(text.slice(keyStart, keyEnd)), dated(text, start, end), index);
    });
  });
  return pairs;
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

/** Whether a value has enough digits, before a string is made of it. */
function mayBeConcrete(line: string, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = line.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits >= LEAST_DIGITS && end - start <= LONGEST_VALUE;
}

function addPair(pairs: Pair[], key: string, value: string, line: number): void {
  if (key.length < 2 || !/[a-z]/.test(key) || value.length > LONGEST_VALUE || !isConcrete(value)) return;
  pairs.push({
    text: `${key}=${value
      .replace(/[^0-9A-Za-z]/g, '')
      .toLowerCase()
      .replace(/z$/, '')}`,
    line,
  });
}

/** Three digits, no round thousand; digests, names of runs and paths are references. */
function isConcrete(value: string): boolean {
  if (/[/\\]/.test(value) || !/\d\D{0,8}\d\D{0,8}\d/.test(value) || /^\d{0,9}000$/.test(value)) return false;
  if (/^(?:sha\d{1,3}[:-])?[0-9a-f]{7,128}$/i.test(value) && /[a-f]/i.test(value)) return false;
  return !namesRunDirectory(value);
}
