import type { AdmissionData } from '../documents/kinds/formats.ts';

/** One exact provider and model. */
export interface Pair {
  readonly provider: string;
  readonly model: string;
}

/** Exactly: nothing is trimmed and no case folded. */
export function isSamePair(one: Pair, other: Pair): boolean {
  return one.provider === other.provider && one.model === other.model;
}

/** What an admission admits: its pair, and the fallback where it names one. */
export function admittedPairs(admission: AdmissionData | undefined): readonly Pair[] {
  if (admission === undefined) return [];
  return [admission, ...(admission.fallback ? [admission.fallback] : [])].map(({ provider, model }) => ({
    provider,
    model,
  }));
}
