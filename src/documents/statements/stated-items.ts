import { type Name, toName } from '../../name.ts';
import type { Work } from '../../policy/policy.ts';
import { wordSet } from '../../word-set.ts';
import { isCurrent, isPlain } from './conditions.ts';
import {
  type Id,
  idsOf,
  isSubject,
  LINKS,
  likewise,
  objectsOf,
  type Status,
  subjectsOf,
} from './item-subjects.ts';
import { ADVERBS, NEGATORS } from './lexicon.ts';
import { groupOf, occurrences } from './phrases.ts';
import { predicationOf } from './predication.ts';
import type { Reading } from './reading.ts';
import type { Said } from './speech.ts';

/** `CTO-WORK-022 remains blocked`: what a sentence says of an item's state now. */
export interface StatedItem {
  readonly item: Name;
  /** One status, or those that the same word is used for: what `is done` may be validated or resolved. */
  readonly statuses: readonly Name[];
  /** `false`: it says that this is not the status, as `is no longer blocked` does. */
  readonly holds: boolean;
}

const NO_WORDS = {};

const calledWords = new WeakMap<Work['called'], ReadonlyMap<string, readonly Name[]>>();

/** For each of the other words, the statuses that it is used for. Made once for a policy. */
export function calledIn({ called }: Pick<Work, 'called'>): ReadonlyMap<string, readonly Name[]> {
  const known = calledWords.get(called);
  if (known) return known;
  const statuses = new Map<string, Name[]>();
  for (const [status, phrases] of Object.entries(called)) {
    for (const phrase of phrases.split('|').map((text) => text.trim().toLowerCase())) {
      const others = statuses.get(phrase);
      if (others) others.push(status as Name);
      else statuses.set(phrase, [status as Name]);
    }
  }
  calledWords.set(called, statuses);
  return statuses;
}

/** Where a sentence uses a status as one: `blocked`, but not `blocks` or `blocker`. */
function statusesOf(
  { words, index }: Reading,
  { statuses: names, called, blocked }: Work,
): readonly Status[] {
  const found: Status[] = [];
  for (const status of names) {
    const one = { statuses: [status], negative: false, called: false };
    const parts = status.toLowerCase().split('_');
    for (const [at, { lower }] of words.entries()) {
      const whole = lower === status.toLowerCase();
      const spelt = parts.length > 1 && parts.every((part, offset) => words[at + offset]?.lower === part);
      if (whole) found.push({ ...one, first: at, last: at });
      else if (spelt) found.push({ ...one, first: at, last: at + parts.length - 1 });
      else if (lower === `un${blocked}` && status === blocked)
        found.push({ ...one, first: at, last: at, negative: true });
    }
  }
  for (const [phrase, statuses] of calledIn({ called })) {
    for (const one of occurrences(groupOf(phrase, NO_WORDS), words, index)) {
      // `closed`, but not `closes the gap`.
      if (!phrase.endsWith(words[one.last]!.lower)) continue;
      found.push({ ...one, statuses, negative: false, called: true });
    }
  }
  return found;
}

const MOVES = /^(?:mov|go|switch|chang|advanc|progress|turn|shift)$/;

/** `has moved to ready`, `went from blocked to ready` */
function isMovedTo(words: Reading['words'], first: number): boolean {
  if (words[first - 1]?.lower !== 'to') return false;
  const from = words[first - 3]?.lower === 'from' ? first - 4 : first - 2;
  return MOVES.test(words[from]?.key ?? '') && predicationOf(words, from) === 'asserted';
}

