import type { Finding, Report } from './report.ts';
import { safeXml } from './safe-text.ts';
import { judgedText } from './summary.ts';

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${safeXml(String(value))}"`)
    .join('');
}

/** Readers tell cases apart by class and name, and keep the first of two that are alike. */
function caseNamer(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ path, ruleId, line, column }) => {
    const name = `${ruleId} ${line}:${column}`;
    const key = `${path}\n${name}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

function detail(finding: Finding): string {
  const rows = [`${finding.path}:${finding.line}:${finding.column}: ${finding.severity}: ${finding.message}`];
  if (finding.help !== '') rows.push(finding.help);
  for (const { path, line, column, message } of finding.related) {
    rows.push(`See ${path}:${line}:${column}: ${message}`);
  }
  if (finding.commit !== null) rows.push(`Commit ${finding.commit}`);
  return rows.map(safeXml).join('\n');
}

function testCase(finding: Finding, name: string): string {
  const open = `    <testcase${attributes({ classname: finding.path, name, file: finding.path, line: finding.line })}>`;
  const inner =
    finding.severity === 'error'
      ? `      <failure${attributes({ type: finding.ruleId, message: finding.message })}>${detail(finding)}</failure>`
      : `      <system-out>${detail(finding)}</system-out>`;
  return `${open}\n${inner}\n    </testcase>`;
}

function suite(name: string, cases: readonly string[], failures: number, skipped: number): string {
  const head = attributes({ name, tests: cases.length, failures, errors: 0, skipped });
  return `  <testsuite${head}>\n${cases.join('\n')}\n  </testsuite>`;
}

/**
 * JUnit XML. Errors are failures and warnings passed cases with output, as the exit code has it. The first suite says
 * what was judged, so that a run without findings is no empty file, which CI systems take for a broken one.
 */
export function junit(report: Report): string {
  const judged = `    <testcase${attributes({ classname: 'cto-lint', name: `judged ${judgedText(report)}` })}/>`;
  const skipped = report.notJudged.map(({ what, why }) => {
    const head = attributes({ classname: 'cto-lint', name: `not judged: ${what}` });
    return `    <testcase${head}>\n      <skipped${attributes({ message: why })}/>\n    </testcase>`;
  });
  const suites = [suite('cto-lint', [judged, ...skipped], 0, skipped.length)];

  const nameOf = caseNamer();
  const byPath = new Map<string, { readonly cases: string[]; failures: number }>();
  for (const finding of report.findings) {
    const entry = byPath.get(finding.path) ?? { cases: [], failures: 0 };
    byPath.set(finding.path, entry);
    entry.cases.push(testCase(finding, nameOf(finding)));
    if (finding.severity === 'error') entry.failures += 1;
  }
  for (const [path, { cases, failures }] of byPath) suites.push(suite(path, cases, failures, 0));

  const tests = 1 + skipped.length + report.findings.length;
  const head = attributes({
    name: 'cto-lint',
    tests,
    failures: report.counts.error,
    errors: 0,
    skipped: skipped.length,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.join('\n')}\n</testsuites>\n`;
}
