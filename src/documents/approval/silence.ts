import { wordSet } from '../../word-set.ts';
import { denies, type Reading } from './faults.ts';
import { APPROVED } from './words.ts';

/** What somebody did not do who let it happen: `did not object`, `no reply`. */
const UNSAID = wordSet(
  `object objects objected objecting objection objections oppose opposed opposition protest protested protests complaint
  complaints complain complained disagree disagreed disagreement veto vetoed vetoes refuse refused reject rejected decline
  declined reply replied replies respond responded response answer answered react reacted reaction comment commented
  comments contradict contradicted heard say word`,
);
/** What an approval is told with. */
const TELLING: ReadonlySet<string> = new Set([
  ...APPROVED,
  ...wordSet(
    'approval approvals approve approves decision decides authorises authorizes consent consents agrees ok okay yes chosen selected said says signature sign signoff ticket reference',
  ),
]);
/** Somebody knows of it, and has said nothing. */
const KNOWING = wordSet('saw seen read aware');
const COPIED = wordSet('cc cced bcc');
const BECAUSE = wordSet('because since as through');
const NOBODY = wordSet('nobody noone none');

/** How many words stand between `no` and what was not said. */
const NEAR = 3;

type Clause = readonly number[];

interface Silence {
  readonly clause: number;
  /** The word that denies: `not`. */
  readonly at: number;
}

function silencesIn({ words }: Reading, clauses: readonly Clause[]): readonly Silence[] {
  return clauses.flatMap((clause, index) => {
    const at = clause.find(
      (one) =>
        (denies(words, one) || NOBODY.has(words[one]!.text)) &&
        clause.some((later) => later > one && later <= one + NEAR && UNSAID.has(words[later]!.text)),
    );
    return at === undefined ? [] : [{ clause: index, at }];
  });
}

/** `as nobody objected`, `: no objection`, `no reply by 2026-06-02`: the silence is what is taken for the approval. */
function isTakenFor({ text, words }: Reading, clause: Clause, at: number): boolean {
  const textOf = (index: number): string => words[index]?.text ?? '';
  if (clause.some((one) => one < at && one >= at - NEAR && BECAUSE.has(textOf(one)))) return true;
  if (textOf(at - 1) === 'by') return true;
  const first = clause[0]!;
  if (/:/.test(text.slice(words[first - 1]?.end ?? 0, words[first]!.start))) return true;
  return clause.some(
    (one) =>
      one > at &&
      (textOf(one) === 'within' ||
        (/^(?:by|until|before)$/.test(textOf(one)) && /^\d/.test(textOf(one + 1)))),
  );
}

/** Whether all that a text tells of the one who approves is that nothing was said: `JP did not object by 2026-06-02`. */
export function isSilence(reading: Reading, clauses: readonly Clause[]): boolean {
  const { words, approvers } = reading;
  const tells = (at: number): boolean => TELLING.has(words[at]!.text);
  const silences = silencesIn(reading, clauses);
  if (silences.some(({ clause, at }) => isTakenFor(reading, clauses[clause]!, at))) return true;
  const isSaid = (clause: Clause, index: number): boolean => {
    const silence = silences.find((one) => one.clause === index);
    return silence === undefined || clause.some((at) => at < silence.at && tells(at));
  };
  const said = clauses.filter(isSaid).flat();
  if (silences.length > 0 && !(said.some(tells) && said.some((at) => approvers.has(at)))) return true;
  return isOnlyKnown(reading, clauses, tells);
}

/** `JP in cc`, `seen by JP on 2026-06-02`. */
function isOnlyKnown(
  { words, approvers }: Reading,
  clauses: readonly Clause[],
  tells: (at: number) => boolean,
): boolean {
  const isCopied = words.some(
    ({ text }, at) =>
      COPIED.has(text) && [at - 2, at - 1, at + 1, at + 2].some((near) => approvers.has(near)),
  );
  if (isCopied) return true;
  if (words.some((_, at) => tells(at))) return false;
  return clauses.some(
    (clause) => clause.some((at) => approvers.has(at)) && clause.some((at) => KNOWING.has(words[at]!.text)),
  );
}
