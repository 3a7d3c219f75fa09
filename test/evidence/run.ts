import { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import type { RunFile, RunPart } from '../../src/evidence/index/run-part.ts';
import { buildRunPart } from '../../src/evidence/index/run-part.ts';
import { nameOf } from '../../src/name.ts';

export const RUN = '20260703T081502Z-r2-date-parse-9917';
export const KEY = 'a key for tests';

/** What the agent of a run printed, and what it printed though it stood in the repository before the run began. */
export const PRINTED =
  'The parser was asked for a value that is none and gave the epoch, which three callers took for a real date, so the totals were wrong by 48211.';
export const HELD =
  'A parser for dates must say what it does with a value that is none, and the old one did not say so at all, which is why we replace it.';

/** The report of a run as a harness writes it, and keys beside the usual ones. */
export function reportText(more: Readonly<Record<string, unknown>> = {}): string {
  const report = {
    run_id: RUN,
    engine: 'case',
    stage: 2,
    status: 'pass',
    started_at: '2026-07-03T08:15:02Z',
    finished_at: '2026-07-03T08:19:40Z',
    ...more,
    case_process_started: true,
  };
  return JSON.stringify(report, null, 2);
}

/** Files of a run as a harness would leave them, in chunks of `chunk` bytes. */
export function runFiles(files: Readonly<Record<string, string>>, chunk = 1 << 20): readonly RunFile[] {
  return Object.entries(files).map(([file, text]) => {
    const bytes = Buffer.from(text);
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk));
    return { file, size: bytes.length, chunks };
  });
}

/** `null` is no key. */
export function partOf(
  files: Readonly<Record<string, string>>,
  secret: string | null = KEY,
  run: string = RUN,
): RunPart {
  return buildRunPart(nameOf(run), runFiles(files), secret ?? undefined);
}

export function indexOf(files: Readonly<Record<string, string>>): EvidenceIndex {
  return new EvidenceIndex([partOf(files)], KEY);
}
