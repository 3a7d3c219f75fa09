import type { Span } from '../../place.ts';

/** `INSERT INTO users (`, `COPY public.users (`: what stands before a list of columns. */
const LIST_BEFORE = /\b(?:into|copy)\s{1,8}[\w."`[\]]{1,120}\s{0,8}$/i;
const LONGEST_LIST = 600;
const LONGEST_TABLE_NAME = 140;

/** The rest of the list, and what begins the first row; a string of code may end between them, and another one begin. */
const ROWS = /[\w\s,."'`[\]\\+]{0,600}\)[\s"'`+.\\]{0,40}values?[\s"'`+.\\]{0,40}(?=\()/iy;
const NEXT_ROW = /\s{0,20},\s{0,20}(?=\()/y;
const COPIED = /[\w\s,."]{0,600}\)\s{1,8}from\s{1,8}stdin[^\r\n]{0,200};\r?\n/iy;

const MOST_ROWS = 200;
const LONGEST_ROW = 1500;

/** The values that SQL puts into a column: quoted ones of `INSERT`, and those of PostgreSQL's `COPY`, as its dumps have them. */
export function insertedValues(text: string, column: Span): readonly Span[] {
  if (!/^["`\]\s]{0,4}[,)]/.test(text.slice(column.end, column.end + 5))) return [];
  const before = text.slice(Math.max(0, column.start - LONGEST_LIST), column.start);
  const open = before.lastIndexOf('(');
  if (open === -1 || !LIST_BEFORE.test(before.slice(Math.max(0, open - LONGEST_TABLE_NAME), open))) return [];
  const index = before.slice(open).split(',').length - 1;
  ROWS.lastIndex = column.end;
  if (ROWS.test(text)) return insertedAt(text, ROWS.lastIndex, index);
  COPIED.lastIndex = column.end;
  return COPIED.test(text) ? copiedAt(text, COPIED.lastIndex, index) : [];
}

function insertedAt(text: string, firstRow: number, index: number): readonly Span[] {
  const values: Span[] = [];
  let at = firstRow;
  for (let row = 0; row < MOST_ROWS; row++) {
    const { cells, end } = rowAt(text, at);
    const literal = cells[index] && literalIn(text, cells[index]);
    if (literal) values.push(literal);
    NEXT_ROW.lastIndex = end;
    if (!NEXT_ROW.test(text)) break;
    at = NEXT_ROW.lastIndex;
  }
  return values;
}

/** `('admin', md5('…'), 3)`, in the parts between its own commas. */
function rowAt(text: string, open: number): { readonly cells: readonly Span[]; readonly end: number } {
  const cells: Span[] = [];
  const limit = Math.min(text.length, open + LONGEST_ROW);
  let start = open + 1;
  let depth = 0;
  let quote = '';
  for (let at = open; at < limit; at++) {
    const sign = text[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === "'") quote = sign;
    else if (sign === '(') depth++;
    else if ((sign === ',' && depth === 1) || sign === ')') {
      if (sign === ')') depth--;
      if (depth > 1 || (sign === ')' && depth === 1)) continue;
      cells.push({ start, end: at });
      start = at + 1;
      if (depth === 0) return { cells, end: start };
    }
  }
  return { cells, end: limit };
}

const LITERAL = /^(\s{0,20}[EN]?(\\?["']))([^\s"'\\]{1,400})\2\s{0,20}$/;

function literalIn(text: string, { start, end }: Span): Span | undefined {
  const match = LITERAL.exec(text.slice(start, end));
  if (!match) return undefined;
  const from = start + match[1]!.length;
  return { start: from, end: from + match[3]!.length };
}

/** Lines of values with tabs between them, up to `\.`. https://www.postgresql.org/docs/current/sql-copy.html */
function copiedAt(text: string, firstRow: number, index: number): readonly Span[] {
  const values: Span[] = [];
  let start = firstRow;
  for (let row = 0; row < MOST_ROWS; row++) {
    const line = text.slice(start, start + LONGEST_ROW).split(/\r?\n/, 1)[0]!;
    if (!line.includes('\t') || line.endsWith(';')) break;
    const cells = line.split('\t');
    const value = cells[index] ?? '';
    const from = start + cells.slice(0, index).join('\t').length + (index === 0 ? 0 : 1);
    if (/^[^\s\\]{1,400}$/.test(value)) values.push({ start: from, end: from + value.length });
    start += line.length + (text[start + line.length] === '\r' ? 2 : 1);
  }
  return values;
}
