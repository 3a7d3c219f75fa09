import type { Finding, Report } from '../report/report.ts';
import { compareFindings } from './findings.ts';

/** One report of several, for a push that moves several refs: what two of them bring is said once. */
export function joinReports(reports: readonly [Report, ...Report[]]): Report {
  const [first] = reports;
  const seen = new Set<string>();
  const isNew = (finding: Finding): boolean => {
    const { ruleId, path, line, column, message, commit } = finding;
    const key = JSON.stringify([ruleId, path, line, column, message, commit]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const findings = reports.flatMap((report) => report.findings.filter(isNew)).sort(compareFindings);
  const error = findings.filter(({ severity }) => severity === 'error').length;
  const sum = (of: (report: Report) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  const notJudged = new Map(
    reports.flatMap((report) => report.notJudged.map((one) => [`${one.what}\0${one.why}`, one])),
  );
  return {
    ...first,
    ok: error === 0,
    counts: { error, warning: findings.length - error },
    judged: {
      files: sum(({ judged }) => judged.files),
      bytes: sum(({ judged }) => judged.bytes),
      commits: sum(({ judged }) => judged.commits),
    },
    notJudged: [...notJudged.values()],
    findings,
    suppressed: reports.flatMap(({ suppressed }) => suppressed ?? []),
    ...(first.known !== undefined && { known: sum(({ known = 0 }) => known) }),
  };
}
