import { nameOf } from '../name.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { AnyRule, Severity } from '../rule.ts';

/** What a change does to the policy: no word of that change alone lowers or excuses it. */
const GUARDED = nameOf('policy/weakened');

interface Guarded {
  readonly rules: readonly AnyRule[];
  readonly policy: Policy;
  /** The policy that has to excuse the findings as well. */
  readonly guard: PolicyData | undefined;
}

/** Rules about changes with the policy that each is run with: the stricter severity of before and after holds. */
export function withGuards(
  rules: readonly AnyRule[],
  policy: Policy,
  base: PolicyData,
): readonly [Guarded, Guarded] {
  const severityIn = (one: PolicyData): Severity | 'off' => one.rules[GUARDED] ?? 'error';
  const severities = [severityIn(policy), severityIn(base)];
  const severity = (['error', 'warning', 'off'] as const).find((one) => severities.includes(one))!;
  const guarded = rules.filter(({ id }) => id === GUARDED && severity !== 'off');
  return [
    { rules: rules.filter(({ id }) => id !== GUARDED), policy, guard: undefined },
    { rules: guarded, policy: { ...policy, rules: { ...policy.rules, [GUARDED]: severity } }, guard: base },
  ];
}
