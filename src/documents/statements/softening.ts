import { wordSet } from '../../word-set.ts';
import { segmentOf } from './conditions.ts';
import { NEGATORS } from './lexicon.ts';
import type { IsOwn } from './own-words.ts';
import { type Group, occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';

// Words and phrases in a statement after which it holds mostly, for now, for some or for one only.

/** Adverbs of a rule with exceptions, or of one for a time, and the modal that advises where a rule obliges. */
const SOFT = wordSet(
  `normally usually ordinarily generally typically mostly largely mainly chiefly partly partially nominally theoretically
  optionally temporarily provisionally sometimes should`,
);

const SOFT_PHRASES: readonly (readonly string[])[] = [
  'for now',
  'for the moment',
  'for the time being',
  'for the present',
  'for a while',
  'for a time',
  'for the most part',
  'until further notice',
  'as a rule',
  'in theory',
  'in principle',
  'in general',
  'in most cases',
  'in many cases',
  'in some cases',
  'to some extent',
  'on paper',
  'more or less',
  'by and large',
  'ought to',
].map((phrase) => phrase.split(' '));

/** `where practical`, `as far as possible`; `when applicable` tells of a field that not every case has. */
const FEASIBLE = wordSet(
  'practical practicable possible feasible convenient reasonable reasonably sensible affordable appropriate desired',
);
const FAR = wordSet('far much extent insofar where when whenever wherever');

/** What stands between a word and the end of its phrase. */
const BREAK = /[;:,.()[\]—–]|\s-/;

const PLACING = wordSet('for on in at during within under to of from');
const LIMITED = wordSet('for on in at during within');

/** Time that begins and ends. */
const SPAN =
  /^(?:hours?|days?|weeks?|weekdays?|weekends?|months?|quarters?|sprints?|phases?|pilots?|trials?|freezes?|migrations?|holidays?|summer|winter)$/;

/** After `by` they name everybody, the text itself, or why and how, and no one actor. */
const NO_ACTOR = wordSet(
  `any anyone anybody anything either all every everyone everybody everything nobody this it us itself themselves whoever
  design definition default policy rule accident mistake value name way means virtue law hand`,
);

/** The words of a phrase that begins at a place, up to the next sign or `maximal` of them. */
function phraseFrom({ words }: Reading, start: number, maximal = 6): readonly number[] {
  const places: number[] = [];
  for (let at = start; at < words.length && places.length < maximal; at++) {
    if (at > start && BREAK.test(words[at]!.gap)) break;
    places.push(at);
  }
  return places;
}

function isSoft({ words }: Reading, at: number, isOwn: IsOwn): boolean {
  return SOFT.has(words[at]!.lower) && !NEGATORS.has(words[at - 1]?.lower ?? '') && !isOwn(at);
}

function isSoftPhrase({ words }: Reading, at: number): boolean {
  return SOFT_PHRASES.some((phrase) => phrase.every((part, offset) => words[at + offset]?.lower === part));
}

function isFeasible(reading: Reading, at: number): boolean {
  if (!FAR.has(reading.words[at]!.lower)) return false;
  const rest = phraseFrom(reading, at + 1);
  return rest.some((place) => FEASIBLE.has(reading.words[place]!.lower));
}

/** `for Anthropic only`, `only on the build host`. */
function isForOneOnly(reading: Reading, at: number, isOwn: IsOwn): boolean {
  const { words } = reading;
  if (words[at]!.lower !== 'only') return false;
  const next = words[at + 1];
  if (next !== undefined && !BREAK.test(next.gap)) {
    const rest = phraseFrom(reading, at + 2);
    const every = /^(?:any|all|every|each|either|both)$/.test(words[at + 2]?.lower ?? '');
    return LIMITED.has(next.lower) && rest.length > 0 && !every && !rest.some(isOwn);
  }
  for (let back = at - 1; back > 0 && back >= at - 5; back--) {
    if (isOwn(back) || BREAK.test(words[back + 1]!.gap)) return false;
    if (PLACING.has(words[back]!.lower)) return back < at - 1;
  }
  return false;
}

/** `during business hours`, `for six months`, `for 30 days`. */
function isForATime(reading: Reading, at: number, isOwn: IsOwn): boolean {
  const { words } = reading;
  const { lower } = words[at]!;
  if (lower !== 'during' && lower !== 'for' && lower !== 'throughout' && lower !== 'outside') return false;
  if (/^(?:even|also)$/.test(words[at - 1]?.lower ?? '')) return false;
  const rest = phraseFrom(reading, at + 1, 4);
  const spans = rest.some((place) => SPAN.test(words[place]!.lower));
  return spans && !rest.some(isOwn) && words[at + 1]?.lower !== 'all' && words[at + 1]?.lower !== 'every';
}

/** `…, but not after the audit`. */
function isButNot({ words }: Reading, at: number): boolean {
  if (words[at]!.lower !== 'but' || words[at + 1]?.lower !== 'not') return false;
  return /^(?:after|before|during|when|while|until|for|on|if)$/.test(words[at + 2]?.lower ?? '');
}

/** `may be inspected by the agent`, denied: everybody else may. */
function isByOne(reading: Reading, at: number, denies: readonly Group[], isOwn: IsOwn): boolean {
  const { words, index, denied } = reading;
  if (words[at]!.lower !== 'by' || !denied[at]) return false;
  const ruledOut = denies.some((group) =>
    occurrences(group, words, index).some(({ last }) => last === at - 1),
  );
  if (!ruledOut || !/(?:ed|en|wn|pt|ut|ad)$/.test(words[at - 1]!.lower)) return false;
  const actor = phraseFrom(reading, at + 1, 4);
  const [head] = actor;
  if (head === undefined || NO_ACTOR.has(words[head]!.lower) || words[head]!.lower.endsWith('ing'))
    return false;
  return !actor.some(isOwn);
}

/** Whether something in some segments tells that what they say is no rule, or one for a time, a place or somebody. */
export function isSoftened(
  reading: Reading,
  segments: ReadonlySet<number>,
  denies: readonly Group[],
  isOwn: IsOwn,
): boolean {
  const { clauses, clauseOf, words } = reading;
  return words.some((_, at) => {
    const { kind, leading } = clauses[clauseOf[at]!]!;
    const isLead = words[at]!.start === words[0]!.start;
    if (!isLead && !segments.has(segmentOf(reading, at))) return false;
    if (isSoftPhrase(reading, at) || isFeasible(reading, at)) return true;
    // `required before admission, for one pair only`: what ends a sentence goes with all of it.
    if (kind === 'condition' && leading) return false;
    if (isForOneOnly(reading, at, isOwn) || isForATime(reading, at, isOwn)) return true;
    if (kind === 'condition' || kind === 'reason' || kind === 'relative') return false;
    return isSoft(reading, at, isOwn) || isButNot(reading, at) || isByOne(reading, at, denies, isOwn);
  });
}
