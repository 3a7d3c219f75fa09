import { NOTHING_DETECTED } from '../check/detectors.ts';
import { startsOf } from '../check/lines.ts';
import { runReportFormat } from '../documents/kinds/formats.ts';
import { plainValue, readStructured, type Shortcoming } from '../documents/kinds/structured.ts';
import { readGiven } from '../gate/given.ts';
import { positionOf } from '../place.ts';
import type { RunReport } from './facts.ts';

function sentence({ problem, key }: Shortcoming): string {
  const named = key === undefined ? 'A value' : `\`${key}\``;
  return problem === 'missing' ? `${named} is missing.` : `${named} is not of the form that it must have.`;
}

/** What cannot be read is an empty report, which keeps no condition. */
export async function readReport(path: string): Promise<RunReport> {
  const given = await readGiven(path, 'report.json', undefined, async () => NOTHING_DETECTED);
  if (typeof given === 'string') return { refusal: given, data: {}, faults: [], lineOf: () => 1 };
  const { document } = given;
  const [root] = document.trees;
  const { shortcomings, at } = readStructured(document, runReportFormat);
  const lineAt = (span: { start: number; end: number }): number =>
    positionOf(startsOf(document.file), span).line;
  const data = root?.kind === 'mapping' ? (plainValue(root) as Record<string, unknown>) : {};
  const faults = [
    ...document.faults.map((fault) => ({
      message: fault.fault === 'duplicate-key' ? 'A key stands twice.' : 'The report is no JSON.',
      line: lineAt(fault),
    })),
    ...shortcomings.map((one) => ({ message: sentence(one), line: lineAt(one) })),
  ];
  return {
    refusal: undefined,
    // What cannot be parsed as a whole is not believed in part.
    data: document.faults.length === 0 ? data : {},
    faults,
    lineOf: (...keys) => lineAt(at(...keys)),
  };
}
