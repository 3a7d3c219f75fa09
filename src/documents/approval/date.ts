import { isDate } from '../../date.ts';
import { datesIn, MONTH, monthNumber, type NamedDate } from '../dates.ts';

/** A day that an approval names, in each way that its notation can be read: `03/04/2026` is of March or of April. */
export interface ApprovalDate {
  /** `2026-05-31`; `2026-05` where no day is named. */
  readonly days: readonly string[];
  readonly start: number;
  readonly end: number;
}

const NAME = `(${MONTH})\\.?`;

// 31.05.2026 · 31/05/2026 · 31-05-2026
const DAY_FIRST = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/g;
// 20260531
const COMPACT = /(?<![\d\p{L}])(\d{4})(\d{2})(\d{2})(?=T\d|(?![\d\p{L}]))/gu;
// 31-May-2026 · 31.May.2026
const DAY_AND_NAME = new RegExp(`(?<!\\d)(\\d{1,2})[-/. ]\\s?${NAME}[-/. ](\\d{4})(?!\\d)`, 'gi');
// 2026 May 31 · 2026-May-31
const NAME_INSIDE = new RegExp(`(?<!\\d)(\\d{4})[-/. ]${NAME}[-/. ](\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'gi');
// June 2026
const NAME_ALONE = new RegExp(`\\b${NAME}\\s(\\d{4})(?!\\d)`, 'gi');

function iso(year: string, month: string | number, day: string): string {
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

type Reading = readonly [pattern: RegExp, days: (groups: readonly string[]) => readonly string[]];

const READINGS: readonly Reading[] = [
  [DAY_FIRST, ([, one, , other, year]) => [iso(year!, other!, one!), iso(year!, one!, other!)]],
  [COMPACT, ([, year, month, day]) => [iso(year!, month!, day!)]],
  [DAY_AND_NAME, ([, day, month, year]) => [iso(year!, monthNumber(month!), day!)]],
  [NAME_INSIDE, ([, year, month, day]) => [iso(year!, monthNumber(month!), day!)]],
  [NAME_ALONE, ([, month, year]) => [iso(year!, monthNumber(month!), '').slice(0, 7)]],
];

/** `June 2026` and `2026-06` name no day; `datesIn` takes the last one. */
function withoutDay(text: string, { date, start, end }: NamedDate): string {
  const written = text.slice(start, end).trim();
  return /^(?:\p{L}+\.? \d{4}|\d{4}-\d{2})$/u.test(written) ? date.slice(0, 7) : date;
}

/** Every date that a text about an approval names, in any notation, in the order of the text. */
export function approvalDates(text: string): readonly ApprovalDate[] {
  const known = datesIn(text).map((one) => ({ ...one, days: [withoutDay(text, one)] }));
  const more = READINGS.flatMap(([pattern, days]) =>
    [...text.matchAll(pattern)].map((match) => ({
      days: [...new Set(days(match).filter((day) => isDate(day.length === 7 ? `${day}-01` : day)))],
      start: match.index,
      end: match.index + match[0].length,
    })),
  ).filter(
    ({ days, start, end }) => days.length > 0 && !known.some((one) => one.start < end && start < one.end),
  );
  return [...known, ...more]
    .map(({ days, start, end }) => ({ days, start, end }))
    .toSorted((a, b) => a.start - b.start);
}
