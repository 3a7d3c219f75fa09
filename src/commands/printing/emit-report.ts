import { nameOf } from '../../name.ts';
import { formatReport } from '../../report/formats.ts';
import type { FormatContext, Report, RuleDescription } from '../../report/report.ts';
import type { AnyRule } from '../../rule.ts';
import { type FormatRequest, writeReportFile } from './formats.ts';
import { type Io, print } from './output.ts';

/** What a format is told of a rule. */
export function describeRule({ id, severity, summary, why, help }: AnyRule): RuleDescription {
  return { id: nameOf(id), severity, summary, why, help };
}

/** Prints a report, or writes it to the file that the request names. */
export async function emitReport(
  request: FormatRequest,
  report: Report,
  context: FormatContext,
  io: Io,
): Promise<void> {
  if (request.file === undefined) {
    await print(io.stdout, await formatReport(request.name, report, context));
    return;
  }
  // A file may be kept and read by others, so it gets no line of a document, whatever standard output is.
  const { frames: _, ...rest } = context;
  writeReportFile(request.file, await formatReport(request.name, report, { ...rest, color: false }), io.cwd);
}
