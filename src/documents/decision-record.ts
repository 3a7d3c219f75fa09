import { type Place, placeOf, wholeFile } from '../file.ts';
import type { Name } from '../name.ts';
import type { Decision } from '../policy/policy.ts';
import type { Document, Field } from './document.ts';
import type { Heading } from './markdown.ts';
import { isUnder } from './sections.ts';
import { resembles, skeleton } from './skeleton.ts';

/** A decision record: what holds now, and what held before. A document of kind `decision-record`. */
export interface DecisionRecord {
  readonly document: Document;
  /** The value of the policy's identity key in front matter: which route the record decides for. */
  readonly identity: string | undefined;
  /** Every statement of the current status, in whatever form; more than one that differ are a fault. */
  readonly statuses: readonly Field[];
  /** The current status, where one that the policy knows is stated, and no other. */
  readonly status: Name | undefined;
  /** The fields of the current state, in the order of the text. */
  readonly state: readonly Field[];
  /** Fields of the current state whose key only resembles one of a decision. */
  readonly nearMisses: readonly Field[];
  /** The statuses of past states, in the order of the text. */
  readonly history: readonly Field[];
  /** Every field of the history section, entries or not. */
  readonly remembered: readonly Field[];
  /** Where the current state is reported that has no status: its heading, else the file as a whole. */
  readonly statePlace: Place;
  /** Where what the history lacks is reported: its heading, else that of the current state. */
  readonly historyPlace: Place;
  /** The first field of the current state with that key. */
  field(key: string): Field | undefined;
  /** A second statement of that key in the current state, with the first; where another form repeats the value it is none. */
  restated(key: string): { readonly first: Field; readonly second: Field } | undefined;
}

/** Keys that belong to a decision: its status and whatever any branch asks for. */
export function decisionKeys(decision: Decision): ReadonlySet<string> {
  const keys = new Set<string>([decision.status, ...decision.guarded, ...decision.renew]);
  for (const pair of [decision.pair, decision.fallback]) if (pair) keys.add(pair.provider).add(pair.model);
  for (const branch of Object.values(decision.branches))
    for (const key of Object.keys(branch.fields)) keys.add(key);
  return keys;
}

/** The label of the list that a field stands in: `Previous state:`. */
function labelOf(document: Document, field: Field): string | undefined {
  const block = document.markdown?.blocks.find(
    ({ type, start, end }) => type === 'item' && start <= field.keySpan.start && field.keySpan.end <= end,
  );
  const label = block?.label?.text.trim();
  return label !== undefined && /[:：]$/u.test(label) ? label : undefined;
}

/** Under *Previous state* stand entries; a list with a label of its own, such as *Future changes*, remembers nothing. */
function isEntry(document: Document, field: Field, decision: Decision): boolean {
  const label = labelOf(document, field);
  return label === undefined || skeleton(label).startsWith(skeleton(decision.history.label));
}

function statusOf(statuses: readonly Field[], decision: Decision): Name | undefined {
  const values = new Set(statuses.map(({ value }) => value));
  if (values.size !== 1) return undefined;
  const [only] = values;
  const known = [decision.undecided, ...(Object.keys(decision.branches) as Name[])];
  return known.find((status) => status === only);
}

function headingOf(document: Document, title: string): Heading | undefined {
  return document.markdown?.headings.find(({ prose }) => skeleton(prose.text.trim()) === skeleton(title));
}

function restatement(fields: readonly Field[]): ReturnType<DecisionRecord['restated']> {
  const [first, ...others] = fields;
  const second = others.find(
    ({ value, form, section }) =>
      value !== first?.value || (form === first.form && section === first.section),
  );
  return first && second && { first, second };
}

/** In markdown an empty value may be written as a pair of quotes. */
function withoutQuotes(field: Field): Field {
  return /^(?:""|''|``|“”)$/.test(field.value.trim()) ? { ...field, value: '' } : field;
}

/**
 * The current state stands under the policy's heading, in any form, or in front matter; under any other heading a field
 * describes, quotes or remembers.
 */
export function readDecisionRecord(document: Document, decision: Decision): DecisionRecord {
  const keys = decisionKeys(decision);
  const ofState = document.fields.filter(
    (field) =>
      field.form !== 'inline' &&
      (field.form === 'front-matter' ? field.path.length === 1 : isUnder(field.section, decision.section)),
  );
  // Front matter also holds what describes the document; under the heading every field is the decision's.
  const state = ofState
    .filter((field) => field.form !== 'front-matter' || keys.has(field.key))
    .map(withoutQuotes);
  const remembered = document.fields.filter(
    (field) => field.form !== 'inline' && isUnder(field.section, decision.history.section),
  );
  const statuses = state.filter((field) => field.key === decision.status);
  const current = headingOf(document, decision.section);
  const past = headingOf(document, decision.history.section) ?? current;
  const placeAt = (heading: Heading | undefined): Place =>
    heading ? placeOf(document.file, heading) : wholeFile(document.file);
  return {
    document,
    identity: document.fields.find(
      (field) => field.form === 'front-matter' && field.key === decision.identity,
    )?.value,
    statuses,
    status: statusOf(statuses, decision),
    state,
    nearMisses: ofState.filter(
      ({ key }) => !keys.has(key) && [...keys].some((wanted) => resembles(key, wanted)),
    ),
    history: remembered.filter(
      (field) => field.key === decision.status && isEntry(document, field, decision),
    ),
    remembered,
    statePlace: placeAt(current),
    historyPlace: placeAt(past),
    field: (key) => state.find((field) => field.key === key),
    restated: (key) => restatement(state.filter((field) => field.key === key)),
  };
}
