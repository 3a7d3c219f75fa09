import { wordSet } from '../../word-set.ts';
import { hasFinite } from './finite-verbs.ts';
import { NEGATORS } from './lexicon.ts';
import { type IsOwn, isDeciding } from './own-words.ts';
import type { Reading } from './reading.ts';

// Conditions and exceptions beside a statement, after which it holds for a time, for somebody or in some cases only.

/** A statement as a policy asks for it. */
export interface Asked {
  readonly isOwn: IsOwn;
  /** The same for the policy's own sentence alone. */
  readonly isSaid: IsOwn;
  /** It forbids an act: nobody's decision is waited for, since none makes the act harmless. */
  readonly ban: boolean;
  /** It names several facts that have to be there together. */
  readonly together: boolean;
}

/** After `without` they say that nothing is left out. */
const WHOLLY = wordSet(
  'exception exceptions exclusion limit limits limitation restriction reservation delay doubt fail regard',
);

const MONTHS_AND_DAYS =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^\d{4}$/;

/** What somebody is asked for, or looks at, before he acts. */
const LEAVE = wordSet('ticket review permission consent notice supervision justification waiver');

/** From the first word of a clause, up to where the next one begins. */
function ofClause({ clauseOf }: Reading, clause: number): readonly number[] {
  return clauseOf.flatMap((one, at) => (one === clause ? [at] : []));
}

/** `until one fact is there or another`: either lets go of what both were to hold. */
function isEitherOf(reading: Reading, places: readonly number[], { isOwn, together }: Asked): boolean {
  const { words } = reading;
  if (!together) return false;
  return places.some((at) => {
    if (words[at]!.lower !== 'or') return false;
    const [first, last] = [places[0]!, places.at(-1)! + 1];
    const later = places.filter((one) => one > at);
    return hasFinite(words, first, at) && hasFinite(words, at, last) && later.some(isOwn);
  });
}

/** Whether the words of a condition tell what the policy's own sentence waits for, or a decision. */
function isAwaited(reading: Reading, places: readonly number[], { isOwn, ban }: Asked): boolean {
  return places.some((at) => isOwn(at) || (!ban && isDeciding(reading.words[at]!)));
}

/** `with or without a ticket`, `before, during and after a run`: in any case. */
function isAnyway({ words }: Reading, first: number): boolean {
  const next = words[first + 1];
  const paired = words[first - 1]?.lower === 'or' && words[first - 2]?.lower === 'with';
  return paired || next === undefined || /[,]/.test(next.gap) || next.lower === 'or' || next.lower === 'and';
}

function narrows(reading: Reading, clause: number, denying: boolean, asked: Asked): boolean {
  const { words, clauses } = reading;
  const { kind, connective, leading } = clauses[clause]!;
  const places = ofClause(reading, clause);
  const [first] = places;
  if (first === undefined || isAnyway(reading, first)) return false;
  const own = (): boolean => isAwaited(reading, places, asked);
  if (kind === 'except') return !places.some(asked.isSaid);
  switch (connective) {
    case 'until':
      return isEitherOf(reading, places, asked) || !own();
    case 'pending':
      return !own();
    case 'before':
      return (denying || places.some((at) => MONTHS_AND_DAYS.test(words[at]!.lower))) && !own();
    case 'without': {
      // `without copying it`, `without exception`; only what is ruled out is let in by what is not wanted for it.
      const content = places
        .slice(1)
        .find(
          (at) =>
            !NEGATORS.has(words[at]!.lower) && !/^(?:an?|the|any|prior|further)$/.test(words[at]!.lower),
        );
      const { lower = '' } = words[content ?? -1] ?? {};
      if (WHOLLY.has(lower) || leading) return false;
      return (LEAVE.has(lower) || (denying && !(lower.endsWith('ing') && !asked.ban))) && !own();
    }
    case 'while':
      // `while` alone joins what has nothing to do with each other as often.
      return words[first]!.lower !== 'while' && words[first]!.lower !== 'whilst' && !own();
    default:
      return false;
  }
}

/** Whether a clause belongs to what gives a reason, or describes something: `because Bun is missing until July`. */
function isOfAside({ clauses, words, clauseOf }: Reading, clause: number): boolean {
  const before = clauses[clause - 1];
  const start = clauseOf.indexOf(clause);
  return (
    before !== undefined &&
    before.segment === clauses[clause]!.segment &&
    (before.kind === 'reason' || before.kind === 'relative') &&
    !/[,()]/.test(words[start]?.gap ?? '')
  );
}

/** `; until July`: a stretch of its own that only limits the one before it. */
function governed({ clauses }: Reading, clause: number): number {
  const { segment } = clauses[clause]!;
  const alone = clauses.every(
    (one) => one.segment !== segment || one.kind === 'condition' || one.kind === 'except',
  );
  return alone ? segment - 1 : segment;
}

/** Whether what is said in some segments holds only until, before, without or except for something. */
export function isNarrowed(
  reading: Reading,
  segments: ReadonlySet<number>,
  denying: boolean,
  asked: Asked,
): boolean {
  return reading.clauses.some(
    (_, clause) =>
      segments.has(governed(reading, clause)) &&
      !isOfAside(reading, clause) &&
      narrows(reading, clause, denying, asked),
  );
}
