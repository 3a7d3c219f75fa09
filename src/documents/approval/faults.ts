import { wordSet } from '../../word-set.ts';
import type { Word } from '../phrases.ts';
import { ABOUT_APPROVAL, APPROVED, APPROVING, ASKED, DENYING, KEPT_WHEN_DENIED, LACKING } from './words.ts';

export const ARTICLES = wordSet('the a an our its his her their this that any');
/** What follows one of these is what the approval is about: `of the requested change`. */
export const PREPOSITIONS = wordSet(
  'of for on about regarding concerning covering in at under per to after following with from by over as into against',
);
/** Before the name of who approves: it is still to come, or not there. */
const STILL_BEFORE = wordSet('for to upon before until against despite');
const NOT_THERE = wordSet('instead lieu place absence lack want consideration');
/** What an approval is that counts, and what one does who gives it. */
const HOLDING = wordSet(
  'valid final binding effective sure there available answered answer replied responded',
);
const MONTH_OR_MODAL = 'may';
/** `auto-approved`, `machine approval`. */
const AUTOMATIC = wordSet(
  'auto automated autonomous autonomously machine robot unattended programmatic scripted',
);
/** Before `as` or `for` and a name: somebody else does it. */
const IN_A_PART = wordSet(
  `act acts acted acting run runs ran running execute executes executed executing pose posed poses posing sign signed
  signing log logged login write writing wrote post posted posting commit committed commits speak speaks speaking
  masquerading identified authenticated`,
);
/** After `JP's`: what another can use. */
const IDENTITY = wordSet('name account login identity credentials token handle');
/** Who relays an approval is told beside who gave it. */
const RELAYED = wordSet('relayed conveyed transmitted');

/** A text about an approval. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** The first words of who approves. */
  readonly approvers: ReadonlySet<number>;
  /** Words of a date, an id or a path: what they say as words means nothing. */
  readonly referring: ReadonlySet<number>;
}

/** `of the requested change`: said of what was approved. */
export function isOfAnother({ words, approvers }: Reading, at: number): boolean {
  if (Math.min(...approvers) > at) return false;
  const article = [at - 1, at - 2].find((index) => ARTICLES.has(words[index]?.text ?? ''));
  return article !== undefined && PREPOSITIONS.has(words[article - 1]?.text ?? '');
}

/** `no`, but not `no. 14`. */
export function denies(words: readonly Word[], at: number): boolean {
  const word = words[at]?.text ?? '';
  return DENYING.has(word) && !(word === 'no' && /^\d/.test(words[at + 1]?.text ?? ''));
}

/** Whether the approval itself is denied: `no JP approval`, `JP has not approved`; `JP approval, not Codex` denies another. */
export function isNoApproval(text: string, words: readonly Word[], approver: number): boolean {
  const first = Math.max(0, approver - 3);
  return words.slice(first, approver + 4).some((_, offset) => {
    const at = first + offset;
    if (!denies(words, at)) return false;
    // `Hermes was not involved; JP approved`
    if (at < approver && text.slice(words[at]!.end, words[approver]!.start).includes(';')) return false;
    return at <= approver + 1 || APPROVING.has(words[approver + 3]?.text ?? '');
  });
}

function isDenied({ words }: Reading, at: number): boolean {
  if (KEPT_WHEN_DENIED.has(words[at]!.text)) return false;
  return [at - 1, at - 2].some((index) => denies(words, index));
}

export type Fault = 'asked' | 'lacking';

function isLastOfClause({ text, words }: Reading, at: number): boolean {
  return at === words.length - 1 || /[,;:()[\]]/.test(text.slice(words[at]!.end, words[at + 1]!.start));
}

