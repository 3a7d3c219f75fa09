import type { Name } from '../../name.ts';

/** Keys and indexes that lead to a part of the later policy, or of the earlier one where the later has it no more. */
export type KeyPath = readonly (string | number)[];

/**
 * One way in which a policy demands less than the one before it.
 * `removed`: something that was demanded, governed or protected is gone. `narrowed`: globs cover less.
 * `allowed`: a value, a fact or a path may stand that might not before. `changed`: it says something else, which can't be
 * told to be as strict. The others are about single rules, suppressions and what the policy extends.
 */
export type LooseningKind =
  | 'off'
  | 'lowered'
  | 'removed'
  | 'narrowed'
  | 'allowed'
  | 'changed'
  | 'suppressed'
  | 'prolonged'
  | 'excepted'
  | 'extends';

export interface Loosening {
  readonly path: KeyPath;
  readonly kind: LooseningKind;
  /** The rule that it is about, where it is about one. */
  readonly rule?: Name;
}

/** Whether two parts of a policy say the same: plain data, keys in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  if (!isMapping(one) || !isMapping(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSame(one[key], other[key]));
}

export function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

export function has(list: readonly unknown[], wanted: unknown): boolean {
  return list.some((item) => isSame(item, wanted));
}
