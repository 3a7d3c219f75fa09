import type { Place } from '../../file.ts';
import type { Name } from '../../name.ts';
import type { Decision, Policy } from '../../policy/policy.ts';
import type { Document } from '../document.ts';
import { decisionKeys } from '../kinds/decision-record.ts';
import type { Heading } from '../markdown/markdown.ts';
import { isUnder } from '../markdown/sections.ts';
import { isCurrent } from './conditions.ts';
import { itemsSaid } from './item-entries.ts';
import { namedItems } from './named-items.ts';
import { groupOf, occurrences } from './phrases.ts';
import type { Reading } from './reading.ts';
import { type Said, sentencesIn } from './speech.ts';
import { type StatedItem, tickedItem } from './stated-items.ts';
import { mayHoldWord } from './words.ts';

export type { StatedItem };

/** What one sentence, or one field, says of the state of the route. */
export interface Stated {
  readonly at: Place;
  readonly items: readonly StatedItem[];
  /** `decision_status=…`; whether it says that this is, or is not, the status. */
  readonly decisions: readonly { readonly status: Name; readonly holds: boolean }[];
  /** It says that the build was admitted. */
  readonly buildAdmitted: boolean;
}

const NO_WORDS = {};

const COPULAS = new Set([
  'is',
  'remains',
  'stays',
  'equals',
  'currently',
  'now',
  'still',
  'not',
  'no',
  'longer',
  'set',
  'to',
  'at',
]);

const POINTING = new Set(['the', 'this', 'our', 'current']);

/** `The decision is not_decided`; not `a safe decision`. */
function isTheDecision(words: Reading['words'], at: number): boolean {
  if (words[at]!.lower !== 'decision' || !POINTING.has(words[at - 1]?.lower ?? '')) return false;
  return COPULAS.has(words[at + 1]?.lower ?? '');
}

/** `decision_status=x`, `decision_status is x`, `the decision is x`. */
function statedDecisions(reading: Reading, { decision }: Policy): Stated['decisions'] {
  if (decision === undefined) return [];
  const statuses = statesOf(decision);
  const { words } = reading;
  return words.flatMap(({ lower }, key) => {
    if (lower !== decision.status && !isTheDecision(words, key)) return [];
    let at = key + 1;
    while (at < words.length && at < key + 5 && COPULAS.has(words[at]!.lower)) at++;
    const status = statuses.find((one) => one === words[at]?.lower);
    if (status === undefined || !isCurrent(reading, { first: key, last: at })) return [];
    return [{ status, holds: !reading.denied[at] }];
  });
}

function saysAdmitted(reading: Reading, { build }: Policy): boolean {
  if (build?.admitted === undefined) return false;
  const { key, value } = build.admitted;
  for (const one of occurrences(groupOf(key, NO_WORDS), reading.words, reading.index)) {
    let at = one.last + 1;
    while (at < reading.words.length && at < one.last + 5 && COPULAS.has(reading.words[at]!.lower)) at++;
    const met = reading.words[at]?.lower === value && !reading.words[at + 1]?.joined;
    if (met && !reading.denied[at] && isCurrent(reading, { first: one.first, last: at })) return true;
  }
  return false;
}

/** Acceptance and blockers say what is to be; the history what was. Neither states the present. */
function isApart(section: Heading | undefined, label: string | undefined, policy: Policy): boolean {
  const { acceptance = '', blockers = '' } = policy.work?.labels ?? {};
  const titles = [acceptance, blockers].filter((title) => title !== '').map((title) => title.toLowerCase());
  const begins = (text: string): boolean =>
    titles.some((title) => text.trim().toLowerCase().startsWith(title));
  if (label !== undefined && begins(label)) return true;
  for (let heading = section; heading !== undefined; heading = heading.parent)
    if (begins(heading.prose.text)) return true;
  return policy.decision !== undefined && isUnder(section, policy.decision.history.section);
}

function ofSentence(document: Document, said: Said, policy: Policy): Stated | undefined {
  const { reading, span } = said;
  const items = policy.work ? [...itemsSaid(said, policy.work), ...tickedItem(said, policy.work)] : [];
  const decisions = statedDecisions(reading, policy);
  const buildAdmitted = saysAdmitted(reading, policy);
  if (items.length === 0 && decisions.length === 0 && !buildAdmitted) return undefined;
  return { at: document.at(span), items, decisions, buildAdmitted };
}

/** `-024`, of any prefix, with the hyphens that join words. */
const NUMBERED = /[-‑]\d/;

function statesOf({ undecided, branches }: Decision): readonly Name[] {
  return [undecided, ...(Object.keys(branches) as Name[])];
}

function namesState(text: string, decision: Decision): boolean {
  return mayHoldWord(text, 'decision') && statesOf(decision).some((state) => mayHoldWord(text, state));
}

/** Nearly every sentence of a route names no item, no decision and no build: it is not taken apart for any. */
function mayState({ text }: Said, { work, decision, build }: Policy): boolean {
  return (
    (work !== undefined && NUMBERED.test(text)) ||
    (decision !== undefined && (mayHoldWord(text, decision.status) || namesState(text, decision))) ||
    (build?.admitted !== undefined && mayHoldWord(text, build.admitted.value))
  );
}

function namedIn(document: Document, policy: Policy): readonly Stated[] {
  if (policy.work === undefined) return [];
  return namedItems(document, policy.work)
    .filter(({ source }) => !isApart('prose' in source ? source : source.section, undefined, policy))
    .map(({ source, item }) => ({
      at: document.at('prose' in source ? source : source.valueSpan),
      items: [item],
      decisions: [],
      buildAdmitted: false,
    }));
}

/** What the sentences of a document say of the present state of items, decision and build. */
export function statedIn(document: Document, policy: Policy): readonly Stated[] {
  if (document.markdown === undefined) return [];
  const fields = policy.decision ? decisionKeys(policy.decision) : new Set<string>();
  const sentences = sentencesIn(document.markdown, fields)
    .filter((said) => !said.open && mayState(said, policy) && !isApart(said.section, said.label, policy))
    .map((said) => ofSentence(document, said, policy))
    .filter((stated) => stated !== undefined);
  return [...sentences, ...namedIn(document, policy)];
}
