import { classOf, fitsClass } from '../documents/class-name.ts';
import type { DecisionRecord } from '../documents/kinds/decision-record.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import { keysOf, type Name } from '../name.ts';
import type { Branch, Policy } from '../policy/policy.ts';
import type { Decided } from './decision.ts';

/** Where an admission and a decision part; the keys are the admission's. */
export type Disagreement = 'decision' | keyof AdmissionData;

function shapeOf(key: string | undefined, fields: Branch['fields']): Branch['fields'][Name] | undefined {
  const name = keysOf(fields).find((one) => one === key);
  return name && fields[name];
}

/** Whether a class is the record's, and one that the branch allows: an external one admits nothing under a local branch. */
function agreesOn(key: string, value: string, record: DecisionRecord, fields: Branch['fields']): boolean {
  const shape = shapeOf(key, fields);
  const stated = record.field(key)?.value ?? '';
  // The record may have a remark after the class, and the admission may repeat it.
  return (value === stated || value === classOf(stated)) && fitsClass(value, shape ?? {});
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
  // A pair that is left open is any that the branch allows.
  const agrees = (side: 'provider' | 'model'): boolean =>
    open
      ? fitsClass(admission[side], shapeOf(policy.decision?.pair?.[side], branch.fields) ?? {})
      : admission[side] === pair[side];
  if (!agrees('provider')) found.push('provider');
  if (!agrees('model')) found.push('model');
  for (const key of ['credential_source_class', 'allowed_network_class'] as const)
    if (!agreesOn(key, admission[key], record, branch.fields)) found.push(key);
  if (admission.approval_source !== (record.field('approval_source')?.value ?? ''))
    found.push('approval_source');
  const stated = decided.fallback;
  const { fallback } = admission;
  if (fallback && (stated?.provider !== fallback.provider || stated.model !== fallback.model))
    found.push('fallback');
  return found;
}

/** An admission names no route: it is held against the decision that it differs least from. */
export function nearestDecision(
  admission: AdmissionData,
  decisions: readonly Decided[],
  policy: Policy,
): { readonly decided: Decided; readonly differing: readonly Disagreement[] } | undefined {
  const [nearest] = decisions
    .filter(({ record }) => record !== undefined)
    .map((decided) => ({ decided, differing: disagreements(admission, decided, policy) }))
    .sort((a, b) => a.differing.length - b.differing.length);
  return nearest;
}
