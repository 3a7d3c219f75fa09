import { isDate } from '../date.ts';
import { type NamedDate, onCalendar, type WrittenDate, writtenDates } from './dates.ts';

/** What forces a review: dates, and whether any condition is named. */
export interface ReviewTrigger {
  readonly dates: readonly NamedDate[];
  readonly hasCondition: boolean;
  /** Names a day that no calendar has, such as `2026-02-30`. */
  readonly isImpossible: boolean;
}

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

/** `2026-02-30`, `30 February 2026`; `2026.13.45` may be a version. */
function isImpossible({ date, text }: WrittenDate): boolean {
  return !isDate(date) && !text.includes('.');
}

/** Reads what a `review_trigger` names; the day of the decision is none of its dates. */
export function readReviewTrigger(text: string): ReviewTrigger {
  const written = writtenDates(text);
  const named = onCalendar(written);
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
    isImpossible: written.some(isImpossible),
  };
}

/** The first date that lies before today; on the day itself the review is still in time. */
export function passedDate(trigger: ReviewTrigger, today: string): NamedDate | undefined {
  return trigger.dates.find(({ date }) => date < today);
}
