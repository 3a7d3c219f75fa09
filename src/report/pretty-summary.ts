import type { Colors } from './pretty-finding.ts';
import type { Report } from './report.ts';
import { safeLine } from './safe-text.ts';
import { counted, countsText, judgedText, uncountedText } from './summary.ts';

/** Archives and pointers of a big tree could fill a screen. */
const NOT_JUDGED_SHOWN = 5;

export function verdict(report: Report, colors: Colors): string {
  const files = counted(new Set(report.findings.map(({ path }) => path)).size, 'file');
  const text = `${countsText(report)} in ${files}${uncountedText(report)}`;
  return colors.bold(report.ok ? colors.yellow(`✔ passed with ${text}`) : colors.red(`✖ ${text}`));
}

/** Structure alone, without any run, is the rule and not worth a line. */
const COMPARED: Readonly<Partial<Record<Report['evidence']['mode'], string>>> = {
  roots: 'compared with the runs at hand',
  index: 'compared with the committed index',
};

/** What stands under the verdict: label, padded so that the texts are aligned, and text. */
export function summaryEntries(report: Report, command: string): readonly (readonly [string, string])[] {
  const entries: [string, string][] = [['judged', judgedText(report)]];
  const compared = COMPARED[report.evidence.mode];
  if (compared !== undefined) entries.push(['evidence', compared]);
  const shown = report.notJudged.slice(0, NOT_JUDGED_SHOWN);
  for (const { what, why } of shown) entries.push(['not judged', `${safeLine(what)}: ${safeLine(why)}`]);
  const rest = report.notJudged.length - shown.length;
  if (rest > 0) entries.push(['not judged', `${rest} more, which the JSON report lists`]);
  const [first] = report.findings;
  if (first !== undefined) entries.push(['why', `${command} explain ${safeLine(first.ruleId)}`]);
  return entries.map(([label, text]) => [label.padEnd('not judged'.length), text]);
}
