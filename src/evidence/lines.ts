import type { Span } from '../place.ts';
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

/** What stands before a pasted line: `  > | - **`, `12: `, `<li>`, `// `, colours. Bounded, so linear. */
const DECORATION =
  /(?:[ \t>|`"'*•#;]|[-+] |\/\/|<\/?[a-z]{1,10}>|\d{1,5}[.):|] {1,2}|\u001b\[[0-9;]{0,10}[A-Za-z]|\[[0-9;]{1,5}m){1,32}/y;

/** What a decoration begins with, of ASCII: most lines of prose begin with a letter. */
const DECORATING = Uint8Array.from({ length: 128 }, (_, code) =>
  /[ \t>|`"'*#;\-+/<\d\u001b[]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Nothing that tells a log or a report apart stands later than this in a line. Longer lines are read in pieces. */
const PIECE = 4096;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let carriage = text.indexOf('\r');
  let start = 0;
  for (let row = 0; ; row++) {
    const newline = text.indexOf('\n', start);
    if (carriage !== -1 && carriage < start) carriage = text.indexOf('\r', start);
    const isCarriage = carriage !== -1 && (newline === -1 || carriage < newline);
    const end = isCarriage ? carriage : newline === -1 ? text.length : newline;
    addLine(lines, text, start, end, row);
    if (end === text.length) return lines;
    start = isCarriage && newline === end + 1 ? end + 2 : end + 1;
  }
}

function addLine(lines: Line[], text: string, start: number, end: number, row: number): void {
  for (let from = start; from < end; from += PIECE) {
    const to = Math.min(end, from + PIECE);
    const body = from === start ? afterDecoration(text, start, to) : from;
    const change = from === start ? changeMark(text, start, body + 1) : '';
    if (body === to && change === '') continue;
    const raw = text.slice(body, to);
    const marks = marksOf(text, from, to);
    if ((marks & ESCAPED) === 0 || !hasEscapes(raw)) {
      lines.push({ text: raw, change, start: body, end: to, row, marks });
      continue;
    }
    for (const part of undoAll(text.slice(from, to)).split(/\r?\n/)) {
      const inner = part.slice(afterDecoration(part, 0, part.length));
      const change = changeMark(part, 0, part.length - inner.length + 1);
      if (inner === '') continue;
      lines.push({ text: inner, change, start: body, end: to, row, marks: marksOf(part, 0, part.length) });
    }
  }
}

function afterDecoration(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first < 128 && DECORATING[first] === 0) return start;
  DECORATION.lastIndex = start;
  return DECORATION.test(text) ? Math.min(DECORATION.lastIndex, end) : start;
}

/** The last sign of the decoration: `> - + value` is a changed line in a bullet. */
function changeMark(text: string, start: number, end: number): string {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x2b) return '+';
    if (code === 0x2d) return '-';
  }
  return '';
}
