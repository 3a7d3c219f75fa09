import { dayAfter, isDate } from '../date.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
import type { Name } from '../name.ts';
import type { Fact, Policy } from '../policy/policy.ts';
import { disagreements } from './admission.ts';
import { type Decided, isSameRoute } from './decision.ts';
import type { GateState } from './gate-state.ts';
import { admittedPairs, isSamePair } from './pair.ts';
import type { PassReport } from './pass-report.ts';
import type { Route } from './route.ts';

type Facts = Pick<Route, 'decisions' | 'items' | 'admissions'> & {
  readonly passReports: readonly PassReport[];
};

/** The decision that an item waits for: its own route's, or the only one where a side names none. */
export function decisionFor(
  item: WorkItem | undefined,
  decisions: readonly Decided[],
  policy: Policy,
): Decided | undefined {
  const key = policy.decision?.identity;
  const identity = item?.document.fields.find(
    (field) => field.form === 'front-matter' && field.key === key,
  )?.value;
  const own = decisions.find((decided) => isSameRoute(decided.identity, identity));
  if (own !== undefined || decisions.length !== 1) return own;
  // With one decision there is no other that could be meant, unless both sides name a route.
  return identity === undefined || decisions[0]!.identity === undefined ? decisions[0] : undefined;
}

/** An admission counts only where it is whole and contradicts nothing that is decided. */
export function admissionFor(
  decided: Decided | undefined,
  admissions: Route['admissions'],
  policy: Policy,
): Route['admissions'][number] | undefined {
  // The safe state admits nothing, whatever there is.
  if (decided?.record === undefined) return undefined;
  return admissions.find(
    ({ value }) => value !== undefined && disagreements(value, decided, policy).length === 0,
  );
}

/** `20260602T101500Z-slug-4711` → `2026-06-02`. */
function dayOf(run: string): string {
  return run.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');
}

/**
 * A pass report counts in an item that waits for one, verified on a day that there was, and not before its run: the run
 * tells its day in UTC, so that the day before may be the same one elsewhere. Anything else is a mention.
 */
function isEvidence({ item, run, verified }: PassReport, { work, today }: Policy): boolean {
  const needs = work?.gates[item.id]?.needs ?? [];
  if (!isDate(verified) || !isDate(dayOf(run))) return false;
  return (
    needs.some(({ fact }) => fact === 'pass-report') && verified <= today && dayOf(run) <= dayAfter(verified)
  );
}

function isThere(fact: Fact, decided: Decided | undefined, facts: Facts, policy: Policy): boolean {
  switch (fact.fact) {
    case 'decision': {
      const status = decided?.status ?? policy.decision?.undecided;
      if (status === undefined || status === policy.decision?.undecided) return false;
      return fact.status?.includes(status) ?? true;
    }
    case 'admission':
      return admissionFor(decided, facts.admissions, policy) !== undefined;
    case 'pass-report': {
      const pairs = admittedPairs(admissionFor(decided, facts.admissions, policy)?.value);
      return facts.passReports.some(
        (report) => isEvidence(report, policy) && pairs.some((pair) => isSamePair(pair, report)),
      );
    }
    case 'item': {
      const others = facts.items.filter((other) => other.id === fact.item);
      return (
        others.length === 1 && others[0]!.status !== undefined && fact.status.includes(others[0]!.status)
      );
    }
  }
}

export function deriveGates(facts: Facts, policy: Policy): readonly GateState[] {
  const gates = Object.entries(policy.work?.gates ?? {}) as [Name, { needs: Fact[]; closes: boolean }][];
  return gates.map(([item, { needs, closes }]) => {
    const decided = decisionFor(
      facts.items.find((other) => other.id === item),
      facts.decisions,
      policy,
    );
    const missing = needs.filter((fact) => !isThere(fact, decided, facts, policy));
    return { item, mayLeaveBlocked: missing.length === 0, missing, closes, decided };
  });
}
