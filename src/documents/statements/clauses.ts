import { beginsWithCapital } from '../../unicode.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CLEAR_VERBS,
  DETERMINERS,
  DOUBTFUL_VERBS,
  OPENERS,
  PLAIN_VERBS,
  SAYING,
  SUBJECTS,
} from './lexicon.ts';
import { type ClauseKind, type Connective, type Opener, openerAt } from './openers.ts';
import type { Word } from './words.ts';

/** A stretch of a clause between commas, `and` and `or`. A negation at the head of a later one reaches forward only. */
export interface Piece {
  readonly start: number;
  readonly finite: boolean;
  /** Begins with `and` or `or`: the last of a list, whose verb is that of the whole list. */
  readonly joint: boolean;
}

/** A verb with what belongs to it. */
export interface Clause {
  readonly kind: ClauseKind;
  readonly connective: Connective | undefined;
  /** Clauses of one segment govern each other: a condition and what it is a condition of. */
  readonly segment: number;
  /** What it is said in: `the packet does not say` for `that it approves`. Its denial passes on. */
  readonly parent: number | undefined;
  readonly denies: boolean;
  /** A condition that stands before what it governs. */
  readonly leading: boolean;
  /** Puts right what the clause before it denies: `not a but b`. */
  readonly corrects: boolean;
  finite: boolean;
  readonly pieces: Piece[];
}

export interface Clauses {
  readonly clauses: readonly Clause[];
  /** For each word, the clause that it belongs to. */
  readonly of: readonly number[];
}

const CONJUNCTIONS = new Set(['and', 'or', 'but', 'nor', 'however', 'plus', 'yet', 'then']);
const CONTRASTS = new Set(['but', 'however', 'whereas', 'yet']);
const RESETS = new Set(['only', 'merely', 'just', 'rather', 'instead', 'solely', 'simply']);

function isConjunction(words: readonly Word[], at: number): boolean {
  const { lower, gap } = words[at]!;
  if (lower === 'yet') return gap.includes(',') && words[at - 1]?.lower !== 'not';
  if (lower === 'then') return gap.includes(',');
  return CONJUNCTIONS.has(lower);
}

// After these a verb has no ending that tells.
const PLURALS = new Set(['they', 'we', 'you', 'i']);

function isFiniteAt(words: readonly Word[], at: number, end: number): boolean {
  const { lower, joined } = words[at]!;
  if (joined || words[at + 1]?.joined) return false;
  if (AUXILIARIES.has(lower) || CLEAR_VERBS.has(lower) || PLAIN_VERBS.has(lower))
    return words[at - 1]?.lower !== 'to';
  if (PLURALS.has(words[at - 1]?.lower ?? '') && !ADVERBS.has(lower) && lower !== 'not') return true;
  if (!DOUBTFUL_VERBS.has(lower)) return false;
  const next = at + 1 < end ? words[at + 1] : undefined;
  return (
    next !== undefined &&
    (OPENERS.has(next.lower) || /[_\d]/.test(next.lower) || beginsWithCapital(next.text))
  );
}

function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteAt(words, at, to)) return true;
  return false;
}

/** Whether some word is a finite verb: whether it is a sentence. */
export function hasVerb(words: readonly Word[]): boolean {
  return hasFinite(words, 0, words.length);
}

const HARD = /[;—–]|\s-{1,3}\s/;
const DASH = /[—–]|\s-{1,3}\s/;
const COMMA = /[,()]/;

/** Where the stretch that begins at `from` ends: at the next comma, conjunction, opener or stronger sign. */
function pieceEnd(words: readonly Word[], from: number): number {
  let at = from + 1;
  while (at < words.length) {
    const { gap } = words[at]!;
    if (COMMA.test(gap) || HARD.test(gap) || gap.includes(':') || isConjunction(words, at)) break;
    if (isThat(words, at) || openerAt(words, at)) break;
    at++;
  }
  return at;
}

function isThat(words: readonly Word[], at: number): boolean {
  return at > 0 && words[at]!.lower === 'that' && !COMMA.test(words[at]!.gap) && at + 1 < words.length;
}

/** `says that …` goes on with what is said, `a provider that …` describes the provider. */
function thatOpener(words: readonly Word[], at: number): Opener {
  let before = at - 1;
  while (before > 0 && ADVERBS.has(words[before]!.lower)) before--;
  return { kind: SAYING.has(words[before]!.key) ? 'complement' : 'relative', length: 1 };
}

