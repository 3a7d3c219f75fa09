import { RULES } from '../../rules/registry.ts';
import { subjectsNamed } from '../check/run-rules.ts';
import { dayAfter } from '../date.ts';
import { firstDayGiven } from '../documents/approval/identity.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import { keysOf } from '../name.ts';
import type { Policy } from '../policy/policy.ts';
import { nearestDecision } from '../route/admission.ts';
import type { Decided } from '../route/decision.ts';
import type { Route } from '../route/route.ts';
import type { DecisionFacts } from './facts.ts';
import { hitsIn, sentenceOf } from './rule-faults.ts';

/** What a record must keep to be a decision at all. Warnings, such as a review that is due, are blockers of their own. */
const RECORD_RULES = RULES.filter(
  (rule) =>
    rule.severity === 'error' &&
    ((rule.id.startsWith('decision/') && subjectsNamed(rule).includes('decision-record')) ||
      rule.id === 'decision/status-value' ||
      rule.id === 'secrets/credential-class-only'),
);

/** The rules about a record leave the day alone; here an approval that is still to come is none. It may be tomorrow elsewhere. */
function isApprovedAhead({ status, record }: Decided, { decision, today }: Policy): boolean {
  const fields = decision?.branches[status]?.fields ?? {};
  return keysOf(fields).some((key) => {
    const day = fields[key]?.is === 'authority' ? firstDayGiven(record?.field(key)?.value ?? '') : undefined;
    return day !== undefined && day > dayAfter(today);
  });
}

/** `agreed`: an admission that the harness named and that says what the record says; it need not be committed. */
function faultsOf(
  decided: Decided,
  agreed: AdmissionData | undefined,
  route: Route,
  policy: Policy,
): string[] {
  const documents = decided.records.map(({ document }) => document);
  const ofRecord = {
    ...route,
    documents,
    records: route.records
      .filter((one) => documents.includes(one.document))
      .map((one) => ({ ...one, admitted: agreed ?? one.admitted })),
  };
  const unparsed = documents.some(({ faults, file }) => faults.length > 0 || file.unreadable !== undefined);
  return [
    ...(isApprovedAhead(decided, policy)
      ? ['The approval that the decision record names lies in the future.']
      : []),
    ...(unparsed ? ['The decision record cannot be parsed.'] : []),
    ...hitsIn(ofRecord, RECORD_RULES, policy).map(
      (hit) => `The decision record breaks \`${hit.rule.id}\`: ${sentenceOf(hit)}`,
    ),
  ];
}

/** What HEAD decides, and where the admission parts from it. */
export function readDecision(
  route: Route,
  admission: AdmissionData | undefined,
  policy: Policy,
): DecisionFacts {
  const nearest = admission && nearestDecision(admission, route.decisions, policy);
  const decided =
    nearest?.decided ?? route.decisions.find(({ record }) => record !== undefined) ?? route.decisions[0];
  const agreed = nearest?.differing.length === 0 ? admission : undefined;
  return {
    decided,
    faults: decided === undefined ? [] : faultsOf(decided, agreed, route, policy),
    differing: nearest?.differing ?? [],
  };
}
