import type { Policy, Wording } from '../../policy/policy.ts';
import type { Clause } from './clause.ts';
import {
  type Awaited,
  awaitedFrom,
  isExempted,
  isLeftOpen,
  isOfFormer,
  isPast,
  isSupposed,
  isWeakened,
  isWithinCondition,
  segmentOf,
} from './conditions.ts';
import { type Gate, isGated } from './gate.ts';
import { type Group, groupOf, type Occurrence, occurrences } from './phrases.ts';
import { type Predication, predicationIn } from './predication.ts';
import type { Reading } from './reading.ts';
import { isSharedSubject } from './shared-subject.ts';
import { isTakenBack } from './taken-back.ts';

/** A wording of the policy, its phrases read. */
export interface CompiledWording {
  readonly names: readonly Group[];
  readonly affirms: readonly Group[];
  readonly denies: readonly Group[];
  readonly asserts: readonly Group[];
  readonly permits: readonly Group[];
  readonly lacks: readonly Group[];
  readonly gate: Gate | undefined;
  /** What it affirms, denies, asserts and permits together: a sentence without their words is passed over at once. */
  readonly says: readonly Group[];
}

export function compileWording(
  wording: Wording,
  { vocabulary }: Pick<Policy, 'vocabulary'>,
): CompiledWording {
  const groups = (texts: readonly string[] = []): readonly Group[] =>
    texts.map((text) => groupOf(text, vocabulary));
  const { gate } = wording;
  const [affirms, denies] = [groups(wording.affirms), groups(wording.denies)];
  const [asserts, permits] = [groups(wording.asserts), groups(wording.permits)];
  return {
    names: groups(wording.names),
    affirms,
    denies,
    asserts,
    permits,
    says: [...affirms, ...denies, ...asserts, ...permits],
    lacks: groups(wording.lacks),
    gate: gate && {
      closed: groupOf(gate.closed, vocabulary),
      open: groupOf(gate.open, vocabulary),
      until: groups(gate.until),
    },
  };
}

type Test = (one: Occurrence) => boolean;

function meets(reading: Reading, group: Group, test: Test): boolean {
  return occurrences(group, reading.words, reading.index).some(test);
}

function all(reading: Reading, groups: readonly Group[], test: Test): boolean {
  return groups.every((group) => meets(reading, group, test));
}

const anywhere: Test = () => true;

const ASSERTED: ReadonlySet<Predication> = new Set(['asserted', 'ordered']);
const PERMITTED: ReadonlySet<Predication> = new Set(['permitted', 'ordered']);

/** Whether a sentence makes a statement, in this wording: plainly, not as a guess, and not only in some case. */
export function isStated(reading: Reading, wording: CompiledWording): boolean {
  const { words } = reading;
  if (!all(reading, wording.names, anywhere) || !all(reading, wording.says, anywhere)) return false;
  const { denied } = reading;
  if (wording.lacks.some((group) => meets(reading, group, anywhere))) return false;
  const plain: Test = (one) => !isSupposed(reading, one) && !isWeakened(reading, one);
  const verb =
    (kinds: ReadonlySet<Predication>): Test =>
    (one) =>
      plain(one) && !denied[one.last] && kinds.has(predicationIn(words, one.first, one.last));
  return (
    all(reading, wording.affirms, (one) => plain(one) && !denied[one.last] && !isPast(reading, one)) &&
    all(
      reading,
      wording.denies,
      (one) => plain(one) && denied[one.last] === true && isRuledOut(reading, one),
    ) &&
    all(reading, wording.asserts, verb(ASSERTED)) &&
    all(reading, wording.permits, verb(PERMITTED)) &&
    (wording.gate === undefined ||
      (isGated(reading, wording.gate) && !isTakenBack(reading, wording.gate, wording.names)))
  );
}

/** `without approving` rules out, `without an approval` tells what happens for want of one; `need not` frees only. */
function isRuledOut(reading: Reading, one: Occurrence): boolean {
  const { connective } = reading.clauses[reading.clauseOf[one.last]!]!;
  if (connective === 'without' && !reading.words[one.last]!.lower.endsWith('ing')) return false;
  return !isExempted(reading, one);
}

const CHOICE = /^(?:branch|branche|option|choice|alternativ|candidat|either|choos|decid|whether)$/;

/** `two branches: approve one, or require the other`: what is offered is not ordered. */
function isOffered({ index }: Reading): boolean {
  for (const key of index.keys()) if (CHOICE.test(key)) return true;
  return false;
}

