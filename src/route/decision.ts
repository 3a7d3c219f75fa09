import { classOf } from '../documents/class-name.ts';
import type { DecisionRecord } from '../documents/kinds/decision-record.ts';
import { resembles, skeleton } from '../documents/skeleton.ts';
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
  /** Records that contradict the first one, each with the key that they part on. */
  readonly disagreements: readonly { readonly other: DecisionRecord; readonly key: Name }[];
  /** The pair of the record, empty strings where a branch keeps it open. */
  readonly pair: { readonly provider: string; readonly model: string } | undefined;
  readonly fallback: { readonly provider: string; readonly model: string } | undefined;
}

function pairOf(
  record: DecisionRecord,
  keys: { provider: string; model: string } | undefined,
): Decided['pair'] {
  const provider = keys && record.field(keys.provider);
  const model = keys && record.field(keys.model);
  return provider && model ? { provider: provider.value, model: model.value } : undefined;
}

function withoutEmpty(pair: Decided['pair']): Decided['pair'] {
  return pair?.provider === '' && pair.model === '' ? undefined : pair;
}

/** The key on which two records of one route part, if they do: the status, else a guarded field of the branch. */
function partedOn(one: DecisionRecord, other: DecisionRecord, decision: Decision): Name | undefined {
  if (one.status !== other.status) return decision.status;
  return one.status === decision.undecided ? undefined : differingKeys(one, other, decision)[0];
}

/** The guarded fields in which two states differ; what follows a class as a remark, and empty against absent, is no difference. */
export function differingKeys(
  one: DecisionRecord,
  other: DecisionRecord,
  decision: Decision,
): readonly Name[] {
  const value = (record: DecisionRecord, key: Name): string =>
    guardedValue(record.field(key)?.value ?? '', isClass(key, decision));
  return decision.guarded.filter((key) => value(one, key) !== value(other, key));
}

function isClass(key: Name, decision: Decision): boolean {
  return Object.values(decision.branches).some(({ fields }) => {
    const is = fields[key]?.is;
    return is === 'class' || is === 'credential';
  });
}

function guardedValue(value: string, ofClass: boolean): string {
  return (ofClass ? classOf(value) : value).trim();
}

/**
 * Whether records of a route try to state something and don't get there: a status or its key that is misspelt, two
 * statuses, records that disagree. What is decided is the safe state then, though nobody chose it.
 */
export function isUnclear({ records, disagreements }: Decided, decision: Decision): boolean {
  if (disagreements.length > 0) return true;
  return records.some(
    ({ status, statuses, nearMisses }) =>
      status === undefined &&
      (statuses.length > 0 || nearMisses.some(({ key }) => resembles(key, decision.status))),
  );
}

/** `Cto` is no other route than `cto`: a second spelling must not make a second decision. */
export function isSameRoute(one: string | undefined, other: string | undefined): boolean {
  return foldedIdentity(one) === foldedIdentity(other);
}

export function foldedIdentity(identity: string | undefined): string {
  return skeleton(identity ?? '');
}

/** One decision a route. Records of one route that disagree decide nothing. */
export function readDecisions(records: readonly DecisionRecord[], decision: Decision): readonly Decided[] {
  const byIdentity = new Map<string, DecisionRecord[]>();
  for (const record of records) {
    const identity = foldedIdentity(record.identity);
    const group = byIdentity.get(identity);
    if (group) group.push(record);
    else byIdentity.set(identity, [record]);
  }
  return [...byIdentity.values()].map((group) => {
    const first = group[0]!;
    const disagreements = group.flatMap((other) => {
      const key = partedOn(first, other, decision);
      return key === undefined ? [] : [{ other, key }];
    });
    const status = (disagreements.length === 0 ? first.status : undefined) ?? decision.undecided;
    const record = status === decision.undecided ? undefined : first;
    return {
      identity: first.identity,
      status,
      record,
      records: group,
      disagreements,
      pair: record && pairOf(record, decision.pair),
      fallback: record && withoutEmpty(pairOf(record, decision.fallback)),
    };
  });
}
