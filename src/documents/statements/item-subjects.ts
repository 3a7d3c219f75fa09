import { type Name, toName } from '../../name.ts';
import type { Work } from '../../policy/policy.ts';
import { wordSet } from '../../word-set.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS } from './lexicon.ts';
import type { Occurrence } from './phrases.ts';
import type { Reading } from './reading.ts';
import { isSharedSubject } from './shared-subject.ts';
import { wordsOf } from './words.ts';

// Which items a status is said of.

export const LINKS = /^(?:be|remain|stay|keep|becom|continu|sit|stand)$/;

export interface Id {
  readonly item: Name;
  /** Its words, first and last. */
  readonly first: number;
  readonly at: number;
}

/** Ids of work items in a sentence: the words of the prefix, then digits. */
export function idsOf({ words }: Reading, { prefix, digits }: Work): readonly Id[] {
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

export interface Status extends Occurrence {
  readonly statuses: readonly Name[];
  readonly negative: boolean;
  /** Told by another word than its own, which may be said of much else: `the list of CTO-WORK-030 is complete`. */
  readonly called: boolean;
}

/** The ids that a status is said of: those before it in its clause, else those after it. */
export function subjectsOf(reading: Reading, ids: readonly Id[], { first }: Status): readonly Id[] {
  const { words, clauseOf, clauses } = reading;
  const clause = clauses[clauseOf[first]!]!;
  if (clause.kind === 'relative') return ids.filter(({ at }) => at < clause.pieces[0]!.start).slice(-1);
  const own = ids.filter(({ at }) => clauseOf[at] === clauseOf[first]);
  // `CTO-WORK-016 has a pass report and is done`
  if (own.length === 0) return ids.filter(({ at }) => isSharedSubject(reading, clauseOf[first]!, at));
  const before = own.filter(({ at }) => at < first);
  const compared = before.filter((id) => isCompared(reading, id));
  if (compared.length > 0 && compared.length < before.length)
    return before.filter((id) => !compared.includes(id));
  // `Validated by: CTO-WORK-016` names who does it.
  return before.length > 0 ? before : own.filter((id) => words[id.first - 1]?.lower !== 'by');
}

const COMPARING = wordSet('unlike like than besides despite');

/** `Unlike CTO-WORK-019, CTO-WORK-020 is blocked` */
function isCompared({ words }: Reading, { first }: Id): boolean {
  return COMPARING.has(words[first - 1]?.lower ?? '');
}

const ATTACHING = new Set('of for in from with by to under about on behind'.split(' '));
const WORK = new Set('work item task issue ticket implementation development progress'.split(' '));

/** The item itself, or the work on it; neither `the list of CTO-WORK-030` nor `CTO-WORK-030's list`. */
export function isSubject({ words }: Reading, { at, first }: Id, status: Status): boolean {
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

const DOERS = wordSet('we i they he she you has have');
const DONE_WITH = wordSet('on in at by with as yesterday today this last now already and or');

/** `We closed CTO-WORK-020 yesterday`, `JP has resolved CTO-WORK-020 and CTO-WORK-019`: what it is done to. */
export function objectsOf(reading: Reading, ids: readonly Id[], { first, last }: Status): readonly Id[] {
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

/** `CTO-WORK-019 is validated and so is CTO-WORK-020` */
export function likewise({ words }: Reading, ids: readonly Id[], { last }: Status): readonly Id[] {
  const [and, so, is] = [1, 2, 3].map((step) => words[last + step]?.lower);
  if (and !== 'and' || so !== 'so' || (is !== 'is' && is !== 'are')) return [];
  return ids.filter(({ first }) => first === last + 4);
}
