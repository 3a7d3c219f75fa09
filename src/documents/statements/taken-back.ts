import { wordSet } from '../../word-set.ts';
import { segmentOf } from './conditions.ts';
import { hasVerb } from './finite-verbs.ts';
import type { Gate } from './gate.ts';
import { lemma } from './lemma.ts';
import { type ClauseKind, openerAt } from './openers.ts';
import { type Group, occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';

const keysOf = (words: string): ReadonlySet<string> => new Set([...wordSet(words)].map(lemma));

/** Whatever they are said of, the gate counts for less. */
const WAIVING = keysOf(
  'skip waive bypass override overrule circumvent ignore disregard relax exempt exemption exception moot optional whichever',
);
const SOFT = wordSet(
  'normally usually ordinarily generally typically mostly preferably ideally nominally theoretically optionally',
);
const SOFT_PAIRS: ReadonlySet<string> = new Set([
  'in theory',
  'on paper',
  'in principle',
  'a rule',
  'the latest',
]);
/** Denied, they say the same. */
const APPLYING = keysOf('apply enforce bind');
/** Somebody says, and what he says is another thing. */
const SAYING_SO = keysOf('say decide direct rule determine instruct agree state order wish want');
/** Set off from the sentence, they say that what it waits for is there, or that it waits no more. */
const MARKS = wordSet(
  `waived done completed complete met fulfilled satisfied cleared lifted obsolete void expired dropped removed withdrawn
  revoked disabled inactive superseded retired historic historical unnecessary moot formality`,
);
const BEFORE_A_MARK = wordSet('already now since long both is are was were been all a mere just');
/** Sooner than the gate says. */
const EARLY = wordSet(
  'earlier already now meanwhile meantime immediately anyway regardless nevertheless today beforehand sooner early',
);
/** What says that something waits all the same. */
const WAITING = wordSet('only then thereafter afterwards must after once when if until with');
/** What comes before a start, and is none. */
const PREPARING = keysOf(
  'prepare preparation plan planning draft write writing document review discuss admission JSON',
);
const EXCEPTING = wordSet('except excepting excepted excluding barring');
const MODAL = wordSet('may can could');
const LIFTING = keysOf('lift unblock release');
/** Of facts that were named before: `unless both exist`. */
const THESE = wordSet('exist exists both they these them there present admitted');
const RUNNING = wordSet('it run runs execution backend harness case');

/** `although it may start already` tells it as plainly. */
const SAYING_PLAINLY: ReadonlySet<ClauseKind> = new Set(['main', 'reason']);

const NEAR = 8;

/** Where the facts of the gate begin and end; the first mention of each counts. */
export function factsOf(reading: Reading, { until }: Gate): { first: number; last: number } | undefined {
  const found = until.map((group) => occurrences(group, reading.words, reading.index)[0]);
  if (found.length === 0 || found.some((one) => one === undefined)) return undefined;
  return {
    first: Math.min(...found.map((one) => one!.first)),
    last: Math.max(...found.map((one) => one!.last)),
  };
}

/** `… exist or JP says otherwise`, `until 2026-07-01 or …`: another way through. */
function hasOtherWay(reading: Reading, gate: Gate): boolean {
  const { words, clauses, clauseOf, denied } = reading;
  const facts = factsOf(reading, gate);
  if (facts === undefined) return false;
  return words.some(({ lower }, at) => {
    if (lower !== 'or' || at === 0 || clauses[clauseOf[at]!]!.kind === 'question') return false;
    if (at < facts.first) {
      const start = clauses[clauseOf[at]!]!.pieces[0]!.start + 1;
      const isCondition = clauses[clauseOf[at]!]!.kind === 'condition';
      const before = words.slice(start, at);
      return isCondition && !denied[start] && (hasVerb(before) || /^\d{4}$/.test(before[0]?.lower ?? ''));
    }
    const next = words[at + 1];
    if (at < facts.last || next === undefined || denied[at + 1]) return false;
    const opens = openerAt(words, at + 1) !== undefined;
    const isApart = segmentOf(reading, at) !== segmentOf(reading, facts.last);
    if (isApart && !(opens && clauseOf[at - 1] === clauseOf[facts.last])) return false;
    return (
      opens ||
      hasVerb(words.slice(at + 1, at + 1 + NEAR)) ||
      EARLY.has(next.lower) ||
      /^(?:\d{4}|by|with|on|at|via|through|upon)$/.test(next.lower)
    );
  });
}

/** `except for the nightly run`; but not `nothing runs except what is admitted`. */
function isExcepted({ words, denied, clauseOf, index }: Reading, { until }: Gate, at: number): boolean {
  const [lower, next] = [words[at]!.lower, words[at + 1]?.lower];
  const excepts =
    EXCEPTING.has(lower) ||
    (next === 'for' && lower === 'save') ||
    (next === 'from' && (lower === 'apart' || lower === 'aside'));
  if (!excepts || at === 0 || denied[at - 1] || denied[at]) return false;
  const names = (group: Group): boolean =>
    occurrences(group, words, index).some(({ last }) => last > at && clauseOf[last] === clauseOf[at]);
  return !until.some(names);
}

function isMark({ words, denied }: Reading, at: number): boolean {
  if (!MARKS.has(words[at]!.lower) || denied[at]) return false;
  const next = words[at + 1];
  if (next !== undefined && !/[)\],;.]/.test(next.gap)) return false;
  let first = at;
  while (first > 0 && !/[([,;:–—]|\s-/.test(words[first]!.gap) && BEFORE_A_MARK.has(words[first - 1]!.lower))
    first--;
  return /[([,;:–—]|\s-/.test(words[first]!.gap) && !/^\d+$/.test(words[first - 1]?.lower ?? '');
}

/** `which they do`, `and both already exist`. */
function isThere({ words, denied }: Reading, at: number): boolean {
  if (!/^(?:they|both|these)$/.test(words[at]!.lower) || denied[at]) return false;
  const [before, next, after] = [
    words[at - 1]?.lower ?? '',
    words[at + 1]?.lower ?? '',
    words[at + 2]?.lower ?? '',
  ];
  if (before === 'which') return /^(?:do|are|have|now|already)$/.test(next);
  return /^(?:now|already)$/.test(next) && /^(?:do|exist|are|have)$/.test(after);
}

/** `; Stage 2 may start before that`, `JP may lift it`: it is open sooner, or for somebody. */
function isSooner(reading: Reading, gate: Gate, names: readonly Group[]): boolean {
  const { words, clauses, clauseOf, denied, index } = reading;
  const within = (segment: number, test: (lower: string, key: string) => boolean): boolean =>
    words.some(({ lower, key }, at) => segmentOf(reading, at) === segment && test(lower, key));
  const named = (segment: number): boolean =>
    within(segment, (lower) => RUNNING.has(lower)) ||
    names.some((group) =>
      occurrences(group, words, index).some(({ last }) => segmentOf(reading, last) === segment),
    );
  const facts = factsOf(reading, gate);
  const early = occurrences(gate.open, words, index).some(({ last }) => {
    const segment = segmentOf(reading, last);
    if (denied[last] || !SAYING_PLAINLY.has(clauses[clauseOf[last]!]!.kind) || !named(segment)) return false;
    if (within(segment, (lower, key) => lower === 'only' || lower === 'must' || PREPARING.has(key)))
      return false;
    const isEarly = words.some(
      ({ lower }, at) =>
        segmentOf(reading, at) === segment &&
        EARLY.has(lower) &&
        !denied[at] &&
        clauseOf[at] === clauseOf[last],
    );
    const isBefore = clauses.some(
      (clause) =>
        clause.segment === segment &&
        clause.connective === 'before' &&
        (facts === undefined || segment !== segmentOf(reading, facts.last)),
    );
    return isEarly || isBefore;
  });
  if (early) return true;
  return words.some(({ lower }, at) => {
    if (!MODAL.has(lower) || clauses[clauseOf[at]!]!.kind !== 'main') return false;
    // `lift` turns what it lifts, so that only the word itself tells whether it is denied.
    if (![1, 2, 3].some((next) => LIFTING.has(words[at + next]?.key ?? '') && !denied[at + next]))
      return false;
    return !within(segmentOf(reading, at), (one) => WAITING.has(one));
  });
}

function isWaived(reading: Reading, at: number): boolean {
  const { words, denied } = reading;
  const { lower, key } = words[at]!;
  if (denied[at]) return APPLYING.has(key) || lower === 'counting';
  const before = words[at - 1];
  if (lower === 'otherwise') return [at - 1, at - 2].some((near) => SAYING_SO.has(words[near]?.key ?? ''));
  return WAIVING.has(key) || SOFT.has(lower) || SOFT_PAIRS.has(`${before?.lower} ${lower}`);
}

/** `; unless JP objects`, in a part of its own; what names a fact of the gate is the gate itself. */
function hasWayOut({ words, clauses, clauseOf, index: places }: Reading, { until }: Gate): boolean {
  const facts = until.flatMap((group) => occurrences(group, words, places));
  return clauses.some(({ connective }, index) => {
    if (connective !== 'unless' || facts.some(({ last }) => clauseOf[last] === index)) return false;
    return !words.some(({ lower }, at) => clauseOf[at] === index && THESE.has(lower));
  });
}

/**
 * Whether a text that says what a gate waits for takes it back behind its own words: with an exception, another way
 * through, a waiver, a mark that it is done with, or a start that need not wait.
 */
export function isTakenBack(reading: Reading, gate: Gate, names: readonly Group[]): boolean {
  return (
    hasOtherWay(reading, gate) ||
    hasWayOut(reading, gate) ||
    isSooner(reading, gate, names) ||
    reading.words.some(
      (_, at) =>
        isWaived(reading, at) || isExcepted(reading, gate, at) || isMark(reading, at) || isThere(reading, at),
    )
  );
}
