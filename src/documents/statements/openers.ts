import { AUXILIARIES } from './lexicon.ts';
import type { Word } from './words.ts';

/** How a condition is bound to what it governs. */
export type Connective =
  | 'unless'
  | 'until'
  | 'before'
  | 'without'
  | 'pending'
  | 'only'
  | 'if'
  | 'when'
  | 'once'
  | 'after'
  | 'while';

export type ClauseKind =
  | 'main'
  | 'condition'
  | 'complement'
  | 'relative'
  | 'reason'
  | 'excluded'
  | 'except'
  | 'question';

/** Words at which a clause begins, and what kind of clause it is. */
export interface Opener {
  readonly kind: ClauseKind;
  readonly connective?: Connective;
  /** How many words it is made of. */
  readonly length: number;
  /** What follows is denied: `without approving`, `instead of copying`. */
  readonly denies?: boolean;
}

type Entry = readonly [
  phrase: string,
  kind: ClauseKind,
  connective?: Connective | undefined,
  denies?: boolean,
];

// The longer phrase goes first.
const ENTRIES: readonly Entry[] = [
  ['if and only if', 'condition', 'only'],
  ['until further notice', 'reason'],
  ['with the exception of', 'except'],
  ['in the absence of', 'condition', 'without', true],
  ['for want of', 'condition', 'without', true],
  ['for lack of', 'condition', 'without', true],
  ['in the event', 'condition', 'if'],
  ['on the condition', 'condition', 'only'],
  ['on condition', 'condition', 'only'],
  ['as long as', 'condition', 'while'],
  ['so long as', 'condition', 'while'],
  ['as soon as', 'condition', 'once'],
  ['at the moment', 'reason'],
  ['only if', 'condition', 'only'],
  ['only when', 'condition', 'only'],
  ['only once', 'condition', 'only'],
  ['only after', 'condition', 'only'],
  ['only with', 'condition', 'only'],
  ['only where', 'condition', 'only'],
  ['only under', 'condition', 'only'],
  ['only upon', 'condition', 'only'],
  ['only through', 'condition', 'only'],
  ['only via', 'condition', 'only'],
  ['only by', 'condition', 'only'],
  ['only while', 'condition', 'only'],
  ['only in case', 'condition', 'only'],
  ['only behind', 'condition', 'only'],
  ['solely if', 'condition', 'only'],
  ['solely when', 'condition', 'only'],
  ['solely behind', 'condition', 'only'],
  ['solely through', 'condition', 'only'],
  ['exclusively if', 'condition', 'only'],
  ['exclusively when', 'condition', 'only'],
  ['exclusively behind', 'condition', 'only'],
  ['exclusively through', 'condition', 'only'],
  ['even if', 'reason'],
  ['even when', 'reason'],
  ['even though', 'reason'],
  ['even after', 'reason'],
  ['even before', 'reason'],
  ['even without', 'reason'],
  ['even while', 'reason'],
  ['not even', 'reason'],
  ['except if', 'condition', 'unless'],
  ['except when', 'condition', 'unless'],
  ['except where', 'condition', 'unless'],
  ['except after', 'condition', 'unless'],
  ['whether or not', 'reason'],
  ['regardless of', 'reason'],
  ['irrespective of', 'reason'],
  ['subject to', 'condition', 'only'],
  ['contingent on', 'condition', 'only'],
  ['contingent upon', 'condition', 'only'],
  ['conditional on', 'condition', 'only'],
  ['conditional upon', 'condition', 'only'],
  ['dependent on', 'condition', 'only'],
  ['depending on', 'condition', 'if'],
  ['provided that', 'condition', 'only'],
  ['in case', 'condition', 'if'],
  ['prior to', 'condition', 'before'],
  ['ahead of', 'condition', 'before'],
  ['instead of', 'excluded', undefined, true],
  ['rather than', 'excluded', undefined, true],
  ['as opposed to', 'excluded', undefined, true],
  ['in place of', 'excluded', undefined, true],
  ['in lieu of', 'excluded', undefined, true],
  ['other than', 'except'],
  ['apart from', 'except'],
  ['aside from', 'except'],
  ['save for', 'except'],
  ['so that', 'reason'],
  ['unless', 'condition', 'unless'],
  ['until', 'condition', 'until'],
  ['till', 'condition', 'until'],
  ['pending', 'condition', 'pending'],
  ['absent', 'condition', 'without', true],
  ['lacking', 'condition', 'without', true],
  ['before', 'condition', 'before'],
  ['without', 'condition', 'without', true],
  ['if', 'condition', 'if'],
  ['when', 'condition', 'when'],
  ['whenever', 'condition', 'when'],
  ['once', 'condition', 'once'],
  ['after', 'condition', 'after'],
  ['while', 'condition', 'while'],
  ['whilst', 'condition', 'while'],
  ['assuming', 'condition', 'if'],
  ['providing', 'condition', 'only'],
  ['provided', 'condition', 'only'],
  ['except', 'except'],
  ['besides', 'except'],
  ['because', 'reason'],
  ['since', 'reason'],
  ['as', 'reason'],
  ['although', 'reason'],
  ['though', 'reason'],
  ['whereas', 'reason'],
  ['whether', 'question'],
  ['which', 'relative'],
  ['who', 'relative'],
  ['whose', 'relative'],
  ['whom', 'relative'],
  ['where', 'relative'],
];

