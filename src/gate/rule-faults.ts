import { fillMessage } from '../check/message.ts';
import { type Hit, runRules } from '../check/run-rules.ts';
import type { Policy } from '../policy/policy.ts';
import type { Route } from '../route/route.ts';
import type { AnyRule } from '../rule.ts';

/** What rules find in a route, without severities, exceptions and suppressions: nothing excuses before a gate. */
export function hitsIn(route: Route, rules: readonly AnyRule[], policy: Policy): readonly Hit[] {
  const { documents } = route;
  return runRules(rules, { files: [], documents, route, changes: [], isJudged: () => true }, policy);
}

/** A hit as a sentence of the rule's own: its data are names, never text of a document. */
export function sentenceOf({ rule, problem }: Hit): string {
  return fillMessage(rule.messages[problem.message]!, problem.data);
}
