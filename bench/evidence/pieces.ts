import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutQuotations } from '../../src/evidence/index/adapters.ts';

/** A stretch of an evidence file. */
export interface Piece {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Times, hex of 7, durations, numbers of three digits: what makes a stretch evidence of this very run. */
const VOLATILE =
  /\d\d:\d\d:\d\d|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b|\b\d+(?:\.\d+)? ?m?s\b|\b(?!100644)\d{3,}\b/g;

/** Whether a copy of these lines bears evidence: three such values that are no quotation of something else. */
export function bearsEvidence({ file, lines }: Piece): boolean {
  const text = lines.join('\n');
  if (file === 'patch.diff') return lines.some((line) => /^[+-](?![+-])\s*\S/.test(line));
  return (withoutQuotations(file, text).match(VOLATILE)?.length ?? 0) >= 3;
}

export function evidenceFiles(run: string): readonly Piece[] {
  return readdirSync(run, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      file: path.slice(run.length + 1),
      lines: readFileSync(path, 'utf8').trimEnd().split('\n'),
    }));
}

/** Every stretch of `length` lines that bears evidence; `Infinity` is the whole file. */
export function piecesOf(run: string, length: number): readonly Piece[] {
  return evidenceFiles(run).flatMap(({ file, lines }) => {
    if (length === Infinity) return bearsEvidence({ file, lines }) ? [{ file, lines }] : [];
    const pieces: Piece[] = [];
    for (let start = 0; start + length <= lines.length; start++) {
      const piece = { file, lines: lines.slice(start, start + length) };
      if (bearsEvidence(piece)) pieces.push(piece);
    }
    return pieces;
  });
}
