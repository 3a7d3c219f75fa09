import type { AdmissionData } from '../documents/formats.ts';
import type { Policy } from '../policy/policy.ts';
import type { Decided } from './decision.ts';

/** Where an admission and a decision part; the keys are the admission's. */
export type Disagreement = 'decision' | keyof AdmissionData;

function isLocal(credentialClass: string, policy: Policy): boolean {
  return policy.admission?.localClasses.some((word) => hasWord(credentialClass, word)) ?? false;
}

/** Whole words, so that `local` is not met by `localized`; classes are written with hyphens. */
function hasWord(text: string, word: string): boolean {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + word.length] ?? ' ';
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

/** A class without the remark that may follow it: `oauth-config; no secret value` is `oauth-config`. */
export function classOf(value: string): string {
  return value.split(';', 1)[0]!.trim();
}

/** Every key in which an admission contradicts what is decided; none: it may be relied on. */
export function disagreements(
  admission: AdmissionData,
  decided: Decided | undefined,
  policy: Policy,
): readonly Disagreement[] {
  const branch = decided && policy.decision?.branches[decided.status];
  const record = decided?.record;
  if (decided === undefined || branch === undefined || record === undefined) return ['decision'];
  const found: Disagreement[] = [];
  const pair = decided.pair ?? { provider: '', model: '' };
  const open = branch.local && pair.provider === '' && pair.model === '';
  if (!open && admission.provider !== pair.provider) found.push('provider');
  if (!open && admission.model !== pair.model) found.push('model');
  const credentials = classOf(record.field('credential_source_class')?.value ?? '');
  if (admission.credential_source_class !== credentials) found.push('credential_source_class');
  else if (branch.local && !isLocal(admission.credential_source_class, policy))
    found.push('credential_source_class');
  if (admission.allowed_network_class !== classOf(record.field('allowed_network_class')?.value ?? '')) {
    found.push('allowed_network_class');
  }
  if (admission.approval_source !== (record.field('approval_source')?.value ?? ''))
    found.push('approval_source');
  const stated = decided.fallback;
  const { fallback } = admission;
  if (fallback && (stated?.provider !== fallback.provider || stated.model !== fallback.model))
    found.push('fallback');
  return found;
}