/** `the record names who approved it` tells of nothing that happened; `openai-codex, which is approved` does. */
function isDescribing(
  { clauses, clauseOf, words, index }: Reading,
  { last }: Occurrence,
  names: readonly Group[],
): boolean {
  const clause = clauses[clauseOf[last]!]!;
  if (clause.kind !== 'relative') return false;
  const { start } = clause.pieces[0]!;
  const opener = words[start]!;
  // `openai-codex is the provider that JP has approved` presents what it describes.
  const subject = names.some((group) =>
    occurrences(group, words, index).some((one) => one.last === start - 1),
  );
  if (subject && /^(?:a|an|the|our)$/.test(words[start - 2]?.lower ?? '') && words[start - 3]?.key === 'be')
    return false;
  return (opener.lower !== 'which' && opener.lower !== 'whom') || !opener.gap.includes(',');
}

/**
 * The words that claim something in this wording, all of one segment and under no condition; `undefined`: no claim.
 * @param deciders where they are given, a condition excuses nothing but what it leaves to one of them
 */
export function claimIn(
  reading: Reading,
  wording: CompiledWording,
  unless: readonly CompiledWording[] = [],
  deciders?: ReadonlySet<string>,
): Occurrence | undefined {
  if (reading.question || !all(reading, wording.names, anywhere) || !all(reading, wording.says, anywhere)) {
    return undefined;
  }
  const offered = isOffered(reading);
  const awaited = deciders && awaitedFrom(deciders, reading);
  const segments = new Set(reading.clauses.map(({ segment }) => segment));
  for (const segment of segments) {
    if (isLeftOpen(reading, segment, awaited)) continue;
    const within = { segment, offered, awaited };
    const found = claimInSegment(reading, wording, within);
    if (found === undefined) continue;
    if (!unless.some((other) => claimInSegment(reading, other, within))) return found;
  }
  return undefined;
}

const CASES: ReadonlySet<Clause['connective']> = new Set(['if', 'when', 'once', 'while', 'after']);

interface Within {
  readonly segment: number;
  readonly offered: boolean;
  readonly awaited: Awaited | undefined;
}

function claimInSegment(
  reading: Reading,
  wording: CompiledWording,
  { segment, offered, awaited }: Within,
): Occurrence | undefined {
  const { words, denied, clauses, clauseOf } = reading;
  const here: Test = ({ first, last }) =>
    segmentOf(reading, first) === segment && segmentOf(reading, last) === segment;
  const outside: Test = (one) => !(awaited && isWithinCondition(reading, one));
  const said: Test = (one) =>
    here(one) &&
    !isSupposed(reading, one) &&
    outside(one) &&
    !isOfFormer(reading, one) &&
    !isDescribing(reading, one, wording.names) &&
    !words[one.last]!.quoted;
  const verb =
    (kinds: ReadonlySet<Predication>): Test =>
    (one) => {
      if (!said(one) || denied[one.last]) return false;
      const predication = predicationIn(words, one.first, one.last);
      return kinds.has(predication) && !(predication === 'ordered' && offered);
    };
  // `gpt-5.5 was tested and is admitted`: who it is said of stands before the first verb.
  const clause = clauses.findIndex((one) => one.segment === segment);
  const about: Test = (one) => here(one) || isSharedSubject(reading, clause, one.last);
  if (!all(reading, wording.names, (one) => about(one) && outside(one))) return undefined;
  // `Codex decides when JP is away`: who is named in a condition does nothing there.
  const counts: Test = (one) => {
    const condition = clauseOf[one.last]!;
    const aside = awaited !== undefined && CASES.has(clauses[condition]!.connective);
    return about(one) && !(aside && !awaited.clauses.has(condition));
  };
  if (wording.lacks.some((group) => meets(reading, group, counts))) return undefined;
  const parts: readonly (readonly [readonly Group[], Test])[] = [
    [wording.affirms, (one) => said(one) && !denied[one.last]],
    [wording.denies, (one) => said(one) && denied[one.last] === true],
    [wording.asserts, verb(ASSERTED)],
    [wording.permits, verb(PERMITTED)],
  ];
  let first = Number.POSITIVE_INFINITY;
  let last = -1;
  for (const [groups, test] of parts) {
    for (const group of groups) {
      const one = occurrences(group, words, reading.index).find(test);
      if (one === undefined) return undefined;
      first = Math.min(first, one.first);
      last = Math.max(last, one.last);
    }
  }
  return last < 0 ? undefined : { first, last };
}

// Two common words meet in many sentences that are about something else.
const TELLING = 3;

/** Whether a sentence is about what a wording says: everything is mentioned, whatever is said of it. */
export function isMentioned(reading: Reading, wording: CompiledWording): boolean {
  const { names, says, gate } = wording;
  const subject = [...names, ...says];
  if (!all(reading, subject, anywhere)) return false;
  if (gate === undefined) return subject.length >= TELLING;
  return (
    all(reading, gate.until, anywhere) &&
    [gate.closed, gate.open].some((group) => meets(reading, group, anywhere))
  );
}
