import type { Span } from '../../place.ts';

/** A line of a table, in cells. Blanks and the signs of markup around a cell's text are none of it. */
export type Row = readonly Span[];

export interface Table {
  readonly headerEnd: number;
  readonly end: number;
  readonly header: Row;
  readonly rows: readonly Row[];
}

const LONGEST_LINE = 2000;
export const MOST_ROWS = 500;
const MOST_CELLS = 50;

/** The line around a place, without the signs that end it; `undefined` for one that is too long to be of a table. */
export function lineAt(text: string, at: number): Span | undefined {
  if (at < 0 || at > text.length) return undefined;
  const before = text.slice(Math.max(0, at - LONGEST_LINE), at);
  const after = text.slice(at, at + LONGEST_LINE);
  const feed = after.indexOf('\n');
  const from = before.lastIndexOf('\n');
  if ((feed === -1 && after.length === LONGEST_LINE) || (from === -1 && before.length === LONGEST_LINE))
    return undefined;
  const end = at + (feed === -1 ? after.length : feed);
  return { start: at - before.length + from + 1, end };
}

export function cellsOf(text: string, line: Span, separator: string): Row {
  const cells: Span[] = [];
  const whole = text.slice(line.start, line.end);
  const hasEdge = separator === '|' && /^[ \t>*#/]{0,20}\|/.test(whole);
  let from = hasEdge ? whole.indexOf('|') + 1 : 0;
  while (cells.length < MOST_CELLS && from <= whole.length) {
    const found = whole.indexOf(separator, from);
    const to = found === -1 ? whole.length : found;
    cells.push(trimmed(text, line.start + from, line.start + to));
    from = to + separator.length;
  }
  return cells;
}

export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /["'\x60*\s]/.test(text[start]!)) start++;
  while (end > start && /["'\x60*\s]/.test(text[end - 1]!)) end--;
  return { start, end };
}