/** Said of something now: `is ready`, `remains blocked`, `: blocked`; not `the blocked item`, `must stay blocked`. */
function isPredicate(reading: Reading, { first, last }: Status): boolean {
  const { words } = reading;
  const participle = predicationOf(words, first);
  if (participle === 'owed' || participle === 'permitted') return false;
  if (participle === 'asserted') return true;
  const next = words[last + 1];
  const ends = next === undefined || /[;:,.()—–]/.test(next.gap);
  if (/[:(—–]/.test(words[first]!.gap) && ends) return true;
  if (isMovedTo(words, first)) return true;
  let at = first - 1;
  while (at >= 0 && (ADVERBS.has(words[at]!.lower) || NEGATORS.has(words[at]!.lower))) at--;
  const link = words[at];
  if (link === undefined || !LINKS.test(link.key)) return false;
  const verb = predicationOf(words, at);
  return verb !== 'owed' && verb !== 'permitted' && words[at - 1]?.lower !== 'to';
}

/** A status that something comes to once and then has: `resolved`, `closed`; neither `blocked` nor `ready`. */
function isReached({ statuses, negative }: Status, { blocked }: Work): boolean {
  return !negative && statuses.every((status) => status !== blocked && /(?:ed|wn)$/.test(status));
}

/** Words of a sentence that tells what became of it later, or that it was another time. */
const UNDONE = wordSet(
  'reopened again until before then earlier once first initially originally previously formerly but while when later',
);

/** `CTO-WORK-020 was resolved in June`: what was reached still is, if nothing else is said. */
function isReachedBefore(reading: Reading, one: Status): boolean {
  const { words, denied } = reading;
  let at = one.first - 1;
  while (at >= 0 && (ADVERBS.has(words[at]!.lower) || words[at]!.lower.endsWith('ly'))) at--;
  const verb = words[at]?.lower;
  return (
    (verb === 'was' || verb === 'were') &&
    !denied[one.last] &&
    !words.some(({ lower }) => UNDONE.has(lower)) &&
    isPlain(reading, one)
  );
}

const STARTING = wordSet('start begin proceed');
const SOON = wordSet('now already today immediately');

/** `CTO-WORK-022 can start now`: nothing that is blocked can. */
function startable(reading: Reading, ids: readonly Id[], blocked: Name): readonly StatedItem[] {
  const { words, denied } = reading;
  return ids.flatMap(({ item, at }) => {
    let verb = at + 1;
    if (words[verb]?.lower !== 'can' && words[verb]?.lower !== 'may') return [];
    while (SOON.has(words[verb + 1]?.lower ?? '')) verb++;
    verb++;
    if (!STARTING.has(words[verb]?.lower ?? '') || denied[verb]) return [];
    let end = verb + 1;
    while (SOON.has(words[end]?.lower ?? '')) end++;
    if (words[end] !== undefined && !/[;:,.(—–]/.test(words[end]!.gap)) return [];
    return isCurrent(reading, { first: verb, last: verb })
      ? [{ item, statuses: [blocked], holds: false }]
      : [];
  });
}

function saidOf(reading: Reading, ids: readonly Id[], one: Status, work: Work): readonly Id[] {
  if (isReached(one, work)) {
    const objects = isCurrent(reading, one) ? objectsOf(reading, ids, one) : [];
    if (objects.length > 0) return objects;
    if (isReachedBefore(reading, one))
      return subjectsOf(reading, ids, one).filter((id) => id.at < one.first && isSubject(reading, id, one));
  }
  if (!isCurrent(reading, one) || !isPredicate(reading, one)) return [];
  const subjects = subjectsOf(reading, ids, one).filter((id) => !one.called || isSubject(reading, id, one));
  return subjects.length > 0 ? [...subjects, ...likewise(reading, ids, one)] : subjects;
}

/** What a sentence says of the state of items. */
export function statedItems(reading: Reading, work: Work): readonly StatedItem[] {
  const ids = idsOf(reading, work);
  if (ids.length === 0) return [];
  const stated = statusesOf(reading, work).flatMap((one) => {
    const holds = reading.denied[one.last] === one.negative;
    return saidOf(reading, ids, one, work).map(({ item }) => ({ item, statuses: one.statuses, holds }));
  });
  return [...stated, ...startable(reading, ids, work.blocked)];
}

/** What an item is whose entry in a list is ticked: `- [x] CTO-WORK-020 - Admit a pair`. */
const TICKED = 'done';
const TICK = /\[x\][\s:]{1,4}([A-Z][\w-]{0,79}?)(?:\s[-–—]\s[^.:;]{1,200})?[\s.]{0,3}$/i;

export function tickedItem({ text }: Said, work: Work): readonly StatedItem[] {
  const statuses = calledIn(work).get(TICKED);
  const item = toName(TICK.exec(text.slice(-300))?.[1] ?? '');
  const isId = item?.startsWith(work.prefix) && /^\d+$/.test(item.slice(work.prefix.length));
  return isId && statuses ? [{ item: item!, statuses, holds: true }] : [];
}
