import type { Finding } from './report.ts';

/**
 * Two places with the same text have the same fingerprint, and whoever matches findings by it keeps the first only
 * (GitLab, GitHub). The second one gets `:2`, in the order of the report.
 */
export function uniqueFingerprints(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const unique = new Map<Finding, string>();
  for (const finding of findings) {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    unique.set(finding, count === 1 ? finding.fingerprint : `${finding.fingerprint}:${count}`);
  }
  return unique;
}
