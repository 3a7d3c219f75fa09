import { type Place, placeOf, wholeFile } from '../../file.ts';
import type { Name } from '../../name.ts';
import type { Decision } from '../../policy/policy.ts';
import type { Document, Field } from '../document.ts';
import type { Heading } from '../markdown/markdown.ts';
import { isUnder } from '../markdown/sections.ts';
import { resembles, skeleton } from '../skeleton.ts';
import { listedKeys, withListedValue } from './listed-value.ts';

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
  /** Fields of the current state whose key is none of a decision's, near misses among them. */
  readonly others: readonly Field[];
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

/** The labels of the lists that fields stand in, `Previous state:`; both come in the order of the text. */
function labelsOf(document: Document, fields: readonly Field[]): ReadonlyMap<Field, string> {
  const items = document.markdown?.blocks.filter(({ type }) => type === 'item') ?? [];
  const labels = new Map<Field, string>();
  let at = 0;
  for (const field of fields) {
    while (at < items.length && items[at]!.prose.end <= field.keySpan.start) at++;
    const item = items[at];
    const label = item && item.start <= field.keySpan.start ? item.label?.text.trim() : undefined;
    if (label !== undefined && /[:：]$/u.test(label)) labels.set(field, label);
  }
  return labels;
}

/** Under *Previous state* stand entries; a list with a label of its own, such as *Future changes*, remembers nothing. */
function entriesOf(document: Document, remembered: readonly Field[], decision: Decision): readonly Field[] {
  const statuses = remembered.filter((field) => field.key === decision.status);
  const labels = labelsOf(document, statuses);
  const wanted = skeleton(decision.history.label);
  return statuses.filter((field) => skeleton(labels.get(field) ?? wanted).startsWith(wanted));
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

/**
 * An empty value may be written as a pair of quotes; and what markdown takes for a tag, `<model>`, shows as nothing, but is
 * a placeholder to whoever wrote it.
 */
function asWritten(field: Field, text: string): Field {
  if (/^(?:""|''|``|“”)$/.test(field.value.trim())) return { ...field, value: '' };
  if (field.value.trim() !== '' || field.form === 'tree' || field.form === 'front-matter') return field;
  const line = text.slice(field.keySpan.end, field.keySpan.end + 400).split(/[\r\n]/, 1)[0]!;
  const tag = /<[A-Za-z][^<>]{0,200}>/.exec(line);
  if (tag === null || /^<br\b/i.test(tag[0])) return field;
  const start = field.keySpan.end + tag.index;
  return { ...field, value: tag[0], valueSpan: { start, end: start + tag[0].length } };
}

/** A key as a heading would read: `decision_history` is *Decision History*. */
function isTitled(key: string, title: string): boolean {
  return skeleton(key.replaceAll('_', ' ')) === skeleton(title);
}

/** Where a field belongs. In a record of JSON or YAML, keys take the place of headings. */
function partOf(field: Field, decision: Decision): 'state' | 'history' | undefined {
  const { section, history } = decision;
  if (field.form === 'inline') return undefined;
  if (field.form === 'front-matter') return field.path.length === 1 ? 'state' : undefined;
  if (field.form === 'tree') {
    if (field.path.slice(0, -1).some((key) => isTitled(key, history.section))) return 'history';
    return field.path.length === 1 || isTitled(field.path[0]!, section) ? 'state' : undefined;
  }
  if (isUnder(field.section, section)) return 'state';
  return isUnder(field.section, history.section) ? 'history' : undefined;
}

/**
 * The current state stands under the policy's heading, in any form, or in front matter; under any other heading a field
 * describes, quotes or remembers.
 */
export function readDecisionRecord(document: Document, decision: Decision): DecisionRecord {
  const keys = decisionKeys(decision);
  const listed = listedKeys(decision);
  const ofState = document.fields.filter((field) => partOf(field, decision) === 'state');
  // Front matter also holds what describes the document; under the heading every field is the decision's.
  const state = ofState
    .filter(({ form, key }) => (form !== 'front-matter' && form !== 'tree') || keys.has(key))
    .map((field) => asWritten(field, document.file.text))
    .map((field) => (listed.has(field.key) ? withListedValue(document, field) : field));
  const others = ofState.filter(({ key }) => !keys.has(key));
  const remembered = document.fields.filter((field) => partOf(field, decision) === 'history');
  const statuses = state.filter((field) => field.key === decision.status);
  const current = headingOf(document, decision.section);
  const past = headingOf(document, decision.history.section) ?? current;
  const placeAt = (heading: Heading | undefined): Place =>
    heading ? placeOf(document.file, heading) : wholeFile(document.file);
  return {
    document,
    identity: document.fields.find(
      ({ form, key, path }) =>
        (form === 'front-matter' || form === 'tree') && path.length === 1 && key === decision.identity,
    )?.value,
    statuses,
    status: statusOf(statuses, decision),
    state,
    nearMisses: others.filter(({ key }) => [...keys].some((wanted) => resembles(key, wanted))),
    others,
    history: entriesOf(document, remembered, decision),
    remembered,
    statePlace: placeAt(current),
    historyPlace: placeAt(past),
    field: (key) => state.find((field) => field.key === key),
    restated: (key) => restatement(state.filter((field) => field.key === key)),
  };
}
