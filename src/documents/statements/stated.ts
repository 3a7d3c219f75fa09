import type { Place } from '../../file.ts';
import type { Name } from '../../name.ts';
import { toName } from '../../name.ts';
import type { Policy, Work } from '../../policy/policy.ts';
import { decisionKeys } from '../decision-record.ts';
import type { Document } from '../document.ts';
import type { Heading } from '../markdown.ts';
import { isUnder } from '../sections.ts';
import { isConditional, isPast, isSupposed, segmentOf } from './conditions.ts';
import { ADVERBS, AUXILIARIES, NEGATORS } from './lexicon.ts';
import { groupOf, type Occurrence, occurrences } from './phrases.ts';
import { predicationOf } from './predication.ts';
import type { Reading } from './reading.ts';
import { type Said, sentencesIn } from './speech.ts';
import { mayHoldWord, wordsOf } from './words.ts';

/** `CTO-WORK-022 remains blocked`: what a sentence says of an item's state now. */
export interface StatedItem {
  readonly item: Name;
  /** One status, or those that the same word is used for: what `is done` may be validated or resolved. */
  readonly statuses: readonly Name[];
  /** `false`: it says that this is not the status, as `is no longer blocked` does. */
  readonly holds: boolean;
}

/** What one sentence, or one field, says of the state of the route. */
export interface Stated {
  readonly at: Place;
  readonly items: readonly StatedItem[];
  /** `decision_status=…`; whether it says that this is, or is not, the status. */
  readonly decisions: readonly { readonly status: Name; readonly holds: boolean }[];
  /** It says that the build was admitted. */
  readonly buildAdmitted: boolean;
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
function calledIn({ called }: Pick<Work, 'called'>): ReadonlyMap<string, readonly Name[]> {
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

function statedItems(reading: Reading, work: Work): readonly StatedItem[] {
  const ids = idsOf(reading, work);
  if (ids.length === 0) return [];
  return statusesOf(reading, work).flatMap((one) => {
    if (!isCurrent(reading, one) || !isPredicate(reading, one)) return [];
    const holds = reading.denied[one.last] === one.negative;
    return subjectsOf(reading, ids, one)
      .filter((id) => !one.called || isSubject(reading, id, one))
      .map(({ item }) => ({ item, statuses: one.statuses, holds }));
  });
}

/** Said plainly of the present. */
function isCurrent(reading: Reading, one: Occurrence): boolean {
  return (
    !isSupposed(reading, one) &&
    !isPast(reading, one) &&
    !isConditional(reading, segmentOf(reading, one.last)) &&
    !reading.moods.hedged &&
    !reading.words[one.last]!.quoted
  );
}

const COPULAS = new Set([
  'is',
  'remains',
  'stays',
  'equals',
  'currently',
  'now',
  'still',
  'not',
  'no',
  'longer',
  'set',
  'to',
  'at',
]);

/** `decision_status=x`, `decision_status is x`. */
function statedDecisions(reading: Reading, { decision }: Policy): Stated['decisions'] {
  if (decision === undefined) return [];
  const statuses = [decision.undecided, ...(Object.keys(decision.branches) as Name[])];
  const { words } = reading;
  return words.flatMap(({ lower }, key) => {
    if (lower !== decision.status) return [];
    let at = key + 1;
    while (at < words.length && at < key + 5 && COPULAS.has(words[at]!.lower)) at++;
    const status = statuses.find((one) => one === words[at]?.lower);
    if (status === undefined || !isCurrent(reading, { first: key, last: at })) return [];
    return [{ status, holds: !reading.denied[at] }];
  });
}

function saysAdmitted(reading: Reading, { build }: Policy): boolean {
  if (build?.admitted === undefined) return false;
  const { key, value } = build.admitted;
  for (const one of occurrences(groupOf(key, NO_WORDS), reading.words, reading.index)) {
    let at = one.last + 1;
    while (at < reading.words.length && at < one.last + 5 && COPULAS.has(reading.words[at]!.lower)) at++;
    const met = reading.words[at]?.lower === value && !reading.words[at + 1]?.joined;
    if (met && !reading.denied[at] && isCurrent(reading, { first: one.first, last: at })) return true;
  }
  return false;
}

/** Acceptance and blockers say what is to be; the history what was. Neither states the present. */
function isApart(section: Heading | undefined, label: string | undefined, policy: Policy): boolean {
  const { acceptance = '', blockers = '' } = policy.work?.labels ?? {};
  const titles = [acceptance, blockers].filter((title) => title !== '').map((title) => title.toLowerCase());
  const begins = (text: string): boolean =>
    titles.some((title) => text.trim().toLowerCase().startsWith(title));
  if (label !== undefined && begins(label)) return true;
  for (let heading = section; heading !== undefined; heading = heading.parent)
    if (begins(heading.prose.text)) return true;
  return policy.decision !== undefined && isUnder(section, policy.decision.history.section);
}

/** What an item is whose entry in a list is ticked: `- [x] CTO-WORK-020 - Admit a pair`. */
const TICKED = 'done';
const TICK = /\[x\][\s:]{1,4}([A-Z][\w-]{0,79}?)(?:\s[-–—]\s[^.:;]{1,200})?[\s.]{0,3}$/i;

function tickedItem({ text }: Said, work: Work): readonly StatedItem[] {
  const statuses = calledIn(work).get(TICKED);
  const item = toName(TICK.exec(text.slice(-300))?.[1] ?? '');
  const isId = item?.startsWith(work.prefix) && /^\d+$/.test(item.slice(work.prefix.length));
  return isId && statuses ? [{ item: item!, statuses, holds: true }] : [];
}

function ofSentence(document: Document, said: Said, policy: Policy): Stated | undefined {
  const { reading, span } = said;
  const items = policy.work ? [...statedItems(reading, policy.work), ...tickedItem(said, policy.work)] : [];
  const decisions = statedDecisions(reading, policy);
  const buildAdmitted = saysAdmitted(reading, policy);
  if (items.length === 0 && decisions.length === 0 && !buildAdmitted) return undefined;
  return { at: document.at(span), items, decisions, buildAdmitted };
}

/** `-024`, of any prefix, with the hyphens that join words. */
const NUMBERED = /[-‑]\d/;

/** Nearly every sentence of a route names no item, no decision and no build: it is not taken apart for any. */
function mayState({ text }: Said, { work, decision, build }: Policy): boolean {
  return (
    (work !== undefined && NUMBERED.test(text)) ||
    (decision !== undefined && mayHoldWord(text, decision.status)) ||
    (build?.admitted !== undefined && mayHoldWord(text, build.admitted.value))
  );
}

/** What the sentences of a document say of the present state of items, decision and build. */
export function statedIn(document: Document, policy: Policy): readonly Stated[] {
  if (document.markdown === undefined) return [];
  const fields = policy.decision ? decisionKeys(policy.decision) : new Set<string>();
  return sentencesIn(document.markdown, fields)
    .filter((said) => !said.open && mayState(said, policy) && !isApart(said.section, said.label, policy))
    .map((said) => ofSentence(document, said, policy))
    .filter((stated) => stated !== undefined);
}
