import type { Finding, Report } from '../../src/report/report.ts';

export function findingOf(over: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'decision/status-value',
    severity: 'error',
    message: 'The status is none that the policy has.',
    help: 'Write one of the three values.',
    path: 'plan/record.md',
    line: 3,
    column: 20,
    endLine: 3,
    endColumn: 25,
    commit: null,
    fingerprint: 'f1',
    related: [],
    ...over,
  };
}

export function reportOf(findings: readonly Finding[], over: Partial<Report> = {}): Report {
  const error = findings.filter(({ severity }) => severity === 'error').length;
  return {
    schemaVersion: 1,
    tool: { name: 'cto-lint', version: '0.1.0' },
    scope: { kind: 'staged', base: 'a1', next: 'b2' },
    policy: { source: 'built-in cto', digest: 'sha256:00' },
    ok: error === 0,
    counts: { error, warning: findings.length - error },
    judged: { files: 12, bytes: 48211, commits: 0 },
    evidence: { mode: 'structure' },
    notJudged: [],
    findings,
    ...over,
  };
}
