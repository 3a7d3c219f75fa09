import type { Line } from '../text/lines.ts';
import { digitsOf } from '../text/marks.ts';
import type { Normalised, Stream } from '../text/normalise.ts';
import { hashSymbols } from './digest.ts';

/** Gets the line of a row, how many symbols and digits it has, and its two hashes. */
export type VisitRow = (line: number, size: number, digits: number, a: number, b: number) => void;

const hashes = new Int32Array(2);

/** Each line that has enough symbols left. */
export function eachRow(stream: Stream, shortest: number, visit: VisitRow): void {
  for (let line = 0; line + 1 < stream.starts.length; line++) visitRow(stream, line, shortest, visit);
}

/** The same of `n3`, which has the lines that hold a digit. */
export function eachShape(
  lines: readonly Line[],
  { n1, n3 }: Normalised,
  shortest: number,
  visit: VisitRow,
): void {
  for (let line = 0; line < lines.length; line++)
    visitRow(digitsOf(lines[line]!.marks) === 0 ? n1 : n3, line, shortest, visit);
}

function visitRow({ symbols, starts }: Stream, line: number, shortest: number, visit: VisitRow): void {
  const from = starts[line]!;
  const to = starts[line + 1]!;
  if (to - from < shortest) return;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const symbol = symbols[at]!;
    if (symbol >= 0x30 && symbol <= 0x39) digits++;
  }
  hashSymbols(symbols, from, to, hashes);
  visit(line, to - from, digits, hashes[0]!, hashes[1]!);
}

/** Digits that nobody knows beforehand, in three rows together: 20 are 66 bits. */
const FREE_DIGITS = 20;

/** Of a date and a time all but the seconds and what follows can be known from a run's name. */
const KNOWN_DIGITS = 12;

interface Row {
  readonly line: number;
  readonly a: number;
  readonly b: number;
  /** Digits that nobody knows. */
  readonly free: number;
}

/** Three rows in a row, as one: what an index without a key may hold of rows, since it can't be guessed. */
export function eachTriple(
  lines: readonly Line[],
  stream: Stream,
  shortest: number,
  visit: (line: number, a: number, b: number) => void,
): void {
  let x: Row | undefined;
  let y: Row | undefined;
  eachRow(stream, shortest, (line, _, __, a, b) => {
    const z = { line, a, b, free: freeDigits(lines[line]!.text) };
    if (x !== undefined && y !== undefined && x.free + y.free + z.free >= FREE_DIGITS) {
      const first = Math.imul(Math.imul(x.a, 31) + y.a, 31) + z.a;
      const second = Math.imul(Math.imul(x.b, 37) + y.b, 37) + z.b;
      visit(x.line, first, second);
    }
    x = y;
    y = z;
  });
}

function freeDigits(text: string): number {
  const digits = text.length < 4096 ? (text.match(/\d/g)?.length ?? 0) : 0;
  const times = text.match(/\d{4}-\d\d-\d\d/g)?.length ?? 0;
  return Math.max(0, digits - times * KNOWN_DIGITS);
}
