import picocolors from 'picocolors';
import { suppressedText, verdict } from './pretty-summary.ts';
import type { Report } from './report.ts';
import { judgedText, notJudgedText } from './summary.ts';

/** One line for whoever sees no report, since all of them go to files: `✖ 1 error in 1 file, judged 3 files, 9 bytes`. */
export function verdictLine(report: Report, color: boolean): string {
  const colors = picocolors.createColors(color);
  const text =
    report.findings.length > 0
      ? verdict(report, colors)
      : `${colors.green('✔')} no findings${suppressedText(report)}`;
  return `${text}, judged ${judgedText(report)}${notJudgedText(report)}\n`;
}
