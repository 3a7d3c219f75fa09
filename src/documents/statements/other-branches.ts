import type { Span } from '../../place.ts';
import type { Decision } from '../../policy/policy.ts';
import { decisionKeys } from '../kinds/decision-record.ts';
import type { Markdown } from '../markdown/markdown.ts';
import { isConditional, segmentOf } from './conditions.ts';
import { lemma } from './lemma.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Said, speechOf } from './speech.ts';
import type { Word } from './words.ts';

/** Everything that a packet may call by name because the policy does: keys, statuses and the values of fields. */
function namesOf(decision: Decision): ReadonlySet<string> {
  const names = new Set<string>([
    ...decisionKeys(decision),
    decision.undecided,
    ...Object.keys(decision.branches),
  ]);
  for (const { fields } of Object.values(decision.branches)) {
    for (const { oneOf } of Object.values(fields)) for (const value of oneOf ?? []) names.add(value);
  }
  return names;
}

/** `Branch A` and `Branch B` are told apart by one sign after a common word. */
function titlesOf(decision: Decision): { common: string; signs: ReadonlySet<string> } | undefined {
  const titles = Object.values(decision.branches).map(({ title }) =>
    /^(\p{L}{1,30}) ([\p{L}\d])$/u.exec(title.toLowerCase()),
  );
  const [first] = titles;
  if (!first || titles.some((title) => title?.[1] !== first[1])) return undefined;
  return { common: first[1]!, signs: new Set(titles.map((title) => title![2]!)) };
}

const SIGN = /^(?:[b-z]|\d)$/;
// `hybrid_provider_allowed`, but not `CTO_HARNESS_CASE_MODEL` and no file's name.
const STATUS_LIKE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;

/** Whether a sentence names a branch that the policy does not have. */
type Test = (reading: Reading) => boolean;

function namesOther(decision: Decision): Test {
  const titles = titlesOf(decision);
  const names = namesOf(decision);
  const common = lemma(titles?.common ?? 'branch');
  return (reading) => {
    const { words, index } = reading;
    if (!index.has(common)) return false;
    const isOther = (word: Word, at: number): boolean => {
      if (titles && words[at - 1]?.key === common && SIGN.test(word.lower))
        return !titles.signs.has(word.lower);
      return STATUS_LIKE.test(word.text) && !names.has(word.text);
    };
    return words.some((word, at) => {
      if (!isOther(word, at) || reading.denied[at]) return false;
      return !isConditional(reading, segmentOf(reading, at));
    });
  };
}

/** Where a packet or record names a branch beside the policy's: in a heading, in a sentence, in a list or in `asides`. */
export function otherBranches(
  markdown: Markdown,
  decision: Decision,
  asides: readonly Said[],
): readonly Span[] {
  const test = namesOther(decision);
  const headings = markdown.headings.filter(({ prose }) => test(readingOf(prose.text.slice(0, 500))));
  const said = [...speechOf(markdown, decisionKeys(decision)), ...asides].filter(
    ({ reading, list, open }) => !list && !open && test(reading),
  );
  return [...headings.map(({ start, end }) => ({ start, end })), ...said.map(({ span }) => span)];
}
