import { REFUSED } from '../../disk/refusal.ts';
import { passedDate, readReviewTrigger } from '../../documents/review/trigger.ts';
import type { GateFacts } from '../facts.ts';
import { wholeAdmission } from '../whole-admission.ts';

export function decisionNotMade({ decision }: GateFacts): string | undefined {
  if (decision.decided?.record === undefined) return 'At HEAD no branch is decided.';
  return decision.faults[0];
}

export function admissionMissing({ admission }: GateFacts): string | undefined {
  if (admission.state === 'unnamed') return 'CTO_HARNESS_CASE_MODEL_ADMISSION_FILE names no admission.';
  if (admission.state === 'refused' && admission.refusal === 'absent')
    return 'The admission that CTO_HARNESS_CASE_MODEL_ADMISSION_FILE names does not exist.';
  return undefined;
}

export function admissionUnreadable({ admission }: GateFacts): string | undefined {
  if (admission.state !== 'refused' || admission.refusal === 'absent') return undefined;
  return `The admission ${REFUSED[admission.refusal]}.`;
}

export function admissionInvalid({ admission }: GateFacts): string | undefined {
  return admission.state === 'read' ? admission.faults[0] : undefined;
}

export function admissionDecisionMismatch({ decision }: GateFacts): string | undefined {
  if (decision.decided?.record === undefined || decision.differing.length === 0) return undefined;
  return `The admission differs from the decision in ${decision.differing.map((key) => `\`${key}\``).join(', ')}.`;
}

export function reviewDue({ admission, decision, policy }: GateFacts): string | undefined {
  const triggers = [
    ['admission', wholeAdmission(admission)?.review_trigger],
    ['decision record', decision.decided?.record?.field('review_trigger')?.value],
  ].flatMap(([name, written]) =>
    written === undefined ? [] : [{ name: name!, trigger: readReviewTrigger(written) }],
  );
  const past = triggers.find(
    ({ trigger }) => trigger.isOver || passedDate(trigger, policy.today) !== undefined,
  );
  if (past) return `The date of review that the ${past.name} names has passed.`;
  const impossible = triggers.find(({ trigger }) => trigger.isImpossible);
  if (impossible) return `The date of review that the ${impossible.name} names is on no calendar.`;
  return undefined;
}
