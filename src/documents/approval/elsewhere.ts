import { wordSet } from '../../word-set.ts';
import { ARTICLES, denies, type Reading } from './faults.ts';
import { ABOUT_APPROVAL, APPROVED, ASIDE_AFTER } from './words.ts';

// An approval that is there, and is none of this: of another model, from another project, for staging only.

const OF = wordSet('of for about regarding concerning covering');
const FROM = wordSet('from in under at within');
const OTHER = wordSet('another other different unrelated wrong');
const FORMER = wordSet('last previous former earlier old prior');
/** What has approvals of its own. */
const SCOPES = wordSet(
  `project projects repository repositories repo route routes record records template packet team client customer product
  programme program company decision pair provider providers model models branch vendor`,
);
const PERIODS = wordSet('year month quarter week day term period time');
/** How it was given, or came here. */
const GIVEN_BY = wordSet(
  `approval approvals chat mail email note message decision copied reused taken over borrowed inherited moved transferred
  recycled pasted imported carried adopted`,
);
const CHANNEL = wordSet('channel chat thread meeting room call session list');

/** Where nothing is decided on what runs. */
const TRIALS = wordSet(
  'staging sandbox demo demos demonstration dev development testing experiment experiments prototype prototypes playground preview training discussion information comment comments',
);
const LIMITS = wordSet('only just solely exclusively merely limited restricted');

const ASKING = wordSet('asking consulting contacting');
const HIS_KNOWLEDGE = wordSet(
  'knowledge knowing permission authority authorisation authorization involvement',
);
const UNASKED = wordSet('unasked unbidden unbeknownst uninvited');

type Clause = readonly number[];

/** The word before a place, and before the articles there. */
function beforeArticles({ words }: Reading, at: number): number {
  let index = at - 1;
  while (index >= 0 && ARTICLES.has(words[index]!.text)) index--;
  return index;
}

/** `approval of another model`, `copied from the last project`; but not `a comparison of other models`. */
function isOfElse(reading: Reading, at: number): boolean {
  const { words, approvers, referring } = reading;
  const textOf = (index: number): string => words[index]?.text ?? '';
  const isOther = OTHER.has(textOf(at));
  if (!isOther && !FORMER.has(textOf(at))) return false;
  const preposition = beforeArticles(reading, at);
  const [thing, next] = [textOf(at + 1), textOf(at + 2)];
  const isScope = SCOPES.has(thing) && !CHANNEL.has(next);
  const isMeant = OF.has(textOf(preposition))
    ? isScope || (isOther && thing !== '' && thing !== 'than' && !PERIODS.has(thing) && !CHANNEL.has(thing))
    : FROM.has(textOf(preposition)) && isScope;
  if (!isMeant || denies(words, preposition - 1)) return false;
  const before = preposition - 1;
  const said = textOf(before);
  return (
    approvers.has(before) ||
    referring.has(before) ||
    [GIVEN_BY, ABOUT_APPROVAL, APPROVED].some((set) => set.has(said))
  );
}

/** `for staging only`; but not `not only for staging`. */
function isForTrial(reading: Reading, clause: Clause, at: number): boolean {
  const { words } = reading;
  if (!TRIALS.has(words[at]!.text)) return false;
  const isLimit = (index: number): boolean =>
    LIMITS.has(words[index]!.text) && !denies(words, index - 1) && !denies(words, index - 2);
  return clause.some((index) => Math.abs(index - at) <= 3 && isLimit(index));
}

/** `written by Codex without asking`, `without the knowledge of JP`; but not `without asking for changes`. */
function isUnasked({ words, approvers }: Reading, at: number): boolean {
  const textOf = (index: number): string => words[index]?.text ?? '';
  if (UNASKED.has(textOf(at))) return !denies(words, at - 1);
  if (textOf(at) === 'initiative') return textOf(at - 1) === 'own' && /^(?:its|their)$/.test(textOf(at - 2));
  if (textOf(at) !== 'without') return false;
  const isBeside = (index: number): boolean =>
    approvers.has(index) || /^(?:the|any|his|s|being|having)$/.test(textOf(index));
  const first = [at + 1, at + 2, at + 3].find((index) => !isBeside(index));
  const word = textOf(first ?? at);
  if (ASKING.has(word) || word === 'asked')
    return !/^(?:for|about|questions?)$/.test(textOf((first ?? at) + 1));
  return HIS_KNOWLEDGE.has(word);
}

/** Whether a text tells of an approval that was given for something else, or by somebody who was not asked. */
export function isElsewhere(reading: Reading, clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => {
    const aside = clause.findIndex((at) => ASIDE_AFTER.has(reading.words[at]!.text));
    return (aside < 0 ? clause : clause.slice(0, aside)).some(
      (at) => isOfElse(reading, at) || isForTrial(reading, clause, at) || isUnasked(reading, at),
    );
  });
}
