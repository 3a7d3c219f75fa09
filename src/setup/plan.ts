import { POLICY_FILES } from '../policy/policy-files.ts';
import { planAgentsText } from './agents-text.ts';
import type { Change } from './change.ts';
import { planCheck } from './continuous-integration.ts';
import type { HookManager } from './hook-manager.ts';
import { planHooks } from './plan-hooks.ts';
import { policyText } from './policy-text.ts';
import { propose } from './propose.ts';
import type { Survey } from './survey.ts';

export interface Plan {
  readonly manager: HookManager;
  readonly changes: readonly Change[];
}

function schemaPlace({ paths, version }: Survey): string {
  return paths.has('package.json')
    ? './node_modules/cto-lint/schemas/cto-lint.config.schema.json'
    : `https://unpkg.com/cto-lint@${version}/schemas/cto-lint.config.schema.json`;
}

function planPolicy(survey: Survey): Change {
  const there = POLICY_FILES.find((path) => survey.paths.has(path) || survey.read(path) !== undefined);
  if (there !== undefined) return { kind: 'keep', path: there, why: 'there is a policy already' };
  return { kind: 'create', path: POLICY_FILES[0]!, text: policyText(propose(survey), schemaPlace(survey)) };
}

/** All that a setup would write. What is there already is kept, so a second plan has nothing left to do. */
export function planSetup(survey: Survey, withAgentsText: boolean): Plan {
  const { manager, changes } = planHooks(survey);
  const agents = withAgentsText ? [planAgentsText(survey)] : [];
  return { manager, changes: [planPolicy(survey), ...changes, planCheck(survey), ...agents] };
}
