import { nearest } from '../suggestion.ts';
import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

/** The first entry that is about a rule which does not exist: misspelt, it would do nothing, unseen. */
export function checkRuleIds(policy: PolicyData, ids: readonly string[]): PolicyFault | undefined {
  const known = new Set<string>([...ids, ...policy.declare.map(({ id }) => id)]);
  const fault = (path: readonly PropertyKey[], id: string): PolicyFault => {
    const near = nearest(id, [...known]);
    const help =
      near === undefined ? 'Run `cto-lint rules` for the ids there are.' : `Did you mean \`${near}\`?`;
    return { path, why: 'names no rule', help };
  };
  for (const id of Object.keys(policy.rules)) if (!known.has(id)) return fault(['rules', id], id);
  for (const id of Object.keys(policy.except)) if (!known.has(id)) return fault(['except', id], id);
  for (const [at, { rule }] of policy.suppress.entries()) {
    if (!known.has(rule)) return fault(['suppress', at, 'rule'], rule);
  }
  return undefined;
}
