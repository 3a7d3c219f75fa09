import type { Finding, Report } from './report.ts';
import { safeAnnotation, safeAnnotationProperty } from './safe-text.ts';
import { counted, countsText, judgedText, notJudgedText, uncountedText, worstFirst } from './summary.ts';

/** The runner shows ten errors and ten warnings of a step and drops the others without a word. */
const SHOWN = 10;

/** Commit messages, authors and refs are no files that an annotation could be put beside. */
function isFile(path: string): boolean {
  return path !== 'COMMIT' && path !== 'COMMIT_EDITMSG' && !path.startsWith('refs/');
}

/** `::error file=a.md,line=3,endLine=3,col=20,endColumn=25,title=work/drift::What is wrong.%0AWhat to do.` */
function annotation(finding: Finding): string {
  const properties: [string, string | number][] = [];
  const remarks = [finding.message];
  if (isFile(finding.path)) {
    properties.push(['file', finding.path], ['line', finding.line], ['endLine', finding.endLine]);
    // Columns are for annotations of one line only: https://docs.github.com/en/rest/checks/runs
    if (finding.line === finding.endLine) {
      properties.push(['col', finding.column], ['endColumn', finding.endColumn]);
    }
  } else {
    remarks[0] = `${finding.path}:${finding.line}:${finding.column}: ${finding.message}`;
  }
  properties.push(['title', finding.ruleId]);
  if (finding.help !== '') remarks.push(finding.help);
  for (const { path, line, column, message } of finding.related) {
    remarks.push(`See ${path}:${line}:${column}: ${message}`);
  }
  if (finding.commit !== null) remarks.push(`Commit ${finding.commit}`);
  const written = properties.map(([key, value]) => `${key}=${safeAnnotationProperty(String(value))}`);
  return `::${finding.severity} ${written.join(',')}::${remarks.map(safeAnnotation).join('%0A')}`;
}

/** Annotations for a log of GitHub Actions: the worst ten, then how many more there are, then what was judged. */
export function github(report: Report): string {
  const worst = worstFirst(report.findings);
  const rows = worst.slice(0, SHOWN).map(annotation);
  if (worst.length > SHOWN) {
    const error = Math.max(0, report.counts.error - SHOWN);
    const rest = countsText({ counts: { error, warning: worst.length - SHOWN - error } });
    const more = `${counted(worst.length - SHOWN, 'more finding')} (${rest}): the runner shows no more than ten.`;
    rows.push(`::notice title=cto-lint::${more}`);
  }
  rows.push(
    `cto-lint: ${countsText(report)}${uncountedText(report)}, judged: ${judgedText(report)}${notJudgedText(report)}`,
  );
  return `${rows.join('\n')}\n`;
}
