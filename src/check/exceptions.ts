import { compileGlobs } from '../policy/globs.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { Finding } from '../report/report.ts';

/** Leaves out what the policy exempts for good: documentation of wrong forms, fixtures. Secrets are never exempt. */
export function withoutExceptions(
  findings: readonly Finding[],
  policy: Policy,
  guards: ReadonlyMap<Finding, PolicyData>,
): readonly Finding[] {
  return findings.filter((finding) => {
    const guard = guards.get(finding);
    return !(isExempt(finding, policy) && (guard === undefined || isExempt(finding, guard)));
  });
}

function isExempt({ ruleId, path }: Finding, { except }: PolicyData): boolean {
  const globs = (except as Readonly<Record<string, readonly string[] | undefined>>)[ruleId];
  return globs !== undefined && !ruleId.startsWith('secrets/') && compileGlobs(globs)(path);
}
