import { isDate } from '../date.ts';

/** A date in a text, as `2026-11-20`, with its place in the text. */
export interface NamedDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The name of a month, as part of a pattern. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

// 2026-11-20 · 2026/11/20 · 2026-11-20T09:00Z
const NUMERIC = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
// 20 November 2026 · 20th of Nov. 2026
const DAY_FIRST = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(${MONTH})\\.?,?\\s(\\d{4})(?!\\d)`,
  'gi',
);
// November 20, 2026
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`, 'gi');
// 2026-11 · 2026-Q4 · Q4 2026 · November 2026: the last day of it
const MONTH_ONLY = /(?<![\d-])(\d{4})-(\d{2})(?![\d-])/g;
const QUARTER = /(?<![\d-])(\d{4})[- ]?q([1-4])\b/gi;
const QUARTER_FIRST = /\bq([1-4])[- ](\d{4})(?!\d)/gi;
const NAMED_MONTH = new RegExp(
  `(?<!\\d(?:st|nd|rd|th)?\\s(?:of\\s)?)\\b(${MONTH})\\.?\\s(\\d{4})(?!\\d)`,
  'gi',
);

function iso(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: string, month: number): string {
  return iso(year, month, new Date(Date.UTC(Number(year), month, 0)).getUTCDate());
}

export function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

type Reading = readonly [pattern: RegExp, date: (groups: readonly string[]) => string];

const READINGS: readonly Reading[] = [
  [NUMERIC, ([, year, , month, day]) => iso(year!, Number(month), Number(day))],
  [DAY_FIRST, ([, day, month, year]) => iso(year!, monthNumber(month!), Number(day))],
  [MONTH_FIRST, ([, month, day, year]) => iso(year!, monthNumber(month!), Number(day))],
  [MONTH_ONLY, ([, year, month]) => lastDay(year!, Number(month))],
  [QUARTER, ([, year, quarter]) => lastDay(year!, Number(quarter) * 3)],
  [QUARTER_FIRST, ([, quarter, year]) => lastDay(year!, Number(quarter) * 3)],
  [NAMED_MONTH, ([, month, year]) => lastDay(year!, monthNumber(month!))],
];

/** What is written as a date, whether a calendar has it or not. */
export interface WrittenDate extends NamedDate {
  readonly text: string;
}

/** Whatever a text writes as a date. */
export function writtenDates(text: string): readonly WrittenDate[] {
  return READINGS.flatMap(([pattern, date]) =>
    [...text.matchAll(pattern)].map((match) => ({
      date: date(match),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Those that a calendar has, in the order of the text. */
export function onCalendar(written: readonly WrittenDate[]): readonly NamedDate[] {
  return written
    .filter(({ date }) => isDate(date))
    .map(({ date, start, end }) => ({ date, start, end }))
    .sort((a, b) => a.start - b.start);
}

/** Every date in a text, whatever happens on it. What only looks like one (`2026-13-45`) is none. */
export function datesIn(text: string): readonly NamedDate[] {
  return onCalendar(writtenDates(text));
}
