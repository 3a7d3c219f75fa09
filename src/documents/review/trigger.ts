import { isDate } from '../../date.ts';
import { wordSet } from '../../word-set.ts';
import { type NamedDate, onCalendar, type WrittenDate, writtenDates } from '../dates.ts';
import { writtenDays } from '../day-notations.ts';
import { wordsOf } from '../phrases.ts';
import { holdsPlaceholder } from '../placeholder-mark.ts';
import { namesEvent } from './condition.ts';
import { periodsIn } from './periods.ts';

/** What forces a review: dates, and whether any condition is named. */
export interface ReviewTrigger {
  readonly dates: readonly NamedDate[];
  readonly hasCondition: boolean;
  /** Names a day that no calendar has, such as `2026-02-30`. */
  readonly isImpossible: boolean;
  /** Says that it has passed, and not when: `expired`. */
  readonly isOver: boolean;
}

/** `decided on 2026-05-31`, `last reviewed 2026-05-31`: when something was, and no day to come. */
const BEFORE_PAST =
  /(?<!\b(?:be|is|are|and|or|re-?)\s{0,3})\b(?:(?:decided|approved|recorded|made|chosen|written|agreed|granted|admitted|confirmed|signed)(?:\s+off)?(?:\s+by\s+[\w-]{1,30})?(?:\s+(?:on|at|in))?|last reviewed(?:\s+on)?)\s{0,3}:?\s{0,3}$/i;

/** Nothing but these: the review is behind us. */
const OVER = wordSet('expired overdue lapsed passed elapsed past over ended yesterday');
const LAST = /\blast (?:week|month|quarter|year)\b/i;
const BESIDE_OVER = wordSet(
  'review trigger date term period validity the this it is was has have had already long since now due on in last week month quarter year',
);

/** How far notations are looked for that nobody writes behind so much else. */
const LONGEST = 4_000;

function isOver(text: string): boolean {
  const words = wordsOf(text);
  return (
    (LAST.test(text) || words.some((word) => OVER.has(word.text))) &&
    words.every((word) => OVER.has(word.text) || BESIDE_OVER.has(word.text))
  );
}

/** Where the words begin that make a date one of the past. */
function pastFrom(text: string, { start }: NamedDate): number | undefined {
  const from = Math.max(0, start - 80);
  const found = BEFORE_PAST.exec(text.slice(from, start));
  return found === null ? undefined : from + found.index;
}

/** `2026-02-30`, `30 February 2026`; `2026.13.45` may be a version. */
function isImpossible({ date, text }: WrittenDate): boolean {
  return !isDate(date) && !text.includes('.');
}

/** Where a notation can be read in two ways, the later day counts. */
function otherDates(text: string, certain: readonly NamedDate[]): readonly NamedDate[] {
  const known = certain.filter(({ start }) => start < LONGEST);
  const days = writtenDays(text).flatMap(({ days: ways, start, end }) => {
    const date = ways.toSorted().at(-1);
    return date === undefined ? [] : [{ date, start, end }];
  });
  const found: NamedDate[] = [];
  for (const one of [...days, ...periodsIn(text)])
    if (![...known, ...found].some(({ start, end }) => start < one.end && one.start < end)) found.push(one);
  return found;
}

/** Reads what a `review_trigger` names; the day of the decision is none of its dates. */
export function readReviewTrigger(text: string): ReviewTrigger {
  const beginning = text.slice(0, LONGEST);
  const written = writtenDates(text);
  const certain = onCalendar(written);
  const named = [...certain, ...otherDates(beginning, certain)].toSorted((a, b) => a.start - b.start);
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
  return {
    dates,
    hasCondition: namesEvent(rest.join(' ')) && !holdsPlaceholder(beginning),
    isImpossible:
      written.some(isImpossible) ||
      writtenDays(beginning).some(({ days, isCompact }) => days.length === 0 && !isCompact),
    isOver: dates.length === 0 && isOver(text),
  };
}

/** Whether a trigger names no expiry, no date and no condition. */
export function namesNothing({ dates, hasCondition }: ReviewTrigger): boolean {
  return dates.length === 0 && !hasCondition;
}

/** The first date that lies before today; on the day itself the review is still in time. */
export function passedDate(trigger: ReviewTrigger, today: string): NamedDate | undefined {
  return trigger.dates.find(({ date }) => date < today);
}
