import type { Clause, Clauses } from './clause.ts';
import { hasFinite, isFiniteAt, isVerbChain } from './finite-verbs.ts';
import { ADVERBS, SAYING } from './lexicon.ts';
import {
  isFollowed,
  isIntroduction,
  isOfNothing,
  isOrder,
  isPredicateAfter,
  isSecondSubject,
  isSubjectList,
  isUnmarkedSubject,
} from './main-clause.ts';
import { type ClauseKind, type Opener, openerAt } from './openers.ts';
import { COMMA, DASH, HARD, isConjunction, isThat, pieceEnd } from './stretches.ts';
import type { Word } from './words.ts';

const CONTRASTS = new Set(['but', 'however', 'whereas', 'yet']);
const RESETS = new Set(['only', 'merely', 'just', 'rather', 'instead', 'solely', 'simply']);

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
  // What a condition stands in that follows on `that`: `the packet says that unless a, b`.
  let saidIn: number | undefined;
  const openMain = (at: number): void => {
    if (saidIn === undefined) open(at, 'main');
    else open(at, 'complement', { parent: saidIn });
    mains = true;
  };
  const openWith = (at: number, opener: Opener, fresh: boolean): void => {
    if (fresh) {
      segment++;
      mains = false;
    }
    const said = opener.kind === 'complement' || opener.kind === 'relative';
    const within = clauses[current]!;
    saidIn = undefined;
    if (within.kind === 'complement' && opener.kind === 'condition' && within.pieces[0]!.start === at - 1) {
      saidIn = within.parent;
      mains = false;
    }
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
      // `12: Unless the record says so, …`: what stands before a colon leads in, and is no main clause.
      if ((colon && clause.kind === 'main' && !clause.finite) || isIntroduction(words, at, clause))
        mains = false;
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
      } else if (isIntroduction(words, at, clause)) {
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
        if (comma && !(joint && !clause.finite) && ends && !more) openMain(at);
        else clause.pieces.push({ start: at, finite, joint });
      } else if (contrast) {
        if (finite) segment++;
        open(at, 'main', { corrects: !finite });
      } else if (joint && isPredicateAfter(words, at, clause)) {
        // `blocks before build and never degrades`: the verb has the subject of the main clause.
        segment++;
        open(at, 'main');
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
      } else if ((finite && isOfNothing(words, start, clause)) || isSecondSubject(words, at, clause)) {
        clause.pieces.push({ start: at, finite, joint });
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
      openMain(at);
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
