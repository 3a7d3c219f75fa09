import { phraseStarts, wordsOf } from '../phrases.ts';
import {
  ABOUT,
  ACTING,
  ASIDE,
  CHANNEL,
  DOING,
  GIVING,
  KEPT,
  MACHINE,
  MADE,
  OBJECT_BEFORE,
  PASSIVE,
  SUBJECT_MATTER,
  TELLING,
  WRITING,
} from './actor-words.ts';
import {
  between,
  isBreak,
  isOnlyTold,
  isPartOfName,
  isUninvolved,
  type Named,
  NEAR,
  previous,
  textOf,
  versionEnd,
  type Words,
} from './named-actors.ts';
import { ABOUT_APPROVAL, APPROVING } from './words.ts';

interface Machine {
  readonly at: number;
  /** Its last word, with the version: `GPT-5`, `claude-sonnet-4-6`. */
  readonly last: number;
  readonly isVersion: boolean;
  /** `bot`, and not `Codex`. */
  readonly isKind: boolean;
}

/** `Codex session approved by JP`: what was approved comes first. */
function isApprovedThing(named: Named, from: number): boolean {
  for (let at = from; at < Math.min(named.words.length, from + NEAR); at++) {
    if (isBreak(between(named, at - 1, at)) || TELLING.has(textOf(named, at))) return false;
    if (!PASSIVE.has(textOf(named, at)) || !/^(?:by|from)$/.test(textOf(named, at + 1))) continue;
    return [at + 2, at + 3].some((index) => named.approvers.has(index));
  }
  return false;
}

/** `gpt-5.5: JP approval on 2026-05-31`. */
function isHeading(named: Named, last: number): boolean {
  if (!isBreak(between(named, last, last + 1)) || !named.approvers.has(last + 1)) return false;
  return [2, 3, 4].some((offset) => ABOUT_APPROVAL.has(textOf(named, last + offset)));
}

/** Named before anybody who approves, and not as what was approved. */
function isFirst(named: Named, { last, isVersion }: Machine): boolean {
  if (SUBJECT_MATTER.has(textOf(named, last + 1)) || isApprovedThing(named, last + 1)) return false;
  // `Hermes chat, JP approval`: where it was given.
  if (KEPT.has(textOf(named, last + 1)) && isHeading(named, last + 1)) return false;
  return !(isVersion && isHeading(named, last));
}

/** `for Codex and Claude`, `gpt-5.5, Claude`: one more of what is approved. */
function isListed(named: Named, before: number, isClose: boolean): boolean {
  if (named.never.has(before)) return true;
  if (isClose) return false;
  for (let at = before; at > before - NEAR && at >= 0 && !named.approvers.has(at); at--)
    if (OBJECT_BEFORE.has(textOf(named, at))) return true;
  return false;
}

/** After `by`, `via` or `and`. */
function isActing(named: Named, { last, isVersion }: Machine, index: number): boolean {
  const word = textOf(named, index);
  const earlier = textOf(named, index - 1);
  if (word === 'by') return !WRITING.has(earlier);
  if (SUBJECT_MATTER.has(textOf(named, last + 1))) return false;
  if (word === 'from' || (CHANNEL.has(word) && isVersion))
    return (
      index === 0 || named.approvers.has(index - 1) || ABOUT_APPROVAL.has(earlier) || earlier === 'approval'
    );
  if (CHANNEL.has(word)) return true;
  return !isVersion && !isListed(named, index - 1, false);
}

/** `JP (Codex)`, `JP’s assistant`: stands for the one who is named before it. */
function isInPlaceOf(named: Named, { at, last, isVersion, isKind }: Machine, index: number): boolean {
  if (isVersion) return false;
  const next = textOf(named, last + 1);
  if (named.approvers.has(index) && /^\s?[([:–—]|^\s-\s/.test(between(named, index, at)))
    return last + 1 === named.words.length || /^\s?[)\],]/.test(between(named, last, last + 1));
  const isHis = textOf(named, index) === 's' && named.approvers.has(index - 1);
  if (!isHis && !(isKind && index === at - 1 && named.approvers.has(index))) return false;
  return !SUBJECT_MATTER.has(next) && !KEPT.has(next);
}

