/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a span stands for a reader: lines and columns from 1, columns in UTF-16 units, `end…` exclusive. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The start of every line: after LF, after CR LF, and after a lone CR (files of old Macs have no other). */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const breaks = /\r\n|\n|\r/g;
  while (breaks.exec(text)) starts.push(breaks.lastIndex);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function positionOf(starts: readonly number[], span: Span): Position {
  const first = lineOf(starts, span.start);
  const last = lineOf(starts, span.end);
  return {
    line: first + 1,
    column: span.start - starts[first]! + 1,
    endLine: last + 1,
    endColumn: span.end - starts[last]! + 1,
  };
}
