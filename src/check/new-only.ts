import type { Finding, Report } from '../report/report.ts';

/**
 * Leaves out what the base has already, as often as it has it there, so that a repository with old findings can begin
 * today. Findings are told apart by fingerprint: lines above may come and go.
 */
export function withoutKnown(report: Report, base: Report): Report {
  const known = new Map<string, number>();
  const keyOf = ({ ruleId, fingerprint }: Finding): string => `${ruleId}\0${fingerprint}`;
  for (const finding of base.findings) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  const findings = report.findings.filter((finding) => {
    const left = known.get(keyOf(finding)) ?? 0;
    if (left > 0) known.set(keyOf(finding), left - 1);
    return left === 0;
  });
  const error = findings.filter(({ severity }) => severity === 'error').length;
  return {
    ...report,
    ok: error === 0,
    counts: { error, warning: findings.length - error },
    findings,
    known: report.findings.length - findings.length,
  };
}
