import picocolors from 'picocolors';
import { type Colors, labelled, plainFinding, terminalFinding } from './pretty-finding.ts';
import type { FormatContext, Report } from './report.ts';
import { safeLine } from './safe-text.ts';
import { counted, countsText, judgedText, notJudgedText } from './summary.ts';

/** Archives and pointers of a big tree could fill a screen. */
const NOT_JUDGED_SHOWN = 5;

/** One line: who commits ten times an hour reads no more than that. */
function cleanLine(report: Report, colors: Colors): string {
  return `${colors.green('✔')} ${judgedText(report)}: no findings${suppressedText(report)}${colors.dim(notJudgedText(report))}`;
}

function suppressedText({ suppressed = [] }: Report): string {
  return suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`;
}

function verdict(report: Report, colors: Colors): string {
  const files = counted(new Set(report.findings.map(({ path }) => path)).size, 'file');
  const text = `${countsText(report)} in ${files}${suppressedText(report)}`;
  return colors.bold(report.ok ? colors.yellow(`✔ passed with ${text}`) : colors.red(`✖ ${text}`));
}

function summaryRows(report: Report, columns: number, colors: Colors): string[] {
  const rows = [verdict(report, colors)];
  const add = (name: string, text: string): void => {
    rows.push(...labelled(colors.dim(name.padEnd('not judged'.length)), text, columns));
  };
  add('judged', judgedText(report));
  const shown = report.notJudged.slice(0, NOT_JUDGED_SHOWN);
  for (const { what, why } of shown) add('not judged', `${safeLine(what)}: ${safeLine(why)}`);
  const rest = report.notJudged.length - shown.length;
  if (rest > 0) add('not judged', `${rest} more, which the JSON report lists`);
  const [first] = report.findings;
  if (first !== undefined) add('why', `cto-lint explain ${safeLine(first.ruleId)}`);
  return rows;
}

/**
 * For a person. With frames (a terminal) each finding is a block that fits the width; without, it is one line that can
 * be searched. What to do about a rule is said once a file. Nothing found is one line.
 */
export function pretty(report: Report, context: FormatContext): string {
  const colors = picocolors.createColors(context.color);
  if (report.findings.length === 0) return `${cleanLine(report, colors)}\n`;

  const columns = Math.min(Math.max(context.columns, 40), 120);
  const rows: string[] = [];
  const helped = new Set<string>();
  let path: string | undefined;
  for (const finding of report.findings) {
    const isFirstOfFile = finding.path !== path;
    if (isFirstOfFile) helped.clear();
    const help = finding.help !== '' && !helped.has(finding.help);
    helped.add(finding.help);
    path = finding.path;
    if (context.frames === undefined) {
      rows.push(...plainFinding(finding, help, colors));
    } else {
      const shown = { help, path: isFirstOfFile };
      rows.push(...terminalFinding(finding, context.frames.get(finding), shown, columns, colors), '');
    }
  }
  if (context.frames === undefined) rows.push('');
  rows.push(...summaryRows(report, columns, colors));
  return `${rows.join('\n')}\n`;
}
