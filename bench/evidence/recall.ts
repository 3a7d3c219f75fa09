import { findEvidence } from '../../src/evidence/find-evidence.ts';
import type { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { piecesOf } from './pieces.ts';
import { Random } from './random.ts';
import { TRANSFORMATIONS } from './transformations.ts';

export interface Cell {
  readonly copies: number;
  readonly found: number;
  readonly errors: number;
}

/** A paragraph before and after, as in a real document. */
const BEFORE = '# Notes\n\nWe looked at what the last attempt did, and this is what we learned from it.\n\n';
const AFTER = '\n\nThe next step is to decide, and that is for the owner of the route.\n';

/** One cell for each transformation: pieces of any file. */
export function recall(
  runs: readonly string[],
  index: EvidenceIndex,
  length: number,
  copies: number,
): Readonly<Record<string, Cell>> {
  const pieces = runs.flatMap((run) => piecesOf(run, length));
  return Object.fromEntries(
    Object.entries(TRANSFORMATIONS).map(([name, transform]) => {
      const random = new Random(length === Infinity ? 7 : length);
      return [name, cellOf(copies, index, () => transform(random.pick(pieces).lines, random))];
    }),
  );
}

/** One cell for each file of a run: its pieces, each through any transformation. */
export function recallByFile(
  runs: readonly string[],
  index: EvidenceIndex,
  length: number,
  copies: number,
): Readonly<Record<string, Cell>> {
  const pieces = runs.flatMap((run) => piecesOf(run, length));
  const transformations = Object.values(TRANSFORMATIONS);
  const random = new Random(length === Infinity ? 17 : length);
  return Object.fromEntries(
    [...new Set(pieces.map(({ file }) => file))].sort().map((file) => {
      const own = pieces.filter((piece) => piece.file === file);
      return [
        file,
        cellOf(copies, index, () => random.pick(transformations)(random.pick(own).lines, random)),
      ];
    }),
  );
}

function cellOf(copies: number, index: EvidenceIndex, make: () => string): Cell {
  const cell = { copies: 0, found: 0, errors: 0 };
  for (let i = 0; i < copies; i++) {
    const spans = findEvidence(BEFORE + make() + AFTER, index);
    cell.copies++;
    if (spans.length > 0) cell.found++;
    if (spans.some(({ certainty }) => certainty === 'certain')) cell.errors++;
  }
  return cell;
}
