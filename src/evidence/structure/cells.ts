import type { Line } from '../text/lines.ts';
import { linesOf } from '../text/lines.ts';
import { digitsOf } from '../text/marks.ts';
import type { Assignment } from './assignments.ts';
import { foldKey } from './assignments.ts';
import { EVENT_KEYS, REPORT_KEYS } from './record-grammar.ts';

/** A line of a text with the assignments that cells make. */
export interface CellLine {
  readonly line: Line;
  readonly assignments: readonly Assignment[];
}

/*
 * A report that became a table of HTML, a list of XML or columns of a file has no sign between a key and its value that a
 * line of prose has not, too: `run_id,2026…`. Its times are what a text is told by that may hold one.
 */

/** `2026-06-02T10:15:00Z` */
const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const TIME_DIGITS = 12;

/** Behind a cell's key, of a tag, on a line of its own, or among others of its row. */
const IN_CELL =
  /^[a-z][\w. -]{1,47}["'`]?[ ]?(?:[,;\t]| {2})|[<>]|^(?::\s{1,4})?["'`]?\d{4}-[\d:TZ. +-]{12,30}["'`]?$|(?:[,;\t|][^,;\t|]{0,160}){5}/i;

export function mayHoldCells(lines: readonly Line[]): boolean {
  return lines.some(
    ({ text, marks }) => digitsOf(marks) >= TIME_DIGITS && TIME.test(text) && IN_CELL.test(text),
  );
}

const isKnown = (key: string): boolean => REPORT_KEYS.has(key) || EVENT_KEYS.has(key);

/** Each line of a text in which a known key has a value beside it, on the next line or below it. */
export function cellLines(text: string): readonly CellLine[] {
  const lines = linesOf(text);
  const found: CellLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const assignments = assignmentsIn(line.text.slice(0, LONGEST), () => nextWithWords(lines, index));
    if (assignments.length > 0) found.push({ line, assignments });
  }
  return found;
}

const LONGEST = 2000;

/** Rules of a table stand between its head and its rows, brackets of tags between two cells. */
const MOST_BETWEEN = 3;

function nextWithWords(lines: readonly Line[], index: number): string {
  for (let next = index + 1; next <= index + MOST_BETWEEN; next++) {
    const text = withoutInlineTags(lines[next]?.text.slice(0, LONGEST) ?? '');
    if (/[\p{L}\p{N}]/u.test(text.replace(/<[^<>]{0,200}>/g, ''))) return text;
  }
  return '';
}

function assignmentsIn(raw: string, next: () => string): readonly Assignment[] {
  const line = withoutInlineTags(raw);
  const below = belowHeads(cellsOf(line), next);
  if (below.length > 0) return below;
  const pairs = line.includes('<') ? inTags(line) : inColumns(line);
  const found = pairs.flatMap(([key, value]) => assignment(key, value));
  if (found.length > 0) return found;
  const alone = KEY_ALONE.exec(line)?.[1];
  return alone === undefined ? [] : assignment(alone, VALUE_ALONE.exec(next())?.[1]);
}

function assignment(written: string | undefined, value: string | undefined): readonly Assignment[] {
  const key = foldKey(written ?? '');
  const trimmed = value?.trim() ?? '';
  return isKnown(key) && trimmed !== '' ? [{ key, value: trimmed, start: 0, end: 0 }] : [];
}

/** What sets a word off in a cell. */
const INLINE_TAG = /<\/?(?:a|b|code|em|i|kbd|p|samp|small|span|strong|tt)(?:\s[^<>]{0,200})?>/gi;

function withoutInlineTags(line: string): string {
  return line.includes('<') ? line.replace(INLINE_TAG, '') : line;
}

/** `run_id</td><td class="v">2026…` */
const NEXT_CELL =
  /(?<![^>\s])([a-z][\w.-]{1,47}|[a-z]+ [a-z]{1,10}(?: [a-z]{1,10})?)\s{0,4}<\/\w{1,12}>\s{0,8}<\w{1,12}(?:\s[^<>]{0,200})?>([^<>]{1,160})/gi;
/** `2026…</run_id>`: the tag that opens it may have been read as a decoration. */
const ELEMENT = /(?:^|>)([^<>]{1,160})<\/(?:\w{1,20}:)?([a-z][\w.-]{1,47})>/gi;
/** `<field name="run_id">2026…`, `<property name="run_id" value="2026…"/>` */
const NAMED =
  /<\w{1,20} (?:name|key|id)=["']([a-z][\w.-]{1,47})["'](?: (?:value|val)=["']([^"'<>]{1,160})["'])?[^<>"']{0,4}>([^<>]{0,160})/gi;

type Pair = readonly [key: string | undefined, value: string | undefined];

function inTags(line: string): readonly Pair[] {
  return [
    ...[...line.matchAll(NEXT_CELL)].map(([, key, value]): Pair => [key, value]),
    ...[...line.matchAll(ELEMENT)].map(([, value, key]): Pair => [key, value]),
    ...[...line.matchAll(NAMED)].map(([, key, value, inner]): Pair => [key, value ?? inner]),
  ];
}

/** `run_id,2026…`, `run_id<TAB>2026…`, `run_id      2026…` */
const COLUMN =
  /^([a-z][\w.-]{1,47}|[a-z]+ [a-z]{1,10}(?: [a-z]{1,10})?)["'`]? ?(?:[,;\t]| {2})\s{0,40}["'`]?([^,;\t"'`|]{1,160})/i;

function inColumns(line: string): readonly Pair[] {
  const found = COLUMN.exec(line);
  return found ? [[found[1], found[2]]] : [];
}

const KEY_ALONE = /^([a-z][\w. -]{1,47})["'`*]{0,3}(?:<\/\w{1,12}>)?\s{0,8}$/i;
const VALUE_ALONE = /^(?::\s{1,4})?([^<>"'`]{1,160})["'`]?(?:<\/\w{1,12}>)?/;

/** Of a report; fewer are a table about something else. */
export const LEAST_HEADS = 6;

/** `run_id,engine,stage,…` above `2026…,case,2,…`: beside each other, from the right, since a first number is no cell. */
function belowHeads(heads: readonly string[], next: () => string): readonly Assignment[] {
  if (heads.filter((head) => REPORT_KEYS.has(foldKey(head))).length < LEAST_HEADS) return [];
  const values = cellsOf(next());
  const shift = values.length - heads.length;
  return heads.flatMap((head, index) => assignment(head, values[index + shift]));
}

function cellsOf(line: string): readonly string[] {
  if (line.includes('<')) return partsOf(line.replace(/(?:<[^<>]{1,200}>\s{0,8}){1,8}/g, '|'), '|');
  const separator = ['|', '\t', ';', ','].find((mark) => line.includes(mark));
  return separator === undefined ? [] : partsOf(line, separator);
}

function partsOf(line: string, separator: string): readonly string[] {
  const parts = line.split(separator).map((part) => part.replace(/^[\s"'`*]{1,4}|[\s"'`*]{1,4}$/g, ''));
  while (parts.at(-1) === '') parts.pop();
  return parts;
}
