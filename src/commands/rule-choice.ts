import { RULES } from '../../rules/registry.ts';
import { declaredRules } from '../check/declared-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { AnyRule } from '../rule.ts';
import { nearest } from '../suggestion.ts';
import { UsageError } from './failure.ts';

export const RULE_IDS: readonly string[] = RULES.map(({ id }) => id);

/** The rules that run: those that were asked for, or all that the policy does not switch off, its own declared. */
export async function chooseRules(
  asked: readonly string[] | undefined,
  policy: Policy,
): Promise<readonly AnyRule[]> {
  const rules = [...RULES, ...(await declaredRules(policy))];
  const severities = policy.rules as Readonly<Record<string, string | undefined>>;
  // Whether a change switched this one off is for the policy of before the change to say.
  if (asked === undefined)
    return rules.filter(({ id }) => severities[id] !== 'off' || id === 'policy/weakened');
  return asked.map((id) => {
    const rule = rules.find((one) => one.id === id);
    if (rule) return rule;
    const near = nearest(
      id,
      rules.map((one) => one.id),
    );
    throw new UsageError(
      'There is no rule of that id.',
      near === undefined ? 'Run `cto-lint rules` for the list.' : `Did you mean \`${near}\`?`,
    );
  });
}
