import { isDate } from '../date.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
import { startOfRun } from '../evidence/run-directory.ts';
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
function admissionsFor(
  decided: Decided | undefined,
  admissions: Route['admissions'],
  policy: Policy,
): Route['admissions'] {
  // The safe state admits nothing, whatever there is.
  if (decided?.record === undefined) return [];
  return admissions.filter(
    ({ value }) => value !== undefined && disagreements(value, decided, policy).length === 0,
  );
}

/** The first admission that counts. */
export function admissionFor(
  decided: Decided | undefined,
  admissions: Route['admissions'],
  policy: Policy,
): Route['admissions'][number] | undefined {
  return admissionsFor(decided, admissions, policy)[0];
}

/** Where it is still yesterday the longest: https://data.iana.org/time-zones/tzdb/etcetera */
const FURTHEST_WEST = 12 * 60 * 60 * 1000;

/** The first day that it may have been anywhere when a run began, by its name, which tells UTC; `undefined` for no time. */
function firstDayOf(run: string): string | undefined {
  const start = startOfRun(run);
  const told = new Date(start).toISOString().replace(/[-:]|\.\d+/g, '');
  return run.startsWith(told) ? new Date(start - FURTHEST_WEST).toISOString().slice(0, 10) : undefined;
}

/** Zeros are what git writes for nothing: https://git-scm.com/docs/githooks#pre-receive */
function isNothing(id: string): boolean {
  return /^0+$/.test(id);
}

/**
 * A pass report counts in an item that waits for one, verified on a day that there was, and not before its run. Anything
 * else is a mention.
 */
function isEvidence({ item, run, digest, commit, verified }: PassReport, { work, today }: Policy): boolean {
  const needs = work?.gates[item.id]?.needs ?? [];
  const first = firstDayOf(run);
  if (!isDate(verified) || first === undefined || isNothing(digest) || isNothing(commit)) return false;
  return needs.some(({ fact }) => fact === 'pass-report') && verified <= today && first <= verified;
}

/** As where the run is verified: one that began before its pair was admitted ran with what nobody had admitted. */
function isOfAdmitted(report: PassReport, admission: AdmissionData): boolean {
  return (
    Date.parse(admission.admission_timestamp) <= startOfRun(report.run) &&
    admittedPairs(admission).some((pair) => isSamePair(pair, report))
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
      const admissions = admissionsFor(decided, facts.admissions, policy);
      return facts.passReports.some(
        (report) =>
          isEvidence(report, policy) && admissions.some(({ value }) => value && isOfAdmitted(report, value)),
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