/** Cuts a sentence into clauses. `label` is the number of words that lead it in: those of `The packet must not:`. */
export function clausesOf(words: readonly Word[], label = 0): Clauses {
  const clauses: Clause[] = [];
  const of: number[] = [];
  let segment = 0;
  let current = 0;
  const open = (at: number, kind: ClauseKind, more: Partial<Clause> = {}): void => {
    current = clauses.length;
    clauses.push({
      kind,
      connective: undefined,
      segment,
      parent: undefined,
      denies: false,
      leading: false,
      corrects: false,
      finite: false,
      pieces: [{ start: at, finite: false, joint: false }],
      ...more,
    });
  };
  let mains = false;
  const openWith = (at: number, opener: Opener, fresh: boolean): void => {
    if (fresh) {
      segment++;
      mains = false;
    }
    const said = opener.kind === 'complement' || opener.kind === 'relative';
    open(at, opener.kind, {
      connective: opener.connective,
      denies: opener.denies ?? false,
      leading: !mains,
      parent: said ? current : undefined,
    });
  };

  open(0, 'main');
  let at = 0;
  while (at < words.length) {
    const { gap, lower } = words[at]!;
    const clause = clauses[current]!;
    // `a pair - approved`: without a verb before it a dash does what a colon does.
    const dash = DASH.test(gap) && !clause.finite && clause.kind === 'main' && !gap.includes(';');
    const hard = at > 0 && HARD.test(gap) && !dash;
    const colon = at > 0 && !hard && gap.includes(':');
    const comma = at > 0 && !hard && COMMA.test(gap);
    const that = isThat(words, at);
    const opener = that ? thatOpener(words, at) : openerAt(words, at);
    if (opener) {
      openWith(at, opener, gap.includes(';'));
      for (let part = 0; part < opener.length && at < words.length; part++) of[at++] = current;
      continue;
    }
    const joint = at > 0 && isConjunction(words, at);
    const boundary = hard || colon || comma || joint;
    if (boundary) {
      const start = joint ? at + 1 : at;
      const end = pieceEnd(words, Math.min(start, words.length - 1));
      const finite = hasFinite(words, start, end);
      const followed = words[start] !== undefined && (openerAt(words, start)?.kind ?? '') === 'condition';
      const contrast = joint && CONTRASTS.has(lower);
      if (hard || (joint && followed && mains)) {
        segment++;
        mains = false;
        open(at, 'main');
      } else if (colon && finite && clause.kind === 'condition' && at !== label) {
        // `has no effect without approval: no provider is approved`.
        if (mains) segment++;
        open(at, 'main');
      } else if (colon) {
        const inherits = at === label || !finite;
        if (clause.finite || at === label) {
          if (!inherits) segment++;
          open(at, 'main', { parent: inherits ? current : undefined });
        }
      } else if (clause.kind === 'condition' && clause.leading && !mains) {
        // `If a, b and c are there, d`: a list within the condition goes on until the condition has its verb.
        const ends =
          clause.finite || finite || isOrder(words, at, clause) || isSubjectList(words, at, clause);
        const more = joint && finite && isFollowed(words, end);
        if (comma && !(joint && !clause.finite) && ends && !more) open(at, 'main');
        else clause.pieces.push({ start: at, finite, joint });
      } else if (contrast) {
        if (finite) segment++;
        open(at, 'main', { corrects: !finite });
      } else if (clause.kind === 'condition' || clause.kind === 'question') {
        if (comma && finite && clause.kind === 'question') open(at, 'main', { segment: ++segment });
        else clause.pieces.push({ start: at, finite, joint });
      } else if (clause.kind === 'relative' && comma && !joint) {
        const parent = clause.parent!;
        if (finite && clauses[parent]!.finite) open(at, 'main', { segment: ++segment });
        else {
          current = parent;
          clauses[parent]!.pieces.push({ start: at, finite, joint });
        }
      } else if (finite && (clause.finite || clause.kind !== 'main')) {
        if (clause.kind === 'except' && !clauses.some((one) => one.segment === segment && one.finite)) {
          // `With any status other than a, the item stays blocked`.
          open(at, 'main');
          mains = true;
        } else {
          const again = clause.kind === 'complement' && !comma ? clause.parent : undefined;
          segment++;
          open(at, again === undefined ? 'main' : 'complement', { parent: again });
        }
      } else if (comma && !joint && RESETS.has(lower)) {
        open(at, 'main');
      } else {
        clause.pieces.push({ start: at, finite, joint });
      }
    }
    if (
      !boundary &&
      clause.kind === 'condition' &&
      clause.leading &&
      !mains &&
      isUnmarkedSubject(words, at, clause)
    ) {
      open(at, 'main');
    }
    const now = clauses[current]!;
    if (isFiniteAt(words, at, words.length)) {
      if (now.kind === 'relative' && now.finite && !isVerbChain(words, at)) current = now.parent!;
      clauses[current]!.finite = true;
    }
    if (clauses[current]!.kind === 'main') mains = true;
    of[at++] = current;
  }
  return { clauses, of };
}

