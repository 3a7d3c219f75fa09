import type { Field } from './document.ts';
import { trimmed } from './key-line.ts';
import type { Prose, TableRow } from './markdown.ts';
import { withoutFullStop } from './prose-fields.ts';

/** Columns whose cells tell about a key rather than give its value. */
const ABOUT =
  /^(?:types?|descriptions?|meanings?|notes?|remarks?|comments?|purpose|required|examples?|explanation|default)$/i;

/** Tables in both directions: `| key | value |` a row, and a header of keys above a column of values each. */
export function* tableFields(rows: readonly TableRow[]): Generator<Field> {
  let header: TableRow | undefined;
  for (const row of rows) {
    if (row.header) {
      header = row;
      if (isPair(row)) yield* pair(row, 1);
      continue;
    }
    yield* pair(row, valueColumn(row, header));
    for (const [index, key] of (header?.cells ?? []).entries()) {
      const value = row.cells[index];
      if (value !== undefined && !(isPair(header) && index < 2)) yield* field(key, value, row);
    }
  }
}

/** A table needs a header, so that people write the first pair there: both cells then look like names. */
function isPair(row: TableRow | undefined): boolean {
  return row?.cells.length === 2 && row.cells.every(({ text }) => /^\S*_\S*$/.test(text.trim()));
}

function valueColumn(row: TableRow, header: TableRow | undefined): number {
  for (let index = 1; index < row.cells.length; index += 1) {
    const about = ABOUT.test(header?.cells[index]?.text.trim() ?? '');
    if (!about || /^\S*_\S*$/.test(row.cells[index]!.text.trim())) return index;
  }
  return -1;
}

function* pair(row: TableRow, column: number): Generator<Field> {
  const key = row.cells[0];
  const value = row.cells[column];
  if (key !== undefined && value !== undefined && column > 0) yield* field(key, value, row);
}

function* field(key: Prose, value: Prose, row: TableRow): Generator<Field> {
  const name = trimmed(key.text, 0, key.text.length);
  const end = name.end > name.start && /[:\uff1a]/.test(key.text[name.end - 1]!) ? name.end - 1 : name.end;
  if (end === name.start) return;
  const stretch = withoutFullStop(value.text, trimmed(value.text, 0, value.text.length));
  yield {
    key: key.text.slice(name.start, end),
    value: value.text.slice(stretch.start, stretch.end),
    keySpan: key.at(name.start, end),
    valueSpan: value.at(stretch.start, stretch.end),
    form: 'table',
    section: row.section,
    path: [],
  };
}
