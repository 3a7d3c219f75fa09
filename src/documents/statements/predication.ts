import { beginsWithCapital } from '../../unicode.ts';
import {
  ADVERBS,
  BE,
  CLEAR_VERBS,
  DETERMINERS,
  FINITE_BE,
  MODALS,
  NEGATORS,
  PERMITTING,
  PRONOUNS,
} from './lexicon.ts';
import type { Word } from './words.ts';

/**
 * What a verb does in its sentence. `asserted`: it is said to happen or to have happened (`approves`, `is hereby
 * approved`). `permitted`: it may. `owed`: it must, shall or will. `ordered`: an imperative. `described`: it only
 * describes a noun (`the approved network class`), is an infinitive or a noun itself.
 */
export type Predication = 'asserted' | 'permitted' | 'owed' | 'ordered' | 'described';

type Form = 'base' | 's' | 'ed' | 'ing';

const IRREGULAR_PAST = new Set(
  'given gave got gotten became made kept held left run ran taken took shown chosen chose granted met begun written built set put let lit cleared'.split(
    ' ',
  ),
);

function formOf({ lower }: Word): Form {
  if (lower.endsWith('ing')) return 'ing';
  // `proceed`, `need`: the ending is their own.
  if (/[^e]ed$/.test(lower) || (IRREGULAR_PAST.has(lower) && lower !== 'run')) return 'ed';
  return /[^s]s$/.test(lower) || /(?:sses|xes|ches|shes)$/.test(lower) ? 's' : 'base';
}

