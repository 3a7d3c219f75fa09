import { beginsWithCapital } from '../../unicode.ts';
import { wordSet } from '../../word-set.ts';
import { segmentOf } from './conditions.ts';
import { isFiniteAt } from './finite-verbs.ts';
import { NEGATORS } from './lexicon.ts';
import type { ClauseKind } from './openers.ts';
import type { IsOwn } from './own-words.ts';
import type { Reading } from './reading.ts';

// `Only JP or a governed Core route may …`: a list that a statement closes, and that one more entry opens again.

/** What is no further entry: it describes the entry before it, or adds how and where. */
const ASIDE = wordSet(
  `which who whom whose whichever whatever that as so if because since namely both either neither i.e e.g for to in on at by
  with from through under after before when where while until unless without once never only also then`,
);
const DESCRIBING = wordSet('a an the our its his her their this that');

interface Entry {
  readonly places: readonly number[];
  /** Before the first word stands a comma; `or` or `and`; a bracket. */
  readonly comma: boolean;
  readonly joint: boolean;
  readonly bracket: boolean;
}

const LISTING: ReadonlySet<ClauseKind> = new Set(['main', 'except', 'complement']);

/** The stretches of a segment between commas, `and` and `or`. */
function entriesOf(reading: Reading, segment: number): readonly Entry[] {
  const { words, clauses, clauseOf } = reading;
  const entries: { places: number[]; comma: boolean; joint: boolean; bracket: boolean }[] = [];
  for (const [at, { lower, gap }] of words.entries()) {
    if (segmentOf(reading, at) !== segment || !LISTING.has(clauses[clauseOf[at]!]!.kind)) continue;
    const comma = /[,(/:]/.test(gap);
    const joint = lower === 'or' || lower === 'and';
    if (comma || joint || entries.length === 0)
      entries.push({ places: [], comma, joint, bracket: gap.includes('(') });
    if (!joint) entries.at(-1)!.places.push(at);
  }
  // `, or b`: one separation.
  return entries.flatMap((entry, index) =>
    entry.places.length > 0
      ? [
          {
            ...entry,
            comma: entry.comma || (entry.joint && /,/.test(words[entry.places[0]! - 1]?.gap ?? '')),
          },
        ]
      : index === 0
        ? [entry]
        : [],
  );
}

/** An entry up to the verb that it may have behind it. */
function nounOf({ words }: Reading, { places }: Entry): readonly number[] {
  const verb = places.findIndex((at) => isFiniteAt(words, at, words.length));
  return verb < 0 ? places : places.slice(0, verb);
}

function isFurther(reading: Reading, entry: Entry, next: Entry | undefined, isOwn: IsOwn): boolean {
  const noun = nounOf(reading, entry);
  const first = noun[0];
  if (first === undefined || noun.length > 5 || entry.bracket || noun.some(isOwn)) return false;
  const { lower } = reading.words[first]!;
  if (ASIDE.has(lower) || NEGATORS.has(lower) || lower.endsWith('ly') || lower.endsWith('ing')) return false;
  // `JP, the owner, or a route` describes JP; `JP, the owner or a route` are three.
  return !DESCRIBING.has(lower) || entry.joint || (next?.joint === true && !next.comma);
}

/** `remain paused_state, a or b`, `only Hermes, a or b`: a name at the head of the list, behind a verb or `only`. */
function isFurtherAtHead({ words }: Reading, { places }: Entry, isOwn: IsOwn): boolean {
  const from = places.findLastIndex(
    (at) => /^(?:only|but)$/.test(words[at]!.lower) || isFiniteAt(words, at, words.length),
  );
  const head = places.slice(from + 1);
  const last = words[head.at(-1) ?? -1];
  if (from < 0 || last === undefined || head.length > 3 || head.some(isOwn)) return false;
  return /[_\d]/.test(last.text) || beginsWithCapital(last.text);
}

/** The entries up to the first that goes on with a verb: behind it no list of subjects goes on. */
function listOf(reading: Reading, segment: number): readonly Entry[] {
  const { words } = reading;
  const entries = entriesOf(reading, segment);
  const end = entries.findIndex(
    ({ places }, index) => index > 0 && places.some((at) => isFiniteAt(words, at, words.length)),
  );
  return end < 0 ? entries : entries.slice(0, end + 1);
}

/** Whether the list that holds a statement's own entries has another one. */
export function isWidened(reading: Reading, segments: ReadonlySet<number>, isOwn: IsOwn): boolean {
  const { words } = reading;
  return [...segments].some((segment) => {
    const entries = listOf(reading, segment);
    const named = entries.flatMap((entry, index) => (nounOf(reading, entry).some(isOwn) ? [index] : []));
    const [first, last] = [named[0], named.at(-1)];
    if (first === undefined || last === undefined || first === last) return false;
    if (isFurtherAtHead(reading, entries[0]!, isOwn)) return true;
    const ends = entries[last]!.places.every((at) => isOwn(at) || DESCRIBING.has(words[at]!.lower));
    return entries.some((entry, index) => {
      if (index <= first || index > (ends ? last + 1 : last)) return false;
      return isFurther(reading, entry, entries[index + 1], isOwn);
    });
  });
}
