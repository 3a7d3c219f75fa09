import type { Piece } from './pieces.ts';
import type { SourceLines } from './source-lines.ts';

/**
 * Where the lines of a block's text are in the file. markdown-it takes marks and indentation (`> `, `- `) from the
 * front of each line and blanks from its end, so that both ends agree when blanks are left out.
 */
export function placeLines(content: string, lines: SourceLines, firstLine: number): Piece[] {
  return place(content, firstLine, (part, line) => {
    const source = lines.text(line);
    return lines.span(line).start + textEnd(source) - textEnd(part);
  });
}

/** Where a line ends without the blanks that markdown-it cuts off; a no-break space is none. */
function textEnd(line: string): number {
  let end = line.length;
  while (end > 0 && /[ \t]/.test(line[end - 1]!)) end -= 1;
  return end;
}

/** The same for code, whose lines keep the blanks at their end. */
export function placeCodeLines(content: string, lines: SourceLines, firstLine: number): Piece[] {
  return place(content, firstLine, (part, line) => lines.span(line).end - part.length);
}

/** A heading's text is one line, with marks before and perhaps behind it: `## text ##`. */
export function placeHeading(content: string, lines: SourceLines, line: number): Piece[] {
  // markdown-it reads U+0000 as U+FFFD.
  const source = lines.text(line).replaceAll('\0', '\ufffd');
  const found = source.indexOf(content, Math.max(0, source.indexOf('#')));
  return place(content, line, () => lines.span(line).start + Math.max(0, found));
}

function place(content: string, firstLine: number, baseOf: (part: string, line: number) => number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const [index, part] of content.split('\n').entries()) {
    const start = baseOf(part, firstLine + index);
    const before = pieces.at(-1);
    if (before !== undefined) {
      // The line break, with the marks of the next line.
      pieces.push({ from: from - 1, length: 1, source: { start: before.source.end, end: start } });
    }
    pieces.push({ from, length: part.length, source: { start, end: start + part.length } });
    from += part.length + 1;
  }
  return pieces;
}

/** What may stand before the first bar of a row: quotes, a list's mark. */
const ROW_MARKS = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*[\s>]*$/;

/** Where each cell's text is. `cells` are what markdown-it made of the row, blanks cut off and `\|` read as a bar. */
export function placeCells(cells: readonly string[], lines: SourceLines, line: number): Piece[][] {
  const { start } = lines.span(line);
  const columns = columnsOf(lines.text(line));
  const [first, second] = columns;
  const isCell = cells[0] !== '' && first?.text.trim() === cells[0] && second?.text.trim() !== cells[0];
  const skipped = columns.length > 1 && ROW_MARKS.test(first?.text ?? '') && !isCell ? 1 : 0;
  return cells.map((cell, index) => {
    const column = columns[index + skipped];
    if (column === undefined) return placeCell(cell, '', start + lines.text(line).length);
    // The first column has the marks of quotes and lists before it, so count from its end.
    const at = column.text.trimEnd().length - withBars(cell).length;
    return placeCell(cell, column.text.slice(Math.max(0, at)), start + column.start + Math.max(0, at));
  });
}

function withBars(cell: string): string {
  return cell.replaceAll('|', '\\|');
}

function placeCell(cell: string, source: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let into = 0;
  // `a\|b` is `a|b`: a piece each side of the backslash.
  for (const [index, part] of cell.split('|').entries()) {
    const bar = index === 0 ? '' : '|';
    if (bar !== '' && source[into] === '\\') into += 1;
    const length = part.length + bar.length;
    pieces.push({ from, length, source: { start: start + into, end: start + into + length } });
    from += length;
    into += length;
  }
  return pieces;
}

function columnsOf(row: string): { text: string; start: number }[] {
  const columns: { text: string; start: number }[] = [];
  let start = 0;
  for (let at = 0; at < row.length; at += 1) {
    if (row[at] !== '|' || row[at - 1] === '\\') continue;
    columns.push({ text: row.slice(start, at), start });
    start = at + 1;
  }
  columns.push({ text: row.slice(start), start });
  return columns;
}