/** Whether what is no authority acts as one here: named first, beside an authority, as its agent, or as who approved. */
function actsAsAuthority(named: Named, machine: Machine): boolean {
  const { at, last, isVersion } = machine;
  const index = previous(named, at);
  const word = textOf(named, index);
  const earlier = textOf(named, index - 1);
  const next = textOf(named, last + 1);
  if (word === 'not' || (ACTING.has(word) && earlier === 'not')) return false;
  if (isUninvolved(named, last) || isOnlyTold(named, last)) return false;
  if (word === 'of' && /^(?:behalf|way)$/.test(earlier)) return true;
  if (word === 'with' && /^(?:together|jointly|along)$/.test(earlier)) return !isVersion;
  if (ACTING.has(word)) return isActing(named, machine, index);
  if (ABOUT.has(word) && index === at - 1) return APPROVING.has(next) && word === 'on';
  if (ABOUT.has(word)) return false;
  if (at < named.firstApprover) return isFirst(named, machine);
  if (isInPlaceOf(named, machine, index)) return true;
  if (isVersion) return false;
  if (APPROVING.has(next) && !isApprovedThing(named, last + 1)) return true;
  if (index < 0 || [SUBJECT_MATTER, KEPT, ASIDE].some((aside) => aside.has(next))) return false;
  return /[/,&+|;]/.test(between(named, index, at)) && !isListed(named, index, true);
}

/** `auto-approved by CI`, `decided by our nightly pipeline`. */
function isDoneBy(named: Named, at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 4); index--) {
    const word = textOf(named, index);
    if (isBreak(between(named, index, index + 1)) || /^\d/.test(word) || named.approvers.has(index))
      return false;
    if (word === 'by') {
      const isAlone = index === 0 || isBreak(between(named, index - 1, index));
      return isAlone || named.approvers.has(index - 1) || GIVING.has(textOf(named, index - 1));
    }
    if (ABOUT.has(word)) return false;
  }
  return false;
}

/** The same of what is called by what it is: a script, a pipeline, a model. */
function machineActs(named: Named, at: number): boolean {
  const next = textOf(named, at + 1);
  const index = previous(named, at);
  if (SUBJECT_MATTER.has(next) || textOf(named, index) === 'not') return false;
  if (isDoneBy(named, at)) return true;
  if (at < named.firstApprover) return [at + 1, at + 2].some((near) => MADE.has(textOf(named, near)));
  if (CHANNEL.has(textOf(named, index)) && named.approvers.has(index - 1))
    return DOING.has(textOf(named, at)) || /^models?$/.test(textOf(named, at));
  const isKind = DOING.has(textOf(named, at));
  return (
    isInPlaceOf(named, { at, last: at, isVersion: false, isKind }, index) &&
    (isKind || textOf(named, index) !== 's')
  );
}

function placesOf(words: Words, phrase: string): readonly number[] {
  const plural = phrase === phrase.toLowerCase() ? phraseStarts(words, `${phrase}s`) : [];
  return [...phraseStarts(words, phrase), ...plural];
}

/** The words of an approval at which a name begins that never approves, whether it does so here or is only mentioned. */
export function agentsIn(words: Words, never: readonly string[]): ReadonlySet<number> {
  return new Set(never.flatMap((phrase) => placesOf(words, phrase)));
}

/**
 * Whether a program approves in a text about an approval: one that `never` lists, or what is called a script, a model or a
 * tool, alone, beside an authority, or in the place of one. `approvers` are the indexes of the words that name who may.
 */
export function isApprovedByMachine(
  text: string,
  words: Words,
  approvers: readonly number[],
  never: readonly string[],
): boolean {
  const places = never.flatMap((phrase) =>
    placesOf(words, phrase)
      .filter((at) => !isPartOfName(text, words, at))
      .map((at) => ({ at, length: wordsOf(phrase).length, isKind: phrase === phrase.toLowerCase() })),
  );
  const named: Named = {
    text,
    words,
    approvers: new Set(approvers),
    firstApprover: approvers.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY),
    never: new Set(
      places.flatMap(({ at, length }) => [...Array(length).keys()].map((offset) => at + offset)),
    ),
  };
  const acts = places.some(({ at, length, isKind }) => {
    const last = versionEnd(named, at + length - 1);
    return actsAsAuthority(named, { at, last, isVersion: last > at + length - 1, isKind });
  });
  if (acts) return true;
  return words.some(
    ({ text: word }, at) => MACHINE.has(word) && !isPartOfName(text, words, at) && machineActs(named, at),
  );
}
