import type { DecisionRecord } from '../documents/decision-record.ts';
import type { Name } from '../name.ts';
import type { Decision } from '../policy/policy.ts';

/** What is decided for one route. `not_decided` (or what the policy calls it) wherever a record does not say otherwise. */
export interface Decided {
  /** The front matter's route; `undefined` for records that name none. */
  readonly identity: string | undefined;
  readonly status: Name;
  /** The record that says so; `undefined` in the safe default. */
  readonly record: DecisionRecord | undefined;
  readonly records: readonly DecisionRecord[];
  /** The pair of the record, empty strings where a branch keeps it open. */
  readonly pair: { readonly provider: string; readonly model: string } | undefined;
  readonly fallback: { readonly provider: string; readonly model: string } | undefined;
}

/** The status that a record selects: one that the policy knows, stated once or alike; else the safe default. */
function statusOf(record: DecisionRecord, decision: Decision): Name {
  const values = new Set(record.statuses.map((field) => field.value));
  const only = values.size === 1 ? [...values][0] : undefined;
  return (Object.keys(decision.branches) as Name[]).find((branch) => branch === only) ?? decision.undecided;
}

function pairOf(
  record: DecisionRecord,
  keys: { provider: string; model: string } | undefined,
): Decided['pair'] {
  const provider = keys && record.field(keys.provider);
  const model = keys && record.field(keys.model);
  return provider && model ? { provider: provider.value, model: model.value } : undefined;
}

/** One decision a route. Records of one route that disagree decide nothing. */
export function readDecisions(records: readonly DecisionRecord[], decision: Decision): readonly Decided[] {
  const byIdentity = new Map<string | undefined, DecisionRecord[]>();
  for (const record of records) {
    const group = byIdentity.get(record.identity);
    if (group) group.push(record);
    else byIdentity.set(record.identity, [record]);
  }
  return [...byIdentity].map(([identity, group]) => {
    const statuses = new Set(group.map((record) => statusOf(record, decision)));
    const status = statuses.size === 1 ? [...statuses][0]! : decision.undecided;
    const record = status === decision.undecided ? undefined : group[0];
    return {
      identity,
      status,
      record,
      records: group,
      pair: record && pairOf(record, decision.pair),
      fallback: record && pairOf(record, decision.fallback),
    };
  });
}
