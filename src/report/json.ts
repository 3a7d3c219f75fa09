import type { Finding, Report, SuppressedFinding } from './report.ts';
import { safeJson } from './safe-text.ts';

/** Keys are put in the documented order here, so that two reports of the same run are the same bytes. */
function orderedFinding(finding: Finding): Finding {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    help: finding.help,
    path: finding.path,
    line: finding.line,
    column: finding.column,
    endLine: finding.endLine,
    endColumn: finding.endColumn,
    commit: finding.commit,
    fingerprint: finding.fingerprint,
    related: finding.related.map(({ path, line, column, message }) => ({ path, line, column, message })),
  };
}

function orderedSuppressed(finding: SuppressedFinding): SuppressedFinding {
  const { reason, owner, expires } = finding.suppression;
  return { ...orderedFinding(finding), suppression: { reason, owner, expires } };
}

function ordered(report: Report): Report {
  const { tool, scope, policy, counts, judged, suppressed, known, shard } = report;
  return {
    schemaVersion: report.schemaVersion,
    tool: { name: tool.name, version: tool.version },
    scope: { kind: scope.kind, base: scope.base, next: scope.next },
    policy: { source: policy.source, digest: policy.digest },
    ok: report.ok,
    counts: { error: counts.error, warning: counts.warning },
    judged: { files: judged.files, bytes: judged.bytes, commits: judged.commits },
    evidence: { mode: report.evidence.mode },
    notJudged: report.notJudged.map(({ what, why }) => ({ what, why })),
    findings: report.findings.map(orderedFinding),
    ...(suppressed && { suppressed: suppressed.map(orderedSuppressed) }),
    ...(known !== undefined && { known }),
    ...(shard && { shard }),
  };
}

/** The JSON report, version 1. */
export function json(report: Report): string {
  return safeJson(ordered(report));
}
