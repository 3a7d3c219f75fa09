import type { Span } from '../place.ts';
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
}

/** What stands before a pasted line: `  > | - **`, `12: `, `<li>`, `// `, colours. Bounded, so linear. */
const DECORATION =
  /(?:[ \t>|`"'*•#;]|[-+] |\/\/|<\/?[a-z]{1,10}>|\d{1,5}[.):|] {1,2}|\u001b\[[0-9;]{0,10}[A-Za-z]|\[[0-9;]{1,5}m){1,32}/y;

/** Nothing that tells a log or a report apart stands later than this in a line. Longer lines are read in pieces. */
const PIECE = 4096;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (let row = 0; start <= text.length; row++) {
    const found = breaks.exec(text);
    const end = found ? found.index : text.length;
    addLine(lines, text, start, end, row);
    if (!found) break;
    start = breaks.lastIndex;
  }
  return lines;
}

function addLine(lines: Line[], text: string, start: number, end: number, row: number): void {
  for (let from = start; from < end; from += PIECE) {
    const to = Math.min(end, from + PIECE);
    const body = from === start ? afterDecoration(text, start, to) : from;
    const raw = text.slice(body, to);
    const change = from === start ? changeMark(text, start, body + 1) : '';
    if (raw === '' && change === '') continue;
    if (!hasEscapes(raw)) {
      lines.push({ text: raw, change, start: body, end: to, row });
      continue;
    }
    for (const part of undoAll(text.slice(from, to)).split(/\r?\n/)) {
      const inner = part.slice(afterDecoration(part, 0, part.length));
      const change = changeMark(part, 0, part.length - inner.length + 1);
      if (inner !== '') lines.push({ text: inner, change, start: body, end: to, row });
    }
  }
}

function afterDecoration(text: string, start: number, end: number): number {
  DECORATION.lastIndex = start;
  const found = DECORATION.exec(text);
  return found ? Math.min(DECORATION.lastIndex, end) : start;
}

/** The last sign of the decoration: `> - + value` is a changed line in a bullet. */
function changeMark(text: string, start: number, end: number): string {
  for (let at = end - 1; at >= start; at--) {
    const character = text.charAt(at);
    if (character === '+' || character === '-') return character;
  }
  return '';
}
