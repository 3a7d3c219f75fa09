import { compileGlobs } from '../policy/globs.ts';
import type { Policy } from '../policy/policy.ts';
import type { Finding } from '../report/report.ts';

/** Leaves out what the policy exempts for good: documentation of wrong forms, fixtures. Secrets are never exempt. */
export function withoutExceptions(findings: readonly Finding[], policy: Policy): readonly Finding[] {
  const exempt = new Map(
    Object.entries(policy.except)
      .filter(([rule]) => !rule.startsWith('secrets/'))
      .map(([rule, globs]) => [rule, compileGlobs(globs)]),
  );
  return findings.filter(({ ruleId, path }) => exempt.get(ruleId)?.(path) !== true);
}
