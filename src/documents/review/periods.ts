import type { NamedDate } from '../dates.ts';

// A part of a year by which a review is due: its last day counts.

// end of 2026 · year-end 2026 · until 2026 · by the year 2026 · before 2027
const YEAR =
  /\b(?:end[\s-]of|end|close of|late|eoy|year[\s-]end|until|till|through|by|before|mid|middle of|early|beginning of|start of)[\s-](?:the[\s-])?(?:end[\s-]of[\s-])?(?:the[\s-])?(?:year[\s-])?(\d{4})(?![\d/.-]?\d|-[wqh]\d)/gi;
// H2 2026 · second half of 2026 · 2026-H2
const HALF = /\b(?:(h1|first half|h2|second half)[\s-](?:of[\s-])?(\d{4})(?!\d)|(\d{4})[\s-](h[12])\b)/gi;
// third quarter of 2026
const QUARTER = /\b(first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter (?:of )?(\d{4})(?!\d)/gi;
// spring 2026 · autumn of 2026
const SEASON = /\b(spring|summer|autumn|fall|winter) (?:of )?(\d{4})(?!\d)/gi;
// 10/2026
const MONTH_NUMBER = /(?<![\d/.-])(0?[1-9]|1[0-2])\/(\d{4})(?![\d/.-]?\d)/g;
// 2026-W40 · week 40 of 2026 · CW 40/2026
const WEEK =
  /\b(?:(\d{4})-?w(\d{1,2})|(?:calendar week|week|cw|kw)[\s.]{0,2}(\d{1,2})(?:,? of |[\s,/]{1,2})(\d{4}))(?!\d)/gi;

function lastDay(year: string | number, month: number): string {
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

/** The Sunday of a week of ISO 8601: 4 January is always in the first one. */
function sunday(year: string, week: string): string {
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = Date.UTC(Number(year), 0, 4 - ((fourth.getUTCDay() + 6) % 7));
  return new Date(monday + (Number(week) * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
}

function ofYear(written: string, year: string): string {
  const word = written.toLowerCase();
  if (/^before/.test(word) && !/end/.test(word)) return lastDay(Number(year) - 1, 12);
  if (/^(?:early|beginning|start)/.test(word)) return lastDay(year, 6);
  return lastDay(year, word.startsWith('mid') ? 9 : 12);
}

const QUARTERS = [/^(?:first|1)/, /^(?:second|2)/, /^(?:third|3)/, /^(?:fourth|last|4)/];

/** The last month of a season, by the northern year; in the other half of the world it ends no later. */
const SEASON_END: Readonly<Record<string, number>> = {
  spring: 6,
  summer: 9,
  autumn: 12,
  fall: 12,
  winter: 15,
};

type Reading = readonly [pattern: RegExp, date: (groups: readonly (string | undefined)[]) => string];

const READINGS: readonly Reading[] = [
  [YEAR, ([written, year]) => ofYear(written!, year!)],
  [
    HALF,
    ([, half, year, before, short]) =>
      lastDay(year ?? before!, /^(?:h1|first)/i.test(half ?? short!) ? 6 : 12),
  ],
  [
    QUARTER,
    ([, quarter, year]) =>
      lastDay(year!, 3 * (QUARTERS.findIndex((one) => one.test(quarter!.toLowerCase())) + 1)),
  ],
  [SEASON, ([, season, year]) => lastDay(year!, SEASON_END[season!.toLowerCase()]!)],
  [MONTH_NUMBER, ([, month, year]) => lastDay(year!, Number(month))],
  [WEEK, ([, year, week, other, before]) => sunday(year ?? before!, week ?? other!)],
];

/** The last days of the periods that a text names. */
export function periodsIn(text: string): readonly NamedDate[] {
  return READINGS.flatMap(([pattern, date]) =>
    [...text.matchAll(pattern)].map((match) => ({
      date: date(match),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
