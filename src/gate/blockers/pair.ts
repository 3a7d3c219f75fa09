import { admittedPairs, isSamePair } from '../../route/pair.ts';
import type { GateFacts } from '../facts.ts';
import { wholeAdmission } from '../whole-admission.ts';

export function providerMissing({ asked }: GateFacts): string | undefined {
  return asked.provider === undefined ? 'CTO_HARNESS_CASE_MODEL_PROVIDER names no provider.' : undefined;
}

export function modelMissing({ asked }: GateFacts): string | undefined {
  return asked.model === undefined ? 'CTO_HARNESS_CASE_MODEL names no model.' : undefined;
}

export function providerMismatch({ asked, admission }: GateFacts): string | undefined {
  const pairs = admittedPairs(wholeAdmission(admission));
  if (asked.provider === undefined || pairs.length === 0) return undefined;
  if (pairs.some(({ provider }) => provider === asked.provider)) return undefined;
  return 'CTO_HARNESS_CASE_MODEL_PROVIDER is no provider that the admission names.';
}

/** A provider of one pair with the model of the other is a pair that nobody admitted. */
export function modelMismatch({ asked, admission }: GateFacts): string | undefined {
  const { provider, model } = asked;
  const pairs = admittedPairs(wholeAdmission(admission));
  if (model === undefined || pairs.length === 0) return undefined;
  if (!pairs.some((pair) => pair.model === model))
    return 'CTO_HARNESS_CASE_MODEL is no model that the admission names.';
  const isKnown = pairs.some((pair) => pair.provider === provider);
  if (provider === undefined || !isKnown || pairs.some((pair) => isSamePair(pair, { provider, model })))
    return undefined;
  return 'CTO_HARNESS_CASE_MODEL is not the model that the admission names for that provider.';
}
