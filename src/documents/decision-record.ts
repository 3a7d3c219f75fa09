import type { Decision } from '../policy/policy.ts';
import type { Document, Field } from './document.ts';
import { isUnder } from './sections.ts';

/** A decision record: what holds now, and what held before. A document of kind `decision-record`. */
export interface DecisionRecord {
  readonly document: Document;
  /** The value of the policy's identity key in front matter: which route the record decides for. */
  readonly identity: string | undefined;
  /** Every statement of the current status, in whatever form; more than one that differ are a fault. */
  readonly statuses: readonly Field[];
  /** The fields of the current state, in the order of the text. */
  readonly state: readonly Field[];
  /** The statuses of past states, in the order of the text. */
  readonly history: readonly Field[];
  /** The first field of the current state with that key. */
  field(key: string): Field | undefined;
}

/** Keys that belong to a decision: its status and whatever any branch asks for. */
export function decisionKeys(decision: Decision): ReadonlySet<string> {
  const keys = new Set<string>([decision.status, ...decision.guarded, ...decision.renew]);
  for (const branch of Object.values(decision.branches))
    for (const key of Object.keys(branch.fields)) keys.add(key);
  return keys;
}

/**
 * The current state stands under the policy's heading, in any form, or in front matter; under any other heading a field
 * describes, quotes or remembers.
 */
export function readDecisionRecord(document: Document, decision: Decision): DecisionRecord {
  const keys = decisionKeys(decision);
  const state = document.fields.filter(
    (field) =>
      field.form !== 'inline' &&
      (field.form === 'front-matter'
        ? keys.has(field.key) && field.path.length === 1
        : isUnder(field.section, decision.section)),
  );
  return {
    document,
    identity: document.fields.find(
      (field) => field.form === 'front-matter' && field.key === decision.identity,
    )?.value,
    statuses: state.filter((field) => field.key === decision.status),
    state,
    history: document.fields.filter(
      (field) =>
        field.key === decision.status &&
        field.form !== 'inline' &&
        isUnder(field.section, decision.history.section),
    ),
    field: (key) => state.find((field) => field.key === key),
  };
}
