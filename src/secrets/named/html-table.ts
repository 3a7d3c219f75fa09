import type { Span } from '../../place.ts';
import { MOST_ROWS } from './table.ts';

const PHRASE = '(?:b|strong|code|em|i|p|span|tt|kbd|samp|label|font|div)';
const OPENED = String.raw`(?:<${PHRASE}(?:\s[^<>]{0,120})?>\s{0,40}){0,3}`;
const CLOSED = String.raw`(?:\s{0,20}<\/${PHRASE}>){0,3}`;

/** What closes the cell that the name ends. A colon may stand within it. */
const CLOSES_CELL = new RegExp(
  String.raw`(?:[ \t]?:)?${CLOSED}(?:[ \t]?:)?\s{0,60}(?:<\/(?:t[dh]|dt)>\s{0,60}|(?=<(?:td|dd)))`,
  'iy',
);
const BESIDE = new RegExp(
  String.raw`<(?:td|dd)(?:\s[^<>]{0,120})?>\s{0,60}${OPENED}(?<value>[^\s<>]{1,400})${CLOSED}\s{0,60}<`,
  'idy',
);
const ONE_WORD = new RegExp(String.raw`^\s{0,60}${OPENED}(?<value>[^\s<>]{1,400})${CLOSED}\s{0,60}$`, 'id');

const CELL = /<t[dh](?:\s[^<>]{0,120})?>/gi;
const LONGEST_ROW = 4000;
const LONGEST_HEAD = 1500;
const MOST_COLUMNS = 20;
const LONGEST_TABLE = 60_000;

/** A header row that was read, with the rows below it; the first of them is what remains of its own. */
interface Read {
  readonly rowAt: number;
  readonly start: number;
  readonly end: number;
  readonly rows: readonly string[];
}

/**
 * Finds words beside a name in its row, `<td>Password</td><td>…`, beside it in a list, `<dt>…<dd>…`, and below it where it
 * heads a column. Names have to come in the order of the text; each table is read once.
 */
export function htmlReader(text: string): (name: Span) => readonly Span[] {
  let read: Read | undefined;
  return (name) => {
    if (!mayCloseCell(text, name.end)) return [];
    CLOSES_CELL.lastIndex = name.end;
    if (!CLOSES_CELL.test(text)) return [];
    const beside = wordBeside(text, CLOSES_CELL.lastIndex);
    const head = headOf(text, name.start);
    if (head !== undefined && head.rowAt !== read?.rowAt && name.start >= (read?.end ?? 0))
      read = readBelow(text, head.rowAt, name.end);
    const below = head !== undefined && head.rowAt === read?.rowAt ? wordsBelow(read, head.column) : [];
    return beside === undefined ? below : [beside, ...below];
  };
}

/** Asked first: nearly every name is followed by something else. */
function mayCloseCell(text: string, at: number): boolean {
  const first = text[at];
  if (first === '<') return true;
  return (first === ':' || first === ' ') && /^ ?:?\s{0,4}</.test(text.slice(at, at + 7));
}

function wordBeside(text: string, at: number): Span | undefined {
  BESIDE.lastIndex = at;
  return spanOf(BESIDE.exec(text), 0);
}

function spanOf(match: RegExpExecArray | null, offset: number): Span | undefined {
  const place = match?.indices?.groups?.value;
  return place && { start: offset + place[0], end: offset + place[1] };
}

/** The place of a name's row and the number of its cell, where that heads a column: in `<th>`, or in a table's first row. */
function headOf(text: string, at: number): { readonly rowAt: number; readonly column: number } | undefined {
  const from = Math.max(0, at - LONGEST_HEAD);
  const before = text.slice(from, at).toLowerCase();
  const row = Math.max(before.lastIndexOf('<tr>'), before.lastIndexOf('<tr '));
  if (row === -1) return undefined;
  const cells = before.slice(row).match(CELL);
  if (cells === null || cells.length > MOST_COLUMNS) return undefined;
  const isFirst = before.lastIndexOf('<table', row) > before.lastIndexOf('</tr', row);
  if (!cells.at(-1)!.startsWith('<th') && !isFirst) return undefined;
  return { rowAt: from + row, column: cells.length - 1 };
}

function readBelow(text: string, rowAt: number, start: number): Read {
  const whole = text.slice(start, start + LONGEST_TABLE).split(/<\/table/i, 1)[0]!;
  return { rowAt, start, end: start + whole.length, rows: whole.split(/(?=<tr[\s>])/i, MOST_ROWS) };
}

function wordsBelow({ start: first, rows }: Read, column: number): readonly Span[] {
  let at = first;
  return rows.flatMap((row, index) => {
    const start = at;
    at += row.length;
    const word = index === 0 ? undefined : wordOfCell(row, column, start);
    return word ?? [];
  });
}

function wordOfCell(row: string, column: number, offset: number): Span | undefined {
  const open = Array.from(row.matchAll(CELL))[column];
  if (open === undefined) return undefined;
  const start = open.index + open[0].length;
  const content = row.slice(start, start + LONGEST_ROW).split(/<\/?t[dhr]/i, 1)[0]!;
  return spanOf(ONE_WORD.exec(content), offset + start);
}
