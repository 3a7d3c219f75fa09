import type { DecisionRecord } from '../documents/kinds/decision-record.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
import { type Place, placeOf } from '../file.ts';
import type { Name } from '../name.ts';
import type { Fact, Policy } from '../policy/policy.ts';
import type { GateState } from './gate-state.ts';
import type { Route } from './route.ts';

/** What is decided for one route. Values are places in the record, so that whoever prints them can mask them. */
export interface DecisionStatus {
  readonly identity: string | undefined;
  readonly status: Name;
  readonly record: DecisionRecord | undefined;
  /** Places of the record's values, by key. */
  value(key: string): Place | undefined;
  /** ISO date: of the approval, else of the record's last review. */
  readonly since: string | undefined;
}

export interface WorkStatus {
  readonly id: Name;
  readonly item: WorkItem | undefined;
  readonly status: Name | undefined;
  /** `undefined` for items that no gate of the policy is about. */
  readonly gate: GateState | undefined;
  readonly missing: readonly string[];
}

export interface RouteStatus {
  readonly decisions: readonly DecisionStatus[];
  readonly work: readonly WorkStatus[];
  /** What may be done next, a sentence each. */
  readonly next: readonly string[];
}

const DATE = /\b\d{4}-\d{2}-\d{2}\b/;

/** What a fact is, to somebody who waits for it. */
export function describeFact(fact: Fact, policy: Policy): string {
  switch (fact.fact) {
    case 'decision': {
      if (fact.status === undefined) return 'a decision';
      return `${policy.decision?.status ?? 'a decision'} of ${fact.status.join(' or ')}`;
    }
    case 'admission':
      return 'an admission that agrees with the decision';
    case 'pass-report':
      return 'a pass report of a run with the admitted pair';
    case 'item':
      return `${fact.item} being ${fact.status.join(' or ')}`;
  }
}

function decisionStatuses(route: Route): readonly DecisionStatus[] {
  return route.decisions.map(({ identity, status, record }) => {
    const value = (key: string): Place | undefined => {
      const field = record?.field(key);
      return record && field && placeOf(record.document.file, field.valueSpan);
    };
    const reviewed = record?.document.fields.find(
      ({ form, key }) => form === 'front-matter' && key === 'last_reviewed',
    );
    const approved = record?.field('approval_source')?.value.match(DATE)?.[0];
    return { identity, status, record, value, since: approved ?? reviewed?.value.match(DATE)?.[0] };
  });
}

function workStatuses(route: Route, policy: Policy): readonly WorkStatus[] {
  // The first of an id, as everywhere.
  const items = new Map(route.items.toReversed().map((one) => [one.id, one]));
  const ids = new Set<Name>([...route.items.map(({ id }) => id), ...route.gates.map(({ item }) => item)]);
  return [...ids].sort().map((id) => {
    const item = items.get(id);
    const gate = route.gates.find((one) => one.item === id);
    return {
      id,
      item,
      status: item?.status,
      gate,
      missing: gate?.missing.map((fact) => describeFact(fact, policy)) ?? [],
    };
  });
}

function nextSteps(route: Route, work: readonly WorkStatus[], policy: Policy): readonly string[] {
  const { decision } = policy;
  const steps: string[] = [];
  const undecided = decision && route.decisions.every(({ status }) => status === decision.undecided);
  if (undecided && route.documents.length > 0) {
    steps.push(`Decide: an authority records ${Object.keys(decision.branches).join(' or ')}.`);
  }
  const blocked = policy.work?.blocked;
  for (const { id, status, gate } of work) {
    if (gate === undefined || status === undefined) continue;
    if (gate.mayLeaveBlocked && status === blocked) {
      steps.push(
        gate.closes
          ? `Close ${id}: what it waited for is there.`
          : `Unblock ${id}: what it waited for is there.`,
      );
    }
  }
  const waiting = work.filter(({ status, gate }) => status === blocked && gate !== undefined);
  const lacks = (fact: Fact['fact']): string[] =>
    waiting.filter(({ gate }) => gate!.missing.some((one) => one.fact === fact)).map(({ id }) => id);
  if (!undecided && lacks('admission').length > 0) {
    steps.push(`Admit: write the admission that the decision allows (for ${lacks('admission').join(', ')}).`);
  } else if (!undecided && lacks('pass-report').length > 0) {
    steps.push(
      `Run: ask the gate, run, verify, and record the pass report (for ${lacks('pass-report').join(', ')}).`,
    );
  }
  return steps;
}

/** The route for somebody who asks where things stand. */
export function statusOf(route: Route, policy: Policy): RouteStatus {
  const work = workStatuses(route, policy);
  return { decisions: decisionStatuses(route), work, next: nextSteps(route, work, policy) };
}
