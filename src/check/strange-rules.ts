import { RULES } from '../../rules/registry.ts';
import type { AnyRule } from '../rule.ts';
import { subjectsNamed } from './run-rules.ts';

/** What rules read of it is what it says. Ours ask no document or file of it what the detectors found. */
const READ_ONLY: ReadonlySet<string> = new Set(['route', 'change']);

/** Whether a rule that others wrote may ask any file of a route or a change what the detectors found in it. */
export function asksOfAll(rules: readonly AnyRule[]): boolean {
  const known = new Set<AnyRule>(RULES);
  return rules.some((rule) => !known.has(rule) && subjectsNamed(rule).some((each) => READ_ONLY.has(each)));
}
