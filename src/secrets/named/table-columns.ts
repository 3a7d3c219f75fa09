import type { Span } from '../../place.ts';

/** A line of a table, in cells. Blanks and the signs of markup around a cell's text are none of it. */
type Row = readonly Span[];

interface Table {
  readonly headerEnd: number;
  readonly end: number;
  readonly header: Row;
  readonly rows: readonly Row[];
}

const LONGEST_LINE = 2000;
const MOST_ROWS = 500;
const MOST_CELLS = 50;

/** `| --- | :-: |` of markdown, `+-----+-----+` and `-----+-----` of databases. */
const RULE = /^[ \t>*#/|+:-]{3,2000}\r?$/;

/** A header of comma-separated values: names, and nothing that a sentence or code has. */
const LIST_HEADER = /^["']?[A-Za-z_][\w .-]{0,39}["']?(?:([,;\t])["']?[A-Za-z_][\w .-]{0,39}["']?){1,49}$/;
/** What may stand above it: nothing, a blank line, the fence of a block. */
const ABOVE_LIST = /^$|(?:^|\n)[ \t>]{0,8}(?:\x60{3,8}[^\n]{0,40}|~{3,8}[^\n]{0,40})?\r?\n$/;

/**
 * Finds the cells below a name that heads a column: in tables of bars (markdown, psql, mysql) and, where `lists` says so,
 * of separated values. Names have to come in the order of the text; each table is read once.
 */
export function columnReader(text: string, lists: boolean): (name: Span) => readonly Span[] {
  let table: Table | undefined;
  let reached = 0;
  return (name) => {
    if (table === undefined || name.start >= table.headerEnd) {
      if (name.start < reached || !mayEndCell(text, name.end)) return [];
      table = tableAt(text, name, lists);
      reached = table?.end ?? reached;
    }
    if (table === undefined) return [];
    const column = table.header.findIndex(({ start, end }) => start <= name.start && name.end <= end);
    // `| key | token usage |`: more than the name stands in the cell.
    if (column === -1 || !isWholeCell(text, table.header[column]!, name)) return [];
    return table.rows.flatMap((row) => row[column] ?? []);
  };
}

/** Asked first: nearly every name is followed by something else. */
function mayEndCell(text: string, at: number): boolean {
  let end = at;
  while (end < at + 20 && /["'\x60*_ )]/.test(text[end] ?? '')) end++;
  return end >= text.length || /[|,;\t\r\n(]/.test(text[end]!);
}

/** Words before the name say which one of several it is; what follows it in brackets is a remark. */
function isWholeCell(text: string, cell: Span, name: Span): boolean {
  const before = text.slice(cell.start, name.start);
  const after = text.slice(name.end, cell.end);
  return /^(?:[\w.-]{1,20} ){0,2}$/.test(before) && /^(?: ?\([^()]{0,30}\))?$/.test(after);
}

function tableAt(text: string, name: Span, lists: boolean): Table | undefined {
  const header = lineAt(text, name.start);
  if (header === undefined) return undefined;
  const line = text.slice(header.start, header.end);
  const next = lineAt(text, header.end + 1);
  if (next === undefined) return undefined;
  const rule = text.slice(next.start, next.end);
  if (line.includes('|')) {
    if (!isRule(rule) || !/[|+]/.test(rule)) return undefined;
    return readTable(text, header, next.end + 1, '|');
  }
  const separator = lists ? LIST_HEADER.exec(line)?.[1] : undefined;
  if (separator === undefined || !ABOVE_LIST.test(text.slice(Math.max(0, header.start - 100), header.start)))
    return undefined;
  const table = readTable(text, header, next.start, separator);
  return table.rows.length > 0 ? table : undefined;
}

/** The line around a place, without the signs that end it; `undefined` for one that is too long to be of a table. */
function lineAt(text: string, at: number): Span | undefined {
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

function isRule(line: string): boolean {
  return line.includes('-') && RULE.test(line);
}

function readTable(text: string, headerLine: Span, firstRow: number, separator: string): Table {
  const header = cellsOf(text, headerLine, separator);
  const rows: Row[] = [];
  let at = firstRow;
  while (rows.length < MOST_ROWS) {
    const line = lineAt(text, at);
    if (line === undefined) break;
    if (!isRule(text.slice(line.start, line.end))) {
      const row = cellsOf(text, line, separator);
      // Separated values have as many in each line; a row of bars may be short.
      if (row.length < 2 || (separator !== '|' && row.length !== header.length)) break;
      rows.push(row);
    }
    at = line.end + 1;
  }
  return { headerEnd: headerLine.end, end: at, header, rows };
}

function cellsOf(text: string, line: Span, separator: string): Row {
  const cells: Span[] = [];
  const whole = text.slice(line.start, line.end);
  const hasEdge = separator === '|' && /^[ \t>*#/]{0,20}\|/.test(whole);
  let from = hasEdge ? whole.indexOf('|') + 1 : 0;
  while (cells.length < MOST_CELLS && from <= whole.length) {
    const found = whole.indexOf(separator, from);
    const to = found === -1 ? whole.length : found;
    cells.push(trimmed(text, line.start + from, line.start + to));
    from = to + 1;
  }
  return cells;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /["'\x60*\s]/.test(text[start]!)) start++;
  while (end > start && /["'\x60*\s]/.test(text[end - 1]!)) end--;
  return { start, end };
}
