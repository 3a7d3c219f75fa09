import type { Span } from '../../place.ts';
import type { Decision } from '../../policy/policy.ts';
import { decisionKeys } from '../decision-record.ts';
import type { Markdown } from '../markdown.ts';
import { isConditional, segmentOf } from './conditions.ts';
import { type Reading, readingOf } from './reading.ts';
import { speechOf } from './speech.ts';
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

/** The word of a sentence that names a branch which the policy does not have. */
function otherBranch(reading: Reading, decision: Decision): Word | undefined {
  const { words, denied } = reading;
  const titles = titlesOf(decision);
  const names = namesOf(decision);
  const common = titles?.common ?? 'branch';
  const ofBranches = words.some(({ key }) => key === common || key === `${common}e`);
  return words.find((word, at) => {
    if (denied[at] || isConditional(reading, segmentOf(reading, at))) return false;
    if (titles && words[at - 1]?.lower === common && SIGN.test(word.lower))
      return !titles.signs.has(word.lower);
    return ofBranches && STATUS_LIKE.test(word.text) && !names.has(word.text);
  });
}

/** Where a packet or record names a branch beside the policy's: in a heading, in a sentence or in a list. */
export function otherBranches(markdown: Markdown, decision: Decision): readonly Span[] {
  const headings = markdown.headings
    .filter(({ prose }) => otherBranch(readingOf(prose.text.slice(0, 500)), decision))
    .map(({ start, end }) => ({ start, end }));
  const sentences = speechOf(markdown, decisionKeys(decision))
    .filter(({ reading, list }) => !list && otherBranch(reading, decision))
    .map(({ span }) => span);
  return [...headings, ...sentences];
}
