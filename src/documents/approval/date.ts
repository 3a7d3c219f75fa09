import { isDate } from '../../date.ts';
import { datesIn, MONTH, monthNumber, type NamedDate, writtenDates } from '../dates.ts';
import { writtenDays } from '../day-notations.ts';

/** A day that an approval names, in each way that its notation can be read: `03/04/2026` is of March or of April. */
export interface ApprovalDate {
  /** `2026-05-31`; `2026-05` where no day is named. */
  readonly days: readonly string[];
  readonly start: number;
  readonly end: number;
}

// June 2026
const NAME_ALONE = new RegExp(`\\b(${MONTH})\\.?\\s(\\d{4})(?!\\d)`, 'gi');

function monthsIn(text: string): readonly ApprovalDate[] {
  return [...text.matchAll(NAME_ALONE)].map(({ 0: written, 1: month, 2: year, index }) => ({
    days: [`${year}-${String(monthNumber(month!)).padStart(2, '0')}`],
    start: index,
    end: index + written.length,
  }));
}

/** `June 2026` and `2026-06` name no day; `datesIn` takes the last one. */
function withoutDay(text: string, { date, start, end }: NamedDate): string {
  const written = text.slice(start, end).trim();
  return /^(?:\p{L}+\.? \d{4}|\d{4}-\d{2})$/u.test(written) ? date.slice(0, 7) : date;
}

/** Every date that a text about an approval names, in any notation, in the order of the text. */
export function approvalDates(text: string): readonly ApprovalDate[] {
  const known = datesIn(text).map((one) => ({ ...one, days: [withoutDay(text, one)] }));
  const more = [...writtenDays(text), ...monthsIn(text)].filter(
    ({ days, start, end }) => days.length > 0 && !known.some((one) => one.start < end && start < one.end),
  );
  return [...known, ...more]
    .map(({ days, start, end }) => ({ days, start, end }))
    .toSorted((a, b) => a.start - b.start);
}

/** Part of an id or a path: `CR-2026-42-17`. */
function isPartOf(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /[\w/-]/.test(text[start - 1] ?? '') || /^(?:[/-]|\.[a-z])/.test(text.slice(end, end + 2));
}

/** Whether a text names a day that no calendar has, such as `2026-02-30`. `ticket 2026-42` names none. */
export function namesImpossibleDay(text: string): boolean {
  const dates = writtenDates(text).filter((one) => !/^\d{4}-\d{2}$|\./.test(one.text) && !isDate(one.date));
  const days = writtenDays(text).filter((one) => one.days.length === 0 && !one.isCompact);
  return [...dates, ...days].some((one) => !isPartOf(text, one));
}
