import type { AdmissionData, GeneratedConfigData } from '../documents/formats.ts';

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

/** Roles of a config, beside `default`, that name a pair which is not admitted. What a role leaves out it takes from the default. */
export function unadmittedRoles(config: GeneratedConfigData, admitted: readonly Pair[]): readonly string[] {
  const { default: main, ...roles } = config.models;
  return Object.entries(roles).flatMap(([role, own]) => {
    if (own === null) return [];
    const { provider, model } = { ...main, ...(own as Partial<Pair>) };
    return admitted.some((pair) => isSamePair(pair, { provider, model })) ? [] : [role];
  });
}
