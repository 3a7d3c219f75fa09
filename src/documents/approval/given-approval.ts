import { wordSet } from '../../word-set.ts';
import { datesIn } from '../dates.ts';
import { type Word, wordsOf } from '../phrases.ts';
import { holdsPlaceholder } from '../placeholder-mark.ts';
import { isElsewhere } from './elsewhere.ts';
import {
  ARTICLES,
  type Fault,
  faultAt,
  isNoApproval,
  isOfAnother,
  isStillBefore,
  PREPOSITIONS,
  type Reading,
} from './faults.ts';
import { isRefusal } from './refusal.ts';
import { isSilence } from './silence.ts';
import { ABOUT_APPROVAL, APPROVED, ASIDE, ASIDE_AFTER, LACKING } from './words.ts';

/** Here another clause begins, whatever the punctuation. */
const BREAKS = wordSet('but however though although then now and later which');
/** Words beside which a clause says nothing but the one word: `(still requested)`. */
const FILLING = wordSet('still now currently is was has been being only just date it be are today so far');
/** Longer, and it is no reference. */
const LONGEST = 2_000;

type Clause = readonly number[];

/** `docs/requests/14.md`, an address, and what begins with a digit or `#`. */
const LOCATION = /:\/\/|\/[^\s/]{1,200}\/|\.[a-z]{2,5}\W{0,5}$|^\W{0,5}\d/;
/** `CTO-REQUEST-14`. */
const ID = /^\W{0,5}[A-Z][A-Z-]{0,80}\d/;

/** Words of a date, an id or a path. */
function referringWords(
  text: string,
  words: readonly Word[],
  approvers: ReadonlySet<number>,
): ReadonlySet<number> {
  const tokens = [...text.matchAll(/\S+/g)]
    .filter(([token]) => (/\d/.test(token) && LOCATION.test(token)) || isId(token))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const spans = [...datesIn(text), ...tokens].filter(
    ({ start, end }) => ![...approvers].some((at) => words[at]!.start >= start && words[at]!.end <= end),
  );
  const isWithin = (word: Word): boolean =>
    spans.some(({ start, end }) => word.start >= start && word.end <= end);
  return new Set(words.flatMap((word, at) => (isWithin(word) ? [at] : [])));
}

/** `TBD-2026` has the shape of an id. */
function isId(token: string): boolean {
  return ID.test(token) && !wordsOf(token).some(({ text }) => LACKING.has(text));
}

function clausesOf({ text, words }: Reading): readonly Clause[] {
  const clauses: number[][] = [[]];
  for (const [at, word] of words.entries()) {
    const between = text.slice(words[at - 1]?.end ?? 0, word.start);
    if (at > 0 && (/[,;:()[\]—–|!]|\s-|\.\s/.test(between) || BREAKS.has(word.text))) clauses.push([]);
    clauses.at(-1)!.push(at);
  }
  return clauses;
}

interface Told {
  readonly fault: Fault | undefined;
  /** Names who approves, and tells of it as done. */
  readonly isSettled: boolean;
  /** Begins with what was done: `given on 2026-06-02`. */
  readonly isGiving: boolean;
  readonly isAboutApproval: boolean;
  /** Says nothing but the fault. */
  readonly isBare: boolean;
  readonly isDated: boolean;
}

/** `after the old one expired`, beside what was approved or behind it. */
function isAsideAt({ words }: Reading, at: number, isWithin: boolean): boolean {
  const word = words[at]!.text;
  if (word === 'since') return ARTICLES.has(words[at + 1]?.text ?? '');
  return (isWithin ? ASIDE : ASIDE_AFTER).has(word);
}

function readClause(reading: Reading, clause: Clause, isSettledBefore: boolean): Told {
  const { words, approvers, referring } = reading;
  const textOf = (at: number): string => words[at]!.text;
  let fault: Fault | undefined;
  let [isNamed, isDone, isDated] = [false, false, false];
  let [isAside, isAboutObject] = [false, false];
  for (const at of clause) {
    const word = textOf(at);
    if (approvers.has(at)) {
      isNamed = true;
      if (isStillBefore(reading, at)) fault ??= 'asked';
    }
    if (referring.has(at)) {
      isDated = true;
      continue;
    }
    if (APPROVED.has(word)) isDone = true;
    const isComplete = isNamed && (isDone || isDated);
    if ((isComplete || isSettledBefore) && isAsideAt(reading, at, isComplete)) isAside = true;
    if (isComplete && PREPOSITIONS.has(word) && !referring.has(at + 1)) isAboutObject = true;
    if (isAside || isOfAnother(reading, at)) continue;
    const own = faultAt(reading, at);
    if (own === undefined || (isAboutObject && own === 'asked')) continue;
    if (fault !== 'lacking') fault = own;
  }
  const content = clause.filter(
    (at) => !referring.has(at) && !FILLING.has(textOf(at)) && !BREAKS.has(textOf(at)),
  );
  return {
    fault,
    isSettled: isNamed && (isDone || isDated) && fault === undefined,
    isGiving: fault === undefined && APPROVED.has(textOf(content[0] ?? clause[0] ?? 0)),
    isAboutApproval: clause.some((at) => approvers.has(at) || ABOUT_APPROVAL.has(textOf(at))),
    isBare: content.length <= 1,
    isDated,
  };
}

/**
 * Whether a text speaks of an approval that is there: not one that is asked for, planned, doubted, withdrawn, expired,
 * refused or tied to a condition. `approvers` are the indexes of the words that name who approves. What is said of the
 * thing approved, or of what went before (`after the review requested by the team`), takes nothing away.
 */
export function isGiven(text: string, approvers: readonly number[]): boolean {
  if (text.length > LONGEST || holdsPlaceholder(text)) return false;
  const words = wordsOf(text);
  const named = new Set(approvers);
  const reading = { text, words, approvers: named, referring: referringWords(text, words, named) };
  if (approvers.every((at) => isNoApproval(text, words, at))) return false;
  // `approval on`, and no date behind it.
  if (/^(?:on|of|at|via|from|dated)$/.test(words.at(-1)?.text ?? '')) return false;
  // A question; but not that of an address, `?id=14`.
  if (/\?(?!\w)/.test(text)) return false;
  const clauses = clausesOf(reading).filter(({ length }) => length > 0);
  if ([isSilence, isRefusal, isElsewhere].some((isNone) => isNone(reading, clauses))) return false;
  const told: Told[] = [];
  for (const clause of clauses)
    told.push(
      readClause(
        reading,
        clause,
        told.some(({ isSettled }) => isSettled),
      ),
    );
  const isSettled = told.some((one) => one.isSettled || (one.isGiving && one.isDated));
  return told.every(({ fault, isAboutApproval, isBare, isDated }, at) => {
    if (fault !== 'asked') return fault === undefined;
    if (isAboutApproval) return told.slice(at + 1).some((later) => later.isGiving && later.isDated);
    return isSettled && (!isBare || isDated);
  });
}
