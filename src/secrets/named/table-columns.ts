import type { Span } from '../../place.ts';
import { markupTable } from './markup-tables.ts';
import { cellsOf, lineAt, MOST_ROWS, type Row, type Table } from './table.ts';

/** `| --- | :-: |` of markdown, `+-----+-----+` and `-----+-----` of databases, `+=====+=====+` of reStructuredText. */
const RULE = /^[ \t>*#/|+:=-]{3,2000}\r?$/;

/** A header of comma-separated values: names, and nothing that a sentence or code has. */
const LIST_HEADER = /^["']?[A-Za-z_][\w .-]{0,39}["']?(?:([,;\t])["']?[A-Za-z_][\w .-]{0,39}["']?){1,49}$/;
/** What may stand above it: nothing, a blank line, the fence of a block. */
const ABOVE_LIST = /^$|(?:^|\n)[ \t>]{0,8}(?:\x60{3,8}[^\n]{0,40}|~{3,8}[^\n]{0,40})?\r?\n$/;

/**
 * Finds the cells below a name that heads a column: in tables of bars (markdown, psql, mysql), of other markup and, where
 * `lists` says so, of separated values. Names have to come in the order of the text; each table is read once.
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
  if (text.startsWith('  ', at) || text.startsWith('\\\\', end)) return true;
  return end >= text.length || /[|,;\t\r\n(&!]/.test(text[end]!);
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
  if (line.includes('|') && isRule(rule) && /[|+]/.test(rule))
    return readTable(text, header, next.end + 1, '|');
  const marked = markupTable(text, header);
  if (marked !== undefined || line.includes('|')) return marked;
  const separator = lists ? LIST_HEADER.exec(line)?.[1] : undefined;
  if (separator === undefined || !ABOVE_LIST.test(text.slice(Math.max(0, header.start - 100), header.start)))
    return undefined;
  const table = readTable(text, header, next.start, separator);
  return table.rows.length > 0 ? table : undefined;
}

function isRule(line: string): boolean {
  return /[-=]/.test(line) && RULE.test(line);
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
