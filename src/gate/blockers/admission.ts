import { REFUSED } from '../../disk/refusal.ts';
import { passedDate, readReviewTrigger } from '../../documents/review-trigger.ts';
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
  const isImpossible = (trigger: string | undefined): boolean =>
    trigger !== undefined && readReviewTrigger(trigger).isImpossible;
  const isPast = (trigger: string | undefined): boolean =>
    trigger !== undefined && passedDate(readReviewTrigger(trigger), policy.today) !== undefined;
  if (isPast(wholeAdmission(admission)?.review_trigger))
    return 'The date of review that the admission names has passed.';
  if (isPast(decision.decided?.record?.field('review_trigger')?.value))
    return 'The date of review that the decision record names has passed.';
  if (isImpossible(wholeAdmission(admission)?.review_trigger))
    return 'The date of review that the admission names is on no calendar.';
  if (isImpossible(decision.decided?.record?.field('review_trigger')?.value))
    return 'The date of review that the decision record names is on no calendar.';
  return undefined;
}
