import stringWidth from 'string-width';
import type { Finding, Frame } from './report.ts';
import { visible } from './safe-text.ts';

/** How the parts of a frame are coloured; each is handed text that is safe already. */
export interface FramePaint {
  readonly gutter: (text: string) => string;
  readonly context: (text: string) => string;
  readonly caret: (text: string) => string;
}

/** What a terminal shows as one character, and the columns that it takes. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly start: number;
}

const TAB = '    ';
const CUT = '…';
const graphemes = new Intl.Segmenter();

function cellsOf(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  for (const { segment, index } of graphemes.segment(line.slice(from, to))) {
    const start = from + index;
    // `##[` spans cells, so it is looked for in the line. `::` commands nothing behind a gutter.
    const text = segment === '\t' ? TAB : line.startsWith('##[', start) ? '\\x23' : visible(segment);
    cells.push({ text, width: stringWidth(text), start });
  }
  return cells;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);
const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('');

/** As many of the first cells as fit. */
function fitting(cells: readonly Cell[], columns: number): Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => {
    width += cell.width;
    return width > columns;
  });
  return end === -1 ? [...cells] : cells.slice(0, end);
}

/** A line of megabytes is not measured: so many units a column are enough for any script. */
const UNITS_PER_COLUMN = 8;

function contextLine(line: string, columns: number): string {
  const end = columns * UNITS_PER_COLUMN;
  const cells = cellsOf(line, 0, end);
  if (line.length <= end && widthOf(cells) <= columns) return textOf(cells);
  return textOf(fitting(cells, columns - 1)) + CUT;
}

interface Marked {
  readonly text: string;
  readonly carets: string;
}

/** The line with a row of carets under `[start, end)`, cut on both sides so that the first of them is in view. */
function markedLine(line: string, start: number, end: number, columns: number, isCut: boolean): Marked {
  const reach = columns * UNITS_PER_COLUMN;
  const first = Math.max(0, start - reach);
  const last = Math.min(line.length, start + reach);
  const cells = cellsOf(line, first, last);
  const before = cells.filter((cell) => cell.start < start);
  let rest = cells.slice(before.length);
  let lead = before;
  let cutLeft = isCut || first > 0;
  if (cutLeft || widthOf(before) + widthOf(rest) > columns || last < line.length) {
    const marked = widthOf(rest.filter((cell) => cell.start < end));
    // What is marked comes first; what is left of the line is shared by both sides, the left one getting two thirds.
    const leftShare = Math.max(8, Math.floor(((columns - Math.min(marked, columns)) * 2) / 3));
    if (cutLeft || widthOf(before) > leftShare) {
      cutLeft = true;
      lead = fitting(before.toReversed(), leftShare - 1).toReversed();
    }
    const room = columns - widthOf(lead) - (cutLeft ? 1 : 0);
    if (widthOf(rest) > room || last < line.length) {
      rest = [...fitting(rest, room - 1), { text: CUT, width: 1, start: line.length }];
    }
  }
  const indent = widthOf(lead) + (cutLeft ? 1 : 0);
  const length = Math.max(1, widthOf(rest.filter((cell) => cell.start < end)));
  return {
    text: (cutLeft ? CUT : '') + textOf(lead) + textOf(rest),
    carets: ' '.repeat(indent) + '^'.repeat(length),
  };
}

/**
 * The rows of a code frame, at most `columns` wide: line numbers in a gutter, the lines of the finding marked with `>`,
 * carets under its first line.
 */
export function frameRows(frame: Frame, finding: Finding, columns: number, paint: FramePaint): string[] {
  const { skipped = 0 } = frame;
  const lastNumber = frame.firstLine + frame.lines.length - 1;
  const digits = String(lastNumber).length;
  // `> 14 │ `
  const room = columns - digits - 5;
  const gutter = (mark: string, number: string) =>
    `${mark === '>' ? paint.caret(mark) : ' '} ${paint.gutter(`${number.padStart(digits)} │`)}`;
  return frame.lines.flatMap((line, index) => {
    const number = frame.firstLine + index;
    const text = line.replace(/[\r\n]+$/, '');
    const isMarked = number >= finding.line && number <= Math.max(finding.line, finding.endLine);
    if (number !== finding.line) {
      const row = contextLine(text, room);
      const head = gutter(isMarked ? '>' : ' ', String(number));
      return [row === '' ? head : `${head} ${isMarked ? row : paint.context(row)}`];
    }
    const start = Math.min(finding.column - 1 - skipped, text.length);
    const end = finding.endLine > finding.line ? text.length : finding.endColumn - 1 - skipped;
    const marked = markedLine(text, start, Math.max(end, start + 1), room, skipped > 0);
    return [
      marked.text === '' ? gutter('>', String(number)) : `${gutter('>', String(number))} ${marked.text}`,
      `${gutter(' ', '')} ${paint.caret(marked.carets)}`,
    ];
  });
}
