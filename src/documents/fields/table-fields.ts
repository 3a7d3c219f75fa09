import { holdsLetter } from '../../unicode.ts';
import type { Field } from '../document.ts';
import { trimmed } from '../markdown/key-line.ts';
import type { Prose, TableRow } from '../markdown/markdown.ts';
import { withoutFullStop } from './prose-fields.ts';

/** Columns whose cells tell about a key rather than give its value. */
const ABOUT =
  /^(?:types?|descriptions?|meanings?|notes?|remarks?|comments?|purpose|required|examples?|explanation|default|definition|what|(?:what it )?(?:is|means))$/i;

/** `decision_status` */
const NAME = /^\S*_\S*$/;

/**
 * Tables in both directions: `| key | value |` a row, and a header of keys above a column of values each. A column whose
 * first cell is empty has no value; an empty cell further down says that its row has none of its own.
 */
export function* tableFields(rows: readonly TableRow[]): Generator<Field> {
  let header: TableRow | undefined;
  let isFirst = false;
  for (const row of rows) {
    if (row.header) {
      header = row;
      isFirst = true;
      if (isPair(row)) yield* field(row.cells[0]!, row.cells[1]!, row);
      continue;
    }
    yield* pair(row, keyColumn(row), header);
    for (const [index, key] of (header?.cells ?? []).entries()) {
      const value = row.cells[index];
      if (value === undefined || (isPair(header) && index < 2)) continue;
      if (isFirst || value.text.trim() !== '') yield* field(key, value, row);
    }
    isFirst = false;
  }
}

/** A table needs a header, so that people write the first pair there: both cells then look like names. */
function isPair(row: TableRow | undefined): boolean {
  return row?.cells.length === 2 && row.cells.every(({ text }) => NAME.test(text.trim()));
}

/** The first, but for numbers and the like before a name: `| 1 | decision_status | approved |`. */
function keyColumn({ cells }: TableRow): number {
  if (holdsLetter(cells[0]?.text ?? '')) return 0;
  return Math.max(
    0,
    cells.findIndex(({ text }) => NAME.test(text.trim())),
  );
}

function valueColumn(row: TableRow, key: number, header: TableRow | undefined): number {
  for (let index = key + 1; index < row.cells.length; index += 1) {
    const about = ABOUT.test(header?.cells[index]?.text.trim() ?? '');
    if (!about || NAME.test(row.cells[index]!.text.trim())) return index;
  }
  return -1;
}

function* pair(row: TableRow, column: number, header: TableRow | undefined): Generator<Field> {
  const key = row.cells[column];
  const value = row.cells[valueColumn(row, column, header)];
  if (key !== undefined && value !== undefined) yield* field(key, value, row);
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
