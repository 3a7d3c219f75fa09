import type { Clause } from './clause.ts';
import { isPast, isSupposed, segmentOf } from './conditions.ts';
import type { ClauseKind, Connective } from './openers.ts';
import { type Group, type Occurrence, occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';

/** What a gate says: something stays closed until certain facts are there. */
export interface Gate {
  /** What a sentence calls it while it is closed (`blocked`), and once it is open (`may start`). */
  readonly closed: Group;
  readonly open: Group;
  readonly until: readonly Group[];
}

const EXCEPTION: ReadonlySet<Connective> = new Set(['unless', 'until', 'before', 'without', 'pending']);
const SUFFICIENT: ReadonlySet<Connective> = new Set(['if', 'when', 'once', 'after']);

const NEEDS = new Set([
  'requir',
  'need',
  'await',
  'wait',
  'depend',
  'hing',
  'presuppos',
  'demand',
  'necessitat',
]);
const NEEDED = new Set([
  'requir',
  'need',
  'necessary',
  'prerequisit',
  'precondition',
  'must',
  'mandatory',
  'condition',
  'first',
  'preced',
]);
const LACKING = new Set([
  'missing',
  'miss',
  'lack',
  'absent',
  'unadmitted',
  'unavailabl',
  'incomplet',
  'pending',
  'outstanding',
]);

const ALONE = new Set(['only', 'solely', 'exclusively', 'nothing']);

/** Clauses that may name the facts: `until …`, `other than …`. */
const GOVERNING: ReadonlySet<ClauseKind> = new Set(['condition', 'except']);

interface Facts {
  readonly found: readonly Occurrence[];
  /** All of them are said not to be there. */
  readonly lacking: boolean;
}

/** Where all facts are named among words that pass the test. */
function factsIn(
  reading: Reading,
  until: readonly Group[],
  within: (at: number) => boolean,
): Facts | undefined {
  const found: Occurrence[] = [];
  for (const group of until) {
    const one = occurrences(group, reading.words, reading.index).find(
      ({ first, last }) => within(first) && within(last),
    );
    if (one === undefined) return undefined;
    found.push(one);
  }
  return { found, lacking: found.every(({ last }) => reading.denied[last]) };
}

/** `until an admission or a pass report exists`: one would be enough, where both are wanted. */
function isEither(reading: Reading, { found }: Facts): boolean {
  const places = found.map(({ first, last }) => [first, last] as const).sort(([a], [b]) => a - b);
  return places.some(([, last], at) => {
    const next = places[at + 1];
    if (next === undefined) return false;
    const between = reading.words.slice(last + 1, next[0]).map(({ lower }) => lower);
    return between.includes('or') && !between.includes('and');
  });
}

function any(group: Group, reading: Reading, test: (one: Occurrence) => boolean): boolean {
  return occurrences(group, reading.words, reading.index).some(test);
}

/** Whether a sentence says that the gate is closed until all facts are there, whichever way round it says so. */
export function isGated(reading: Reading, gate: Gate): boolean {
  if (reading.moods.hedged) return false;
  const segments = new Set(reading.clauses.map(({ segment }) => segment));
  return [...segments].some((segment) => isGatedIn(reading, gate, segment));
}

function isGatedIn(reading: Reading, gate: Gate, segment: number): boolean {
  const { words, clauses, clauseOf, denied } = reading;
  const inSegment = (at: number): boolean => segmentOf(reading, at) === segment;
  const outside = (at: number): boolean => inSegment(at) && clauses[clauseOf[at]!]!.kind !== 'condition';
  const shut =
    any(gate.closed, reading, (one) => outside(one.last) && !denied[one.last] && !isPast(reading, one)) ||
    any(gate.open, reading, (one) => outside(one.last) && denied[one.last] === true);
  const opened =
    any(gate.open, reading, (one) => outside(one.last) && !denied[one.last]) ||
    any(gate.closed, reading, (one) => outside(one.last) && denied[one.last] === true);

  const conditions = clauses
    .map((clause, index) => ({ clause, index }))
    .filter(({ clause }) => clause.segment === segment && GOVERNING.has(clause.kind));
  let met = false;
  for (const { clause, index } of conditions) {
    const facts = factsIn(
      reading,
      gate.until,
      (at) => clauseOf[at] === index || isWithin(reading, at, index),
    );
    if (facts && isMet(reading, clause, facts, index, { shut, opened })) met = true;
    // `… until the facts are there, unless somebody objects`: another way out.
    else if (facts === undefined && clause.connective === 'unless') return false;
  }
  if (met) return true;
  return (
    isRequired(reading, gate, outside, { shut, opened }) ||
    isBefore(
      reading,
      gate,
      conditions.map(({ index }) => index),
      outside,
    )
  );

  function isWithin({ clauses: all }: Reading, at: number, condition: number): boolean {
    // `until the pair that is named has been admitted`: what describes a fact belongs to its condition.
    const own = all[clauseOf[at]!]!;
    return (
      own.segment === segment &&
      own.kind !== 'main' &&
      own.kind !== 'condition' &&
      clauseOf[at]! > condition &&
      words.length > 0
    );
  }
}

function isMet(
  reading: Reading,
  clause: Clause,
  facts: Facts,
  index: number,
  { shut, opened }: { shut: boolean; opened: boolean },
): boolean {
  if (clause.kind === 'except') return shut || opened;
  const connective = clause.connective!;
  const missing = isMissing(reading, facts, index);
  if (connective === 'without' || connective === 'pending') return shut && !opened;
  if (isEither(reading, facts) && !missing) return false;
  if (EXCEPTION.has(connective)) return shut && !missing;
  if (connective === 'only') return opened && !missing;
  if (connective === 'while') return shut && missing;
  return SUFFICIENT.has(connective) && (missing ? shut : opened);
}

function isMissing(reading: Reading, facts: Facts, index: number): boolean {
  return (
    facts.lacking ||
    reading.words.some(
      ({ key }, at) => reading.clauseOf[at] === index && LACKING.has(key) && !reading.denied[at],
    )
  );
}

/** `CTO-WORK-020 requires an admission`, `only an admission opens it`. */
function isRequired(
  reading: Reading,
  gate: Gate,
  outside: (at: number) => boolean,
  { shut, opened }: { shut: boolean; opened: boolean },
): boolean {
  const facts = factsIn(reading, gate.until, outside);
  if (facts === undefined || facts.lacking || isEither(reading, facts)) return false;
  if (facts.found.some((one) => isSupposed(reading, one))) return false;
  const needs = reading.words.some(({ key }, at) => outside(at) && NEEDS.has(key) && !reading.denied[at]);
  // `requires the fields after admission`: too late.
  const late = any(gate.open, reading, ({ last }) => {
    const { segment, connective } = reading.clauses[reading.clauseOf[last]!]!;
    return connective === 'after' && segment === segmentOf(reading, facts.found[0]!.last);
  });
  const firstFact = Math.min(...facts.found.map(({ first }) => first));
  // `only an admission opens it`, `an admission is the only thing that opens it`; not `an admission is only a hint`.
  const alone = reading.words.some(
    ({ lower }, at) =>
      outside(at) &&
      (lower === 'alone' || (ALONE.has(lower) && (at < firstFact || reading.words[at - 1]?.lower === 'the'))),
  );
  return (needs && !late) || (alone && opened && !shut);
}

/** `An admission must exist before CTO-WORK-020 may start`. */
function isBefore(
  reading: Reading,
  gate: Gate,
  conditions: readonly number[],
  outside: (at: number) => boolean,
): boolean {
  const facts = factsIn(reading, gate.until, outside);
  if (facts === undefined || facts.found.some(({ last }) => reading.denied[last]) || isEither(reading, facts))
    return false;
  const needed = reading.words.some(({ key }, at) => outside(at) && NEEDED.has(key) && !reading.denied[at]);
  return (
    needed &&
    conditions.some(
      (index) =>
        ['before', 'if', 'when'].includes(reading.clauses[index]!.connective ?? '') &&
        any(gate.open, reading, ({ last }) => reading.clauseOf[last] === index),
    )
  );
}
