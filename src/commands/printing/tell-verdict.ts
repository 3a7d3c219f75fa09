import { READABLE_FORMATS } from '../../report/formats.ts';
import type { Report } from '../../report/report.ts';
import { judgedText } from '../../report/summary.ts';
import type { FormatRequest } from './formats.ts';
import { type Io, print, wantsColor } from './output.ts';

/** What the reports leave unsaid where they went: what was judged, and the verdict where all of them are in files. */
export async function tellVerdict(formats: readonly FormatRequest[], report: Report, io: Io): Promise<void> {
  if (formats.every(({ file }) => file !== undefined)) {
    const { verdictLine } = await import('../../report/verdict-line.ts');
    await print(io.stderr, verdictLine(report, wantsColor(io.env, io.terminal.err)));
  } else if (!formats.every(({ name }) => READABLE_FORMATS.has(name))) {
    await print(io.stderr, `${judgedText(report)}\n`);
  }
}
