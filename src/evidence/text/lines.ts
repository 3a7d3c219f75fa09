import type { Span } from '../../place.ts';
import { CodeWindow } from './code-window.ts';
import { afterDecoration } from './decoration.ts';
import { ESCAPED, marksOf } from './marks.ts';
import { hasEscapes, undoAll } from './unescape.ts';

/**
 * A line as its writer meant it: without the decoration that a document puts around a pasted line (quote marks,
 * bullets, table pipes, indentation, line numbers, colours), with the escapes of JSON and HTML undone. A physical line
 * that holds a whole log as a JSON string gives several. `start` and `end` are the physical line's part in the text.
 */
export interface Line extends Span {
  readonly text: string;
  /** `+` or `-` where the decoration held one first: a changed line of a diff, or a bullet. */
  readonly change: string;
  /** Index of the physical line, from 0. */
  readonly row: number;
  /** What the line may hold, as `marksOf` says it: of the decoration too. */
  readonly marks: number;
}

/** Nothing that tells a log or a report apart stands later than this in a line. Longer lines are read in pieces. */
export const PIECE = 4096;

const whole = new CodeWindow();
const undone = new CodeWindow();

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  whole.open(text);
  eachPiece(text, (start, end, row, isFirst) => {
    addLines(lines, text, start, end, row, whole.codes, whole.offsetOf(start, end), isFirst);
  });
  return lines;
}

/** Physical lines end with a line feed, a carriage return, or both. Their pieces but the first are not decorated. */
export function eachPiece(
  text: string,
  visit: (start: number, end: number, row: number, isFirst: boolean) => void,
): void {
  let carriage = text.indexOf('\r');
  let newline = text.indexOf('\n');
  let start = 0;
  for (let row = 0; ; row++) {
    // Each is looked for again only behind its last: a text has none of the other often enough.
    if (newline !== -1 && newline < start) newline = text.indexOf('\n', start);
    if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start);
    const isCarriage = carriage !== -1 && (newline === -1 || carriage < newline);
    const end = isCarriage ? carriage : newline === -1 ? text.length : newline;
    for (let from = start; from < end; from += PIECE) {
      visit(from, Math.min(end, from + PIECE), row, from === start);
    }
    if (end === text.length) return;
    start = isCarriage && newline === end + 1 ? end + 2 : end + 1;
  }
}

/** The lines that a piece of a physical line holds: one, nearly always. `codes` have the piece from `at` on. */
export function addLines(
  lines: Line[],
  text: string,
  start: number,
  end: number,
  row: number,
  codes: Uint16Array,
  at: number,
  isFirst: boolean,
): void {
  const to = at + end - start;
  const body = isFirst ? afterDecoration(codes, at, to) : at;
  const change = isFirst ? changeMark(codes, at, body + 1) : '';
  if (body === to && change === '') return;
  const from = start + body - at;
  const raw = text.slice(from, end);
  const marks = marksOf(codes, at, to);
  if ((marks & ESCAPED) === 0 || !hasEscapes(raw)) {
    lines.push({ text: raw, change, start: from, end, row, marks });
    return;
  }
  for (const part of undoAll(text.slice(start, end)).split(/\r?\n/)) {
    undone.open(part);
    const first = undone.offsetOf(0, part.length);
    const last = first + part.length;
    const inner = afterDecoration(undone.codes, first, last);
    if (inner === last) continue;
    const change = changeMark(undone.codes, first, inner + 1);
    const marks = marksOf(undone.codes, first, last);
    lines.push({ text: part.slice(inner - first), change, start: from, end, row, marks });
  }
}

/** The last sign of the decoration: `> - + value` is a changed line in a bullet. */
function changeMark(codes: Uint16Array, start: number, end: number): string {
  for (let at = end - 1; at >= start; at--) {
    if (codes[at] === 0x2b) return '+';
    if (codes[at] === 0x2d) return '-';
  }
  return '';
}
