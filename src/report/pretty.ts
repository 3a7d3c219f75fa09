import picocolors from 'picocolors';
import type { FormatContext, Report } from './report.ts';
import { countsText, judgedText, notJudgedText, uncountedText } from './summary.ts';

/**
 * For a person. Nothing found is one line: who commits ten times an hour reads no more than that, and waits for no
 * more: what measures and wraps text takes 50 ms to load on Node 20, most of it `Intl.Segmenter`.
 */
export async function pretty(report: Report, context: FormatContext): Promise<string> {
  const colors = picocolors.createColors(context.color);
  if (report.findings.length === 0) {
    const summary = `${judgedText(report)}: ${countsText(report)}${uncountedText(report)}`;
    return `${colors.green('✔')} ${summary}${colors.dim(notJudgedText(report))}\n`;
  }
  const { command = 'cto-lint' } = context;
  if (context.frames === undefined) {
    const { plainRows } = await import('./pretty-plain.ts');
    return `${plainRows(report, colors, command).join('\n')}\n`;
  }
  const { terminalRows } = await import('./pretty-terminal.ts');
  const columns = Math.min(Math.max(context.columns, 40), 120);
  return `${terminalRows(report, context.frames, columns, colors, command).join('\n')}\n`;
}