/** Words that say it only beside others. */
function faultInContext(reading: Reading, at: number): Fault | undefined {
  const { words } = reading;
  const [before, word, after] = [words[at - 1]?.text, words[at]!.text, words[at + 1]?.text ?? ''];
  if (word === MONTH_OR_MODAL)
    return [before, after].some((near) => /^\d/.test(near ?? '')) ? undefined : 'asked';
  if (word === 'subject' && after === 'to') return 'lacking';
  if (word === 'provided' && after !== '' && !/^(?:on|by|in|at|via|as|for|to|\d.*)$/.test(after))
    return 'lacking';
  if (AUTOMATIC.has(word) && (APPROVED.has(after) || ABOUT_APPROVAL.has(after) || after === 'approval'))
    return 'lacking';
  if (AUTOMATIC.has(word) && isLastOfClause(reading, at)) return 'lacking';
  if (word === 'default' && before === 'by') return 'lacking';
  if (word === 'consensus' && before === 'lazy') return 'lacking';
  if (
    word === 'pipeline' &&
    /^(?:in|the)$/.test(before ?? '') &&
    [at - 1, at - 2].some((near) => words[near]?.text === 'in')
  )
    return 'asked';
  if (word === 'principle' && before === 'in') return 'lacking';
  if (word === 'hold' && before === 'on') return 'lacking';
  if (word === 'replaced' && after === 'by') return 'lacking';
  if (
    /^(?:review|consideration|discussion)$/.test(word) &&
    /^(?:under|in|for)$/.test(before ?? '') &&
    after !== 'of'
  )
    return 'asked';
  if (word === 'to' && !/^(?:decided|chose|agreed)$/.test(before ?? '')) {
    const verb = after === 'be' ? (words[at + 2]?.text ?? '') : after;
    if (/^(?:follow|come|give|given|decide|review|obtain|get|accept|agree|authorise|authorize)$/.test(verb))
      return 'lacking';
    if (ABOUT_APPROVAL.has(verb)) return 'lacking';
    if (after === 'be') return 'asked';
  }
  if (/^(?:informed|notified)$/.test(word) && [at - 1, at - 2].some((index) => reading.approvers.has(index)))
    return 'lacking';
  const phrase = `${before} ${word}`;
  if (
    /^(?:run out|ran out|turned down|taken back|took back|on leave|said no|says no|being obtained)$/.test(
      phrase,
    )
  )
    return 'lacking';
  if (phrase === 'for approval') return 'asked';
  if (phrase === 'no longer' && !LACKING.has(after) && !ASKED.has(after)) return 'lacking';
  if (denies(words, at) && (APPROVED.has(after) || APPROVING.has(after) || HOLDING.has(after)))
    return 'lacking';
  return undefined;
}

/** What a word says against the approval, where it says anything. */
export function faultAt(reading: Reading, at: number): Fault | undefined {
  const { words, referring } = reading;
  const { text } = words[at]!;
  // `jp@example.org` is no example.
  if (reading.text[words[at]!.start - 1] === '@') return undefined;
  if (text === 'request' && /^(?:pull|merge|change)$/.test(words[at - 1]?.text ?? '')) return undefined;
  if (text === 'due' && words[at + 1]?.text === 'to') return undefined;
  if (text === 'until' && referring.has(at + 1)) return undefined;
  if (LACKING.has(text)) return isDenied(reading, at) ? undefined : 'lacking';
  return ASKED.has(text) ? 'asked' : faultInContext(reading, at);
}

/** Whether what stands before the name of who approves says that it has not been done. */
export function isStillBefore({ words, approvers, referring }: Reading, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && ARTICLES.has(words[index]!.text)) index -= 1;
  const [word, earlier] = [words[index]?.text ?? '', words[index - 1]?.text ?? ''];
  if (word === 'of') return NOT_THERE.has(earlier);
  if (word === 'to') return !/^(?:according|thanks)$/.test(earlier);
  if (word === 'after') return referring.size === 0;
  if (word === 'as' && IN_A_PART.has(earlier)) return true;
  if (word === 'by' && RELAYED.has(earlier)) return approvers.size === 1;
  if (/^(?:in|under|with|using|from)$/.test(word) && words[at + 1]?.text === 's')
    return IDENTITY.has(words[at + 2]?.text ?? '');
  return STILL_BEFORE.has(word);
}
