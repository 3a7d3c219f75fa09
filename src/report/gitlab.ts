import { uniqueFingerprints } from './fingerprints.ts';
import type { Report } from './report.ts';
import { safeJson } from './safe-text.ts';

/** GitLab's own scale is info, minor, major, critical, blocker. */
const SEVERITIES = { error: 'major', warning: 'minor' } as const;

/** A Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlab(report: Report): string {
  const fingerprints = uniqueFingerprints(report.findings);
  return safeJson(
    report.findings.map((finding) => ({
      description: `${finding.message} ${finding.help}`.trimEnd(),
      check_name: finding.ruleId,
      fingerprint: fingerprints.get(finding),
      severity: SEVERITIES[finding.severity],
      location: { path: finding.path, lines: { begin: finding.line, end: finding.endLine } },
    })),
  );
}
