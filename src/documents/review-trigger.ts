import { isDate } from '../date.ts';

/** A date in a text, as `2026-11-20`, with its place in the text. */
export interface NamedDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** What forces a review: dates, and whether any condition is named. */
export interface ReviewTrigger {
  readonly dates: readonly NamedDate[];
  readonly hasCondition: boolean;
  /** Names a day that no calendar has, such as `2026-02-30`. */
  readonly isImpossible: boolean;
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
const NAMED_MONTH = new RegExp(`(?<!\\d\\s)(?<!of\\s)\\b(${MONTH})\\.?\\s(\\d{4})(?!\\d)`, 'gi');

const CONDITION =
  /\b(?:before|after|when|whenever|if|once|upon|on|at|until|unless|every|each|any|within|by|with|expir(?:y|es|ed|ation)|annual(?:ly)?|yearly|quarterly|monthly|weekly|daily|changes?|renewals?|rotations?|releases?|end of)\b/i;
const NO_CONDITION =
  /^\W*(?:no|none|never|not|n\/a|tbd|tba|todo|unknown|later|someday|eventually|undecided)\b/i;

/** `decided on 2026-05-31`, `last reviewed 2026-05-31`: when something was, and no day to come. */
const BEFORE_PAST =
  /(?<!\b(?:be|is|are|and|or|re-?)\s{0,3})\b(?:(?:decided|approved|recorded|made|chosen|written|agreed|granted|admitted|confirmed|signed)(?:\s+off)?(?:\s+by\s+[\w-]{1,30})?(?:\s+(?:on|at|in))?|last reviewed(?:\s+on)?)\s{0,3}:?\s{0,3}$/i;

/** Where the words begin that make a date one of the past. */
function pastFrom(text: string, { start }: NamedDate): number | undefined {
  const from = Math.max(0, start - 80);
  const found = BEFORE_PAST.exec(text.slice(from, start));
  return found === null ? undefined : from + found.index;
}

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

interface Read extends NamedDate {
  readonly text: string;
}

function readDates(text: string): readonly Read[] {
  return READINGS.flatMap(([pattern, date]) =>
    [...text.matchAll(pattern)].map((match) => ({
      date: date(match),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

function onCalendar(read: readonly Read[]): readonly NamedDate[] {
  return read
    .filter(({ date }) => isDate(date))
    .map(({ date, start, end }) => ({ date, start, end }))
    .sort((a, b) => a.start - b.start);
}

/** Every date in a text, whatever happens on it. What only looks like one (`2026-13-45`) is none. */
export function datesIn(text: string): readonly NamedDate[] {
  return onCalendar(readDates(text));
}

/** `2026-02-30`, `30 February 2026`; `2026.13.45` may be a version. */
function isImpossible({ date, text }: Read): boolean {
  return !isDate(date) && !text.includes('.');
}

/** Reads what a `review_trigger` names; the day of the decision is none of its dates. */
export function readReviewTrigger(text: string): ReviewTrigger {
  const read = readDates(text);
  const named = onCalendar(read);
  const rest: string[] = [];
  const dates: NamedDate[] = [];
  let at = 0;
  for (const one of named) {
    const past = pastFrom(text, one);
    if (past === undefined) dates.push(one);
    else {
      rest.push(text.slice(at, Math.max(at, past)));
      at = one.end;
    }
  }
  rest.push(text.slice(at));
  const left = rest.join(' ');
  return {
    dates,
    hasCondition: CONDITION.test(left) && !NO_CONDITION.test(left),
    isImpossible: read.some(isImpossible),
  };
}

/** The first date that lies before today; on the day itself the review is still in time. */
export function passedDate(trigger: ReviewTrigger, today: string): NamedDate | undefined {
  return trigger.dates.find(({ date }) => date < today);
}