const BY_FIRST = new Map<string, { words: readonly string[]; opener: Opener }[]>();
for (const [phrase, kind, connective, denies] of ENTRIES) {
  const words = phrase.split(' ');
  const opener: Opener = {
    kind,
    length: words.length,
    ...(connective && { connective }),
    ...(denies && { denies }),
  };
  const group = BY_FIRST.get(words[0]!);
  if (group) group.push({ words, opener });
  else BY_FIRST.set(words[0]!, [{ words, opener }]);
}

const AFTER_PARTICIPLE = new Set(['by', 'in', 'to', 'for', 'with', 'as', 'here']);
const AFTER_ADVERB = new Set(['at', 'more', 'for', 'ever', 'long', 'was', 'were']);

/** Words of the table that are used otherwise: `provided by`, `at once`, `as before`, `as the admission authority`. */
function isOtherwiseUsed(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  const next = words[at + phrase.length]?.lower;
  const previous = words[at - 1]?.lower;
  // An opener needs what it opens; only `until further notice` is whole by itself.
  if (next === undefined) return phrase.at(-1) !== 'notice';
  if (words[at]!.joined || words[at + phrase.length]!.joined) return true;
  switch (phrase.join(' ')) {
    case 'provided':
      return AFTER_PARTICIPLE.has(next);
    case 'once':
      return previous !== undefined && AFTER_ADVERB.has(previous);
    case 'before':
      return previous === 'as';
    // `as` before a clause gives a reason; before a noun it names a role. Only a pronoun tells the first for certain.
    case 'as':
      return !['it', 'they', 'we', 'there', 'nobody', 'nothing'].includes(next);
    case 'pending':
      return (
        previous !== undefined && ['a', 'the', 'this', 'that', 'is', 'are', 'still', 'any'].includes(previous)
      );
    case 'absent':
    case 'lacking':
      return previous === 'is' || previous === 'are' || previous === 'be';
    default:
      return false;
  }
}

const NONE = new Set(['no', 'none', 'nothing', 'nobody', 'anything', 'never']);

/** `nothing but references`, `no value but these`: an exception, where `but` joins sentences elsewhere. */
function isExceptingBut(words: readonly Word[], at: number): boolean {
  if (words[at]!.lower !== 'but' || words[at]!.gap.includes(',')) return false;
  const isNoneWithin = (count: number): boolean =>
    words.slice(Math.max(0, at - count), at).some(({ lower }) => NONE.has(lower));
  if (isNoneWithin(3)) return true;
  // `no branch is active but a and b`: without a verb of its own what follows is excepted too.
  return isNoneWithin(6) && !words.slice(at + 1, at + 9).some(({ lower }) => AUXILIARIES.has(lower));
}

// `paths only, by reference`: the words of an opener stand together.
const APART = /[,;:()—–]/;

export function openerAt(words: readonly Word[], at: number): Opener | undefined {
  if (isExceptingBut(words, at)) return { kind: 'except', length: 1 };
  for (const { words: phrase, opener } of BY_FIRST.get(words[at]!.lower) ?? []) {
    const met = phrase.every(
      (word, offset) =>
        words[at + offset]?.lower === word && (offset === 0 || !APART.test(words[at + offset]!.gap)),
    );
    if (met && !isOtherwiseUsed(words, at, phrase)) return opener;
  }
  return undefined;
}
