import type { EvidenceIndex } from '../../src/evidence/evidence-index.ts';
import { findEvidence } from '../../src/evidence/find-evidence.ts';
import { findEvidenceStructure } from '../../src/evidence/structure.ts';
import type { Piece } from './pieces.ts';
import { piecesOf } from './pieces.ts';
import { Random } from './random.ts';
import { TRANSFORMATIONS } from './transformations.ts';

export interface Cell {
  readonly copies: number;
  readonly found: number;
  readonly errors: number;
  readonly byStructure: number;
}

/** A paragraph before and after, as in a real document. */
const BEFORE = '# Notes\n\nWe looked at what the last attempt did, and this is what we learned from it.\n\n';
const AFTER = '\n\nThe next step is to decide, and that is for the owner of the route.\n';

export interface Missed {
  readonly transformation: string;
  readonly length: number;
  readonly piece: Piece;
}

export function recall(
  runs: readonly string[],
  index: EvidenceIndex,
  length: number,
  copies: number,
  missed: (miss: Missed) => void,
): Readonly<Record<string, Cell>> {
  const pieces = runs.flatMap((run) => piecesOf(run, length));
  const cells: Record<string, Cell> = {};
  for (const [name, transform] of Object.entries(TRANSFORMATIONS)) {
    const random = new Random(length === Infinity ? 7 : length);
    const cell = { copies: 0, found: 0, errors: 0, byStructure: 0 };
    for (let i = 0; i < copies; i++) {
      const piece = random.pick(pieces);
      const copy = transform(piece.lines, random);
      const text = BEFORE + copy + AFTER;
      const spans = findEvidence(text, index);
      cell.copies++;
      if (spans.length > 0) cell.found++;
      else missed({ transformation: name, length, piece });
      if (spans.some(({ certainty }) => certainty === 'certain')) cell.errors++;
      if (findEvidenceStructure(text).length > 0) cell.byStructure++;
    }
    cells[name] = cell;
  }
  return cells;
}
