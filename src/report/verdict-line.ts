import picocolors from 'picocolors';
import { verdict } from './pretty-summary.ts';
import type { Report } from './report.ts';
import { countsText, judgedText, notJudgedText, uncountedText } from './summary.ts';

/** One line for whoever sees no report, since all of them go to files: `✖ 1 error in 1 file, judged 3 files, 9 bytes`. */
export function verdictLine(report: Report, color: boolean): string {
  const colors = picocolors.createColors(color);
  const text =
    report.findings.length > 0
      ? verdict(report, colors)
      : `${colors.green('✔')} ${countsText(report)}${uncountedText(report)}`;
  return `${text}, judged ${judgedText(report)}${notJudgedText(report)}\n`;
}
