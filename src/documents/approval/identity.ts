import { wordSet } from '../../word-set.ts';
import { phraseStarts, type Word, wordsOf } from '../phrases.ts';
import { skeleton } from '../skeleton.ts';
import { type ApprovalDate, approvalDates } from './date.ts';

/** After one of these a date tells until when an approval holds, or when it was written down: not when it was given. */
const ASIDE = wordSet(
  `until till before by expires expiry expiring valid through recorded noted logged filed written transcribed updated
  committed archived typed posted copied edited reviewed review deadline due since replaces supersedes superseding
  replacing replaced after following`,
);
/** What may stand between such a word and its date. */
const FILLING = wordSet('on at of the in by it is was one approval from dated');

/** `#14` · `ticket 14` · `message id 8f3a` */
const NUMBERED =
  /(?:#|\b(?:no|nr|number|ticket|issue|message|msg|mail|comment|pr|mr|request|minutes|item|reference|ref|id|call|session|thread|note)\b[.:#]{0,2}\s{0,2}#?)(?=[a-z-]{0,30}\d)([\w@-]{1,80})/gi;
/** `CTO-ROUTE-7` */
const ID =
  /(?<![\p{L}\p{N}-])(?=[\p{L}_-]{1,60}\d)\p{Lu}[\p{Lu}\p{N}]{0,30}(?:[-_][\p{Lu}\p{N}]{1,30}){1,6}/gu;
const ADDRESS = /\bhttps?:\/\/[^\s<>"']{1,500}/gi;
/** An object of git, or another digest. */
const HEX = /\b(?=[a-f]{0,64}\d)(?=\d{0,64}[a-f])[0-9a-f]{7,64}\b/gi;
/** `the second note`; the first needs no number. */
const ORDINAL =
  /\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[2-9]nd|[2-9]rd|\d{1,2}th)\b/gi;
const TIME = /(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)/g;

/** Longer, and it is no reference. */
const LONGEST = 2_000;

/** What tells approvals apart. */
export interface Naming {
  /** Who may approve, as the policy lists them. */
  readonly approvers: readonly string[];
  /** What is approved, such as providers and models: `gpt-5.4` is no reference of an approval. */
  readonly objects: readonly string[];
  /** What the ids of work items begin with: neither are these. */
  readonly workPrefix: string | undefined;
}

interface Approval {
  readonly dates: readonly ApprovalDate[];
  readonly references: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly approvers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function isAside(words: readonly Word[], { start }: ApprovalDate): boolean {
  const before = words.filter(({ end }) => end <= start && end > start - 60).map((word) => word.text);
  let at = before.length - 1;
  while (at >= 0 && !ASIDE.has(before[at]!) && FILLING.has(before[at]!)) at--;
  return ASIDE.has(before[at] ?? '');
}

/** The dates on which it was given; where every date is one of something else, these. */
function datesGiven(dates: readonly ApprovalDate[], words: readonly Word[]): readonly ApprovalDate[] {
  const given = dates.filter((date) => !isAside(words, date));
  return given.length > 0 ? given : dates;
}

/** The first day on which an approval can have been given, by its own words: `2026-05-31`, or `2026-05`. */
export function firstDayGiven(written: string): string | undefined {
  const text = written.slice(0, LONGEST).normalize('NFKC');
  const words = wordsOf(text);
  const days = approvalDates(text)
    .filter((date) => !isAside(words, date))
    .flatMap((date) => date.days);
  return days.toSorted()[0];
}

function withoutDates(text: string, dates: readonly ApprovalDate[]): string {
  let plain = text;
  for (const { start, end } of dates)
    plain = plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end);
  return plain;
}

function readApproval(written: string, { approvers, objects, workPrefix }: Naming): Approval {
  const text = written.slice(0, LONGEST).normalize('NFKC');
  const words = wordsOf(text);
  const dates = approvalDates(text);
  const plain = withoutDates(text, dates);
  const isObject = (reference: string): boolean =>
    (workPrefix !== undefined && reference.startsWith(workPrefix)) ||
    objects.some((object) => object.toLowerCase().includes(reference.toLowerCase()));
  const references = [NUMBERED, ID, ADDRESS, HEX, ORDINAL].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => (match[1] ?? match[0]).replace(/[-_.,;:)\]]{1,20}$/, '')),
  );
  return {
    dates: datesGiven(dates, words),
    references: new Set(references.filter((one) => one !== '' && !isObject(one)).map((one) => skeleton(one))),
    times: new Set([...plain.matchAll(TIME)].map(([, hour, minute]) => `${Number(hour)}:${minute}`)),
    approvers: new Set(approvers.filter((one) => phraseStarts(words, one).length > 0)),
    words: new Set(wordsOf(skeleton(text)).map((word) => word.text)),
  };
}

function isWithin(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].every((part) => other.has(part));
}

/** Whether a day is one that another text names, as far as both say: `2026-05` is of `2026-05-31`. */
function isNamed({ days }: ApprovalDate, others: readonly ApprovalDate[]): boolean {
  return days.some((day) =>
    others.some((other) => other.days.some((one) => one.startsWith(day) || day.startsWith(one))),
  );
}

function isReworded(now: Approval, was: Approval): boolean {
  if (!isWithin(now.references, was.references) || !isWithin(now.approvers, was.approvers)) return false;
  if (now.times.size > 0 && was.times.size > 0 && !isWithin(now.times, was.times)) return false;
  if (now.dates.length > 0) return now.dates.every((date) => isNamed(date, was.dates));
  // Neither is dated, or numbered: only the words are left.
  const isVague = was.dates.length === 0 && was.references.size === 0;
  return !isVague || isWithin(now.words, was.words) || isWithin(was.words, now.words);
}

function lastDay({ dates }: Approval): string {
  return dates
    .map(({ days }) => days.toSorted().at(-1)!)
    .reduce((last, day) => (day > last ? day : last), '');
}

/**
 * Whether an approval is none of those that were there before: of another day, by another, or with another reference, in
 * whatever words, notation and order. One that is dated before the one that it replaces is of an earlier move.
 */
export function isNewApproval(
  given: string,
  replaced: string,
  earlier: readonly string[],
  naming: Naming,
): boolean {
  if (given.trim() === '') return false;
  const now = readApproval(given, naming);
  const before = readApproval(replaced, naming);
  if ([replaced, ...earlier].some((old) => old.trim() !== '' && isReworded(now, readApproval(old, naming))))
    return false;
  return now.dates.length === 0 || lastDay(now) >= lastDay(before);
}
