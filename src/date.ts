const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a date of the calendar, written `2026-11-20`. */
export function isDate(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** Whether a time with a zone, `2026-11-20T23:30:00+02:00`, falls on a later day of UTC than `today`. */
export function isAhead(timestamp: string, today: string): boolean {
  const time = new Date(timestamp);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) > today;
}

/** `2026-05-31` → `2026-06-01`. A day that is that of today in one zone may still be ahead in another. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
