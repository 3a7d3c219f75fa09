import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

/** The first entry that is about a rule which does not exist: misspelt, it would do nothing, unseen. */
export function checkRuleIds(policy: PolicyData, ids: readonly string[]): PolicyFault | undefined {
  const known = new Set<string>([...ids, ...policy.declare.map(({ id }) => id)]);
  const help = 'Run `cto-lint rules` for the ids there are.';
  const why = 'names no rule';
  for (const id of Object.keys(policy.rules)) if (!known.has(id)) return { path: ['rules', id], why, help };
  for (const id of Object.keys(policy.except)) if (!known.has(id)) return { path: ['except', id], why, help };
  for (const [at, { rule }] of policy.suppress.entries()) {
    if (!known.has(rule)) return { path: ['suppress', at, 'rule'], why, help };
  }
  return undefined;
}
