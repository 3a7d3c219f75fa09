import { type Colors, eachFinding, paintSeverity, position, shortCommit } from './pretty-finding.ts';
import { summaryEntries, verdict } from './pretty-summary.ts';
import type { Report } from './report.ts';
import { safeLine } from './safe-text.ts';

/**
 * What is no terminal is read by `grep` and by programs: one line a finding and one a remark, never wrapped.
 * `path:line:column  severity  message  rule-id`
 */
export function plainRows(report: Report, colors: Colors, command: string): string[] {
  const rows: string[] = [];
  for (const { finding, withHelp } of eachFinding(report)) {
    const where = safeLine(finding.path) + position(finding);
    const severity = paintSeverity(finding, colors, finding.severity);
    rows.push(`${where}  ${severity}  ${safeLine(finding.message)}  ${colors.dim(safeLine(finding.ruleId))}`);
    if (withHelp) rows.push(`    help: ${safeLine(finding.help)}`);
    for (const place of finding.related) {
      rows.push(`    see: ${safeLine(place.path)}${position(place)}  ${safeLine(place.message)}`);
    }
    if (finding.commit !== null) rows.push(`    commit: ${shortCommit(finding.commit)}`);
  }
  rows.push('', verdict(report, colors));
  for (const [label, text] of summaryEntries(report, command)) rows.push(`  ${label}  ${text}`);
  return rows;
}