/** Verbs that may stand for `is` before a participle: `counts as approved`, `stands admitted`. */
const LIKE_BE = new Set(
  'get gets got become becomes became stand stands stays remains considered deemed regarded treated counted counts taken seen declared marked listed recorded'.split(
    ' ',
  ),
);
const FINITE_PAST = new Set('took came went began gave said ran'.split(' '));
/** `gpt-5.5 received admission`: before a noun these describe nothing. */
const TAKING = new Set('received obtained gained earned'.split(' '));
const LEAVE = new Set(
  'allowed permitted free cleared authorised authorized able ready entitled empowered welcome set good possible fine acceptable okay ok'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('by to for in on at with under until from as here'.split(' '));
const BREAK = /[;:,()—–]/;

function isAdverb(word: Word): boolean {
  return (
    ADVERBS.has(word.lower) ||
    NEGATORS.has(word.lower) ||
    (word.lower.length > 4 && word.lower.endsWith('ly'))
  );
}

/** The word before, adverbs and negations aside; `undefined` at the head of a stretch. */
function before(words: readonly Word[], at: number): number | undefined {
  let back = at;
  while (back > 0) {
    if (BREAK.test(words[back]!.gap)) return undefined;
    back--;
    if (!isAdverb(words[back]!)) return back;
  }
  return undefined;
}

function ofModal(lower: string): Predication {
  return PERMITTING.has(lower) ? 'permitted' : 'owed';
}

/** `may be`, `has been`, `is being`, `to be`: what a form of `be` or `have` is worth. */
function ofAuxiliary(words: readonly Word[], at: number): Predication {
  const { lower } = words[at]!;
  if (FINITE_BE.has(lower) || lower === 'has' || lower === 'had') return 'asserted';
  const left = before(words, at);
  if (left === undefined) return lower === 'being' ? 'described' : 'asserted';
  const previous = words[left]!.lower;
  if (MODALS.has(previous)) return ofModal(previous);
  if (previous === 'to') return ofInfinitive(words, left);
  if (lower === 'be' && isLet(words, left)) return 'ordered';
  if (lower === 'been' || lower === 'being')
    return BE.has(previous) || /^ha[sd]$|^have$/.test(previous) ? ofAuxiliary(words, left) : 'described';
  return lower === 'have' ? 'asserted' : 'described';
}

/** `Let Codex be …`, `let the agent be …`. */
function isLet(words: readonly Word[], subject: number): boolean {
  return words.slice(Math.max(0, subject - 2), subject).some(({ lower }) => lower === 'let');
}

/** Of `is to admit`, and not of `is good to go`. */
function isInfinitiveOf(words: readonly Word[], verb: number, at: number): boolean {
  const left = before(words, at);
  return left !== undefined && words[left]!.lower === 'to' && before(words, left) === verb;
}

/** `is free to run` permits, `is to run` obliges, any other `to run` describes. */
function ofInfinitive(words: readonly Word[], to: number): Predication {
  const left = before(words, to);
  if (left === undefined) return 'described';
  const previous = words[left]!.lower;
  if (LEAVE.has(previous)) return 'permitted';
  if (previous === 'continues' || previous === 'continue') return 'asserted';
  return FINITE_BE.has(previous) || ['has', 'have', 'needs', 'need'].includes(previous)
    ? 'owed'
    : 'described';
}

function isSubject(word: Word): boolean {
  return !DETERMINERS.has(word.lower) && !PREPOSITIONS.has(word.lower) && !BE.has(word.lower);
}

const OPEN = new Set('pending open undecided unknown empty tbd later'.split(' '));

/** `Approved provider: openai-codex.`, where `Approved provider: exact string.` describes a field. */
function isFilledIn(words: readonly Word[], at: number): boolean {
  const value = words[at + 2];
  if (!value?.gap.includes(':')) return false;
  const rest = words[at + 3];
  return rest === undefined ? !OPEN.has(value.lower) : rest.joined || /\d/.test(value.lower);
}

const RELATIVES = new Set(['which', 'whom', 'that']);

function ofParticiple(words: readonly Word[], at: number): Predication {
  // `passed`, `passed successfully`: how it happened does not tell whether it did.
  const how = words[at + 1]?.lower.endsWith('ly') ? 1 : 0;
  const next = words[at + 1 + how];
  const ends =
    next === undefined || BREAK.test(next.gap) || PREPOSITIONS.has(next.lower) || next.lower === 'and';
  const left = before(words, at);
  if (left === undefined) return ends || isFilledIn(words, at) ? 'asserted' : 'described';
  const previous = words[left]!;
  if (BE.has(previous.lower) || /^ha[sd]$|^have$|^having$/.test(previous.lower))
    return ofAuxiliary(words, left);
  if (previous.lower === 'as') return isTakenAs(words, left) ? 'asserted' : 'described';
  if (LIKE_BE.has(previous.lower)) return ofLikeBe(words, left);
  if (!isSubject(previous)) return 'described';
  // `which JP admitted in June`: the verb of a clause of its own.
  if (RELATIVES.has(words[left - 1]?.lower ?? '')) return 'asserted';
  if (next && !ends) {
    if (TAKING.has(words[at]!.lower)) return 'asserted';
    const opensObject =
      DETERMINERS.has(next.lower) ||
      PRONOUNS.has(next.lower) ||
      /[_\d]/.test(next.lower) ||
      beginsWithCapital(next.text);
    const named = beginsWithCapital(previous.text) || PRONOUNS.has(previous.lower);
    return opensObject || named ? 'asserted' : 'described';
  }
  // `Stage 2 passed.` and `a provider approved by JP is used`: with another verb in the sentence it only describes.
  return hasOtherVerb(words, at) ? 'described' : 'asserted';
}

const TAKEN_AS = /^(?:consider|deem|regard|treat|count|tak|see|declar|mark|list|record|read|stand|accept)$/;

/** `counts as approved`, `may regard it as approved`: whichever its mood, it gives something out as done. */
function isTakenAs(words: readonly Word[], as: number): boolean {
  for (let back = as - 1; back >= Math.max(0, as - 5); back--) {
    if (TAKEN_AS.test(words[back]!.key)) return true;
    if (BREAK.test(words[back]!.gap)) return false;
  }
  return false;
}

function hasOtherVerb(words: readonly Word[], at: number): boolean {
  return words.some(
    ({ lower }, other) => other !== at && (FINITE_BE.has(lower) || MODALS.has(lower) || lower === 'has'),
  );
}

function ofLikeBe(words: readonly Word[], at: number): Predication {
  const form = formOf(words[at]!);
  if (form === 's' || form === 'ing') return 'asserted';
  if (form === 'ed') {
    const left = before(words, at);
    return left !== undefined && (BE.has(words[left]!.lower) || /^ha/.test(words[left]!.lower))
      ? ofAuxiliary(words, left)
      : 'asserted';
  }
  return predicationOf(words, at);
}

function ofBase(words: readonly Word[], at: number): Predication {
  const left = before(words, at);
  if (left === undefined) return 'ordered';
  const previous = words[left]!.lower;
  if (MODALS.has(previous)) return ofModal(previous);
  if (previous === 'to') return ofInfinitive(words, left);
  if (previous === 'do' || previous === 'does' || previous === 'did') return 'asserted';
  if (['we', 'they', 'you', 'i', 'hereby', 'then', 'please'].includes(previous)) return 'asserted';
  if (['let', 'lets', 'help', 'helps'].includes(words[Math.max(0, left - 1)]!.lower)) return 'permitted';
  return 'described';
}

/** `approve or admit`: the second verb does what the first does. */
function coordinated(words: readonly Word[], at: number): number | undefined {
  const conjunction = words[at - 1]?.lower;
  if (conjunction !== 'or' && conjunction !== 'and' && conjunction !== 'nor') return undefined;
  const form = formOf(words[at]!);
  for (let back = at - 2; back >= Math.max(0, at - 6); back--) {
    if (formOf(words[back]!) === form && form !== 's' && !isAdverb(words[back]!)) return back;
  }
  return undefined;
}

/** What a phrase's verb does: of `is to be approved` it is `be` that tells. */
export function predicationIn(words: readonly Word[], first: number, last: number): Predication {
  let head = first;
  // `is to admit` is met by the words of `is admitted`, and says what is to come.
  if (BE.has(words[first]!.lower) && isInfinitiveOf(words, first, last)) return predicationOf(words, last);
  if (BE.has(words[first]!.lower))
    for (let at = first; at <= last; at++) if (BE.has(words[at]!.lower)) head = at;
  return predicationOf(words, head);
}

export function predicationOf(words: readonly Word[], at: number): Predication {
  const word = words[at]!;
  if (BE.has(word.lower) || word.lower === 'have' || word.lower === 'has' || word.lower === 'had')
    return ofAuxiliary(words, at);
  if (FINITE_PAST.has(word.lower)) return 'asserted';
  const first = coordinated(words, at);
  if (first !== undefined && (formOf(word) !== 'base' || before(words, first) !== undefined))
    return predicationOf(words, first);
  switch (formOf(word)) {
    case 's': {
      const left = words[at - 1];
      // `This adds a registry`: a pronoun of its own, where `this` is no determiner of a plural.
      if ((left?.lower === 'this' || left?.lower === 'that') && CLEAR_VERBS.has(word.lower))
        return 'asserted';
      return left !== undefined && (DETERMINERS.has(left.lower) || PREPOSITIONS.has(left.lower))
        ? 'described'
        : 'asserted';
    }
    case 'ed':
      return ofParticiple(words, at);
    case 'ing': {
      const left = before(words, at);
      return left !== undefined && BE.has(words[left]!.lower) ? ofAuxiliary(words, left) : 'described';
    }
    case 'base':
      return ofBase(words, at);
  }
}
