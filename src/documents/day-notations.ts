import { isDate } from '../date.ts';
import { MONTH, monthNumber } from './dates.ts';

/** A day in a notation that differs from place to place: `03/04/2026` is of March or of April. */
export interface WrittenDay {
  /** Every way to read it that a calendar has, as `2026-05-31`: none for `31.02.2026`. */
  readonly days: readonly string[];
  /** Has digits in a row, so that what no calendar has may be a number of something. */
  readonly isCompact: boolean;
  readonly start: number;
  readonly end: number;
}

const NAME = `(${MONTH})\\.?`;

// 31.05.2026 · 31/05/2026 · 31-05-2026
const DAY_FIRST = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/g;
// 20260531
// Any sign beyond ASCII is taken for a letter: V8 takes half a millisecond to look up what letters there are.
const COMPACT = /(?<![\da-z\u00aa-\uffff])(\d{4})(\d{2})(\d{2})(?=T\d|(?![\da-z\u00aa-\uffff]))/gi;
// 31-May-2026 · 31.May.2026
const DAY_AND_NAME = new RegExp(`(?<!\\d)(\\d{1,2})[-/. ]\\s?${NAME}[-/. ](\\d{4})(?!\\d)`, 'gi');
// 2026 May 31 · 2026-May-31
const NAME_INSIDE = new RegExp(`(?<!\\d)(\\d{4})[-/. ]${NAME}[-/. ](\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'gi');

function iso(year: string, month: string | number, day: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

type Reading = readonly [pattern: RegExp, days: (groups: readonly string[]) => readonly string[]];

const READINGS: readonly Reading[] = [
  [DAY_FIRST, ([, one, , other, year]) => [iso(year!, other!, one!), iso(year!, one!, other!)]],
  [COMPACT, ([, year, month, day]) => [iso(year!, month!, day!)]],
  [DAY_AND_NAME, ([, day, month, year]) => [iso(year!, monthNumber(month!), day!)]],
  [NAME_INSIDE, ([, year, month, day]) => [iso(year!, monthNumber(month!), day!)]],
];

/** Whatever a text writes as a day in these notations, whether a calendar has it or not. */
export function writtenDays(text: string): readonly WrittenDay[] {
  return READINGS.flatMap(([pattern, days]) =>
    [...text.matchAll(pattern)].map((match) => ({
      days: [...new Set(days(match).filter(isDate))],
      isCompact: pattern === COMPACT,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
