import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

/** Families whose errors a policy can't lower: they are what the gate and the record stand on. */
const FIRM = ['decision/', 'build/', 'admission/', 'secrets/'];

/** A warning from the beginning, so a policy that says so lowers nothing. */
const WARNINGS: ReadonlySet<string> = new Set(['decision/review-trigger']);

/** The first rule that is set below error although nothing but a suppression may excuse its findings. */
export function checkSeverities(policy: PolicyData): PolicyFault | undefined {
  for (const [rule, severity] of Object.entries(policy.rules)) {
    if (severity === 'error' || !FIRM.some((family) => rule.startsWith(family))) continue;
    if (severity === 'warning' && WARNINGS.has(rule)) continue;
    return {
      path: ['rules', rule],
      why: 'cannot be set below error',
      help: 'Excuse single findings under `suppress`, with a reason, an owner and an end.',
    };
  }
  for (const rule of Object.keys(policy.except)) {
    if (!rule.startsWith('secrets/')) continue;
    return {
      path: ['except', rule],
      why: 'cannot be excepted by path',
      help: 'Excuse a single value under `suppress`, with its fingerprint.',
    };
  }
  for (const [at, entry] of policy.suppress.entries()) {
    if (!entry.rule.startsWith('secrets/') || entry.fingerprint !== undefined) continue;
    return {
      path: ['suppress', at],
      why: 'names no fingerprint, and a secret is excused by nothing else',
      help: 'Take the fingerprint from the report: `cto-lint --format json`.',
    };
  }
  return undefined;
}
