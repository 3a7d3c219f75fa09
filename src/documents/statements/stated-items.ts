import { type Name, toName } from '../../name.ts';
import type { Work } from '../../policy/policy.ts';
import { wordSet } from '../../word-set.ts';
import { isCurrent, isPlain } from './conditions.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS } from './lexicon.ts';
import { groupOf, type Occurrence, occurrences } from './phrases.ts';
import { predicationOf } from './predication.ts';
import type { Reading } from './reading.ts';
import type { Said } from './speech.ts';
import { wordsOf } from './words.ts';

/** `CTO-WORK-022 remains blocked`: what a sentence says of an item's state now. */
export interface StatedItem {
  readonly item: Name;
  /** One status, or those that the same word is used for: what `is done` may be validated or resolved. */
  readonly statuses: readonly Name[];
  /** `false`: it says that this is not the status, as `is no longer blocked` does. */
  readonly holds: boolean;
}

const NO_WORDS = {};

interface Id {
  readonly item: Name;
  /** Its words, first and last. */
  readonly first: number;
  readonly at: number;
}

/** Ids of work items in a sentence: the words of the prefix, then digits. */
function idsOf({ words }: Reading, { prefix, digits }: Work): readonly Id[] {
  const head = wordsOf(prefix).map(({ lower }) => lower);
  const ids: Id[] = [];
  for (let at = head.length; at < words.length; at++) {
    const { lower, joined } = words[at]!;
    if (!joined || lower.length !== digits || !/^\d+$/.test(lower)) continue;
    if (!head.every((part, offset) => words[at - head.length + offset]!.lower === part)) continue;
    const item = toName(`${prefix}${lower}`);
    if (item !== undefined) ids.push({ item, first: at - head.length, at });
  }
  return ids;
}

interface Status extends Occurrence {
  readonly statuses: readonly Name[];
  readonly negative: boolean;
  /** Told by another word than its own, which may be said of much else: `the list of CTO-WORK-030 is complete`. */
  readonly called: boolean;
}

/** For each of the other words, the statuses that it is used for. */
export function calledIn({ called }: Pick<Work, 'called'>): ReadonlyMap<string, readonly Name[]> {
  const statuses = new Map<string, Name[]>();
  for (const [status, phrases] of Object.entries(called)) {
    for (const phrase of phrases.split('|').map((text) => text.trim().toLowerCase())) {
      const known = statuses.get(phrase);
      if (known) known.push(status as Name);
      else statuses.set(phrase, [status as Name]);
    }
  }
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

const LINKS = /^(?:be|remain|stay|keep|becom|continu|sit|stand)$/;

/** Said of something now: `is ready`, `remains blocked`, `: blocked`; not `the blocked item`, `must stay blocked`. */
function isPredicate(reading: Reading, { first, last }: Status): boolean {
  const { words } = reading;
  const participle = predicationOf(words, first);
  if (participle === 'owed' || participle === 'permitted') return false;
  if (participle === 'asserted') return true;
  const next = words[last + 1];
  const ends = next === undefined || /[;:,.()—–]/.test(next.gap);
  if (/[:(—–]/.test(words[first]!.gap) && ends) return true;
  let at = first - 1;
  while (at >= 0 && (ADVERBS.has(words[at]!.lower) || NEGATORS.has(words[at]!.lower))) at--;
  const link = words[at];
  if (link === undefined || !LINKS.test(link.key)) return false;
  const verb = predicationOf(words, at);
  return verb !== 'owed' && verb !== 'permitted' && words[at - 1]?.lower !== 'to';
}

/** The ids that a status is said of: those before it in its clause, else those after it. */
function subjectsOf(reading: Reading, ids: readonly Id[], { first }: Status): readonly Id[] {
  const { clauseOf, clauses } = reading;
  const clause = clauses[clauseOf[first]!]!;
  if (clause.kind === 'relative') return ids.filter(({ at }) => at < clause.pieces[0]!.start).slice(-1);
  const own = ids.filter(({ at }) => clauseOf[at] === clauseOf[first]);
  const before = own.filter(({ at }) => at < first);
  return before.length > 0 ? before : own;
}

const ATTACHING = new Set('of for in from with by to under about on behind'.split(' '));
const WORK = new Set('work item task issue ticket implementation development progress'.split(' '));

/** The item itself, or the work on it; neither `the list of CTO-WORK-030` nor `CTO-WORK-030's list`. */
function isSubject({ words }: Reading, { at, first }: Id, status: Status): boolean {
  const before = words[first - 1];
  if (before && ATTACHING.has(before.lower) && !WORK.has(words[first - 2]?.lower ?? '')) return false;
  const next = words[at + 1];
  if (next === undefined || /['’]s$/.test(words[at]!.text)) return next === undefined;
  return (
    status.first === at + 1 ||
    /[;:,()—–]/.test(next.gap) ||
    AUXILIARIES.has(next.lower) ||
    ADVERBS.has(next.lower) ||
    NEGATORS.has(next.lower) ||
    LINKS.test(next.key) ||
    next.lower === 'and' ||
    next.lower === 'or'
  );
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

const DOERS = wordSet('we i they he she you has have');
const DONE_WITH = wordSet('on in at by with as yesterday today this last now already and or');

/** `We closed CTO-WORK-020 yesterday`, `JP has resolved CTO-WORK-020 and CTO-WORK-019`: what it is done to. */
function objectsOf(reading: Reading, ids: readonly Id[], { first, last }: Status): readonly Id[] {
  const { words, denied } = reading;
  const doer = words[first - 1];
  if (doer === undefined || denied[last] || !/^\s+$/.test(words[first]!.gap)) return [];
  const isName = /^\p{Lu}/u.test(doer.text) && !DETERMINERS.has(doer.lower) && !doer.joined;
  if (!isName && !DOERS.has(doer.lower)) return [];
  const found: Id[] = [];
  let next = last + 1;
  for (const id of ids) {
    if (id.first !== next) continue;
    found.push(id);
    next = id.at + 1;
    if (words[next]?.lower === 'and') next++;
  }
  const behind = words[(found.at(-1)?.at ?? -1) + 1];
  return behind === undefined || /[;:,.()—–]/.test(behind.gap) || DONE_WITH.has(behind.lower) ? found : [];
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
  return subjectsOf(reading, ids, one).filter((id) => !one.called || isSubject(reading, id, one));
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
