import { EvidenceIndex } from '../../src/evidence/evidence-index.ts';
import type { RunFile, RunPart } from '../../src/evidence/run-part.ts';
import { buildRunPart } from '../../src/evidence/run-part.ts';
import { nameOf } from '../../src/name.ts';

export const RUN = '20260703T081502Z-r2-date-parse-9917';
export const KEY = 'a key for tests';

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