/** Whether the finite verb before this one belongs to the same verb: `may not be`, `has been`. */
function isVerbChain(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && ADVERBS.has(words[before]!.lower)) before--;
  return (
    before < 0 ||
    AUXILIARIES.has(words[before]!.lower) ||
    ['who', 'which', 'that'].includes(words[before]!.lower)
  );
}

const PREPOSITIONAL: ReadonlySet<Connective> = new Set(['without', 'before', 'after', 'pending', 'until']);
const NO_NOUN = new Set([
  'of',
  'to',
  'for',
  'in',
  'on',
  'at',
  'by',
  'with',
  'from',
  'as',
  'through',
  'not',
  'than',
]);

const INVERTING = new Set(['may', 'can', 'will', 'shall', 'must', 'does', 'do', 'is', 'are']);
const BARE = new Set(['under', 'with', 'upon', 'through', 'via', 'by', 'after']);

/** `Only under Branch B may the item start`: the verb goes before its subject. */
function isInverted(words: readonly Word[], at: number, clause: Clause): boolean {
  const { start } = clause.pieces[0]!;
  if (!INVERTING.has(words[at]!.lower) || at - start < 3) return false;
  return clause.finite ? !AUXILIARIES.has(words[at - 1]!.lower) : BARE.has(words[start + 1]!.lower);
}

/** `Without an admission nothing runs`: the main clause begins without a comma. */
function isUnmarkedSubject(words: readonly Word[], at: number, clause: Clause): boolean {
  if (clause.connective === 'only' && isInverted(words, at, clause)) return true;
  if (!SUBJECTS.has(words[at]!.lower) || at - clause.pieces[0]!.start < 2) return false;
  if (!clause.finite && !PREPOSITIONAL.has(clause.connective!)) return false;
  const { lower } = words[at - 1]!;
  if (
    CONJUNCTIONS.has(lower) ||
    DETERMINERS.has(lower) ||
    NO_NOUN.has(lower) ||
    isFiniteAt(words, at - 1, words.length)
  )
    return false;
  // A list may be the subject, its verb far off; but what follows a participle may be its object.
  if (!clause.finite && clause.connective !== 'until' && !lower.endsWith('ed')) return true;
  return hasFinite(words, at, pieceEnd(words, at));
}

/** `If a is missing, and b is skipped, c fails`: only after the next comma the main clause begins. */
function isFollowed(words: readonly Word[], end: number): boolean {
  const next = words[end];
  if (next === undefined || !COMMA.test(next.gap) || isConjunction(words, end)) return false;
  return openerAt(words, end) === undefined;
}

const ORDERS = new Set(['record', 'name', 'state', 'list', 'specify', 'document', 'write', 'note']);

/** `Before admission, record the exact pair`: an order, where `before admission, record and review` goes on with nouns. */
function isOrder(words: readonly Word[], at: number, { connective }: Clause): boolean {
  if (!PREPOSITIONAL.has(connective!) || !ORDERS.has(words[at]!.lower)) return false;
  const next = words[at + 1];
  return next !== undefined && !COMMA.test(next.gap) && (OPENERS.has(next.lower) || next.lower === 'down');
}

const OWN_SUBJECTS = new Set(['there', 'nothing', 'nobody', 'none', 'it']);

/** `Before admission, a, b and c are recorded`: the list is the subject of the main clause if its last entry has a verb. */
function isSubjectList(words: readonly Word[], at: number, clause: Clause): boolean {
  if (clause.connective === 'until' || !PREPOSITIONAL.has(clause.connective!)) return false;
  let start = at;
  while (start < words.length) {
    const end = pieceEnd(words, start);
    if (end >= words.length) return hasFinite(words, start, end);
    if (words[end]!.lower === 'and' || words[end]!.lower === 'or') {
      const last = pieceEnd(words, end + 1);
      // `without a, b and c there is none`: the verb has a subject of its own.
      const apart = words.slice(end + 2, last).some(({ lower }) => OWN_SUBJECTS.has(lower));
      // Without a comma before its last entry the list may be the condition's, but not if nothing follows the verb.
      const whole = clause.connective === 'before' && last >= words.length;
      return (COMMA.test(words[end]!.gap) || whole) && !apart && hasFinite(words, end + 1, last);
    }
    if (!COMMA.test(words[end]!.gap)) return false;
    start = end;
  }
  return false;
}
