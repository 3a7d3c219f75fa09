import type { Assignment } from './assignments.ts';
import { assignmentsOf, assignmentsTo } from './assignments.ts';
import { isBoundToRun } from './binding.ts';
import { decodedParts } from './decode.ts';
import type { Line } from './lines.ts';
import { linesOf } from './lines.ts';
import { ASSIGNED, ASSIGNS } from './marks.ts';
import { merged, withinPart } from './merged-spans.ts';
import { EVENT_KEYS, REPORT_KEYS } from './record-grammar.ts';
import type { EvidenceSpan } from './span.ts';
import type { Block } from './structure-blocks.ts';
import { blocksOf, diffBlocks, joined } from './structure-blocks.ts';
import type { Signal } from './structure-kinds.ts';
import { KINDS, kindsFor } from './structure-kinds.ts';

/**
 * Blocks of a text that have the shape of runtime evidence: logs, events, reports, test output, stack traces, diffs,
 * tables of digests. Needs no index of any run. `certain` where the block is bound to a run (it names the run, holds a
 * marker of the harness, or two of: a path below somebody's folder, a UUID, a time in milliseconds), else `likely`.
 * What stands in base64, hex, gzip or zlib is decoded and judged too. Spans are sorted and do not overlap. Time grows
 * with the text.
 */
export function findEvidenceStructure(text: string): readonly EvidenceSpan[] {
  return merged([
    ...structureOf(text),
    ...decodedParts(text).flatMap((part) => withinPart(part, structureOf(part.text))),
  ]);
}

/** The same without decoding. */
export function structureOf(text: string): readonly EvidenceSpan[] {
  const lines = linesOf(text);
  const signals: Signal[][] = KINDS.map(() => []);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const { text, marks } = line;
    const assignments = (marks & ASSIGNS) === 0 ? NONE : assignmentsIn(text);
    for (const k of kindsFor(assignments.length === 0 ? marks : marks | ASSIGNED)) {
      const signal = KINDS[k]!.signal(line, assignments);
      if (signal) signals[k]!.push({ line: index, ...signal });
    }
  }
  const blocks = [
    ...KINDS.flatMap((kind, k) => blocksOf(kind, signals[k]!, lines)),
    ...diffBlocks(lines),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
  return joined(blocks, lines).map((block) => spanOf(block, lines));
}

const NONE: readonly Assignment[] = [];

const toKnownKeys = assignmentsTo([...REPORT_KEYS, ...EVENT_KEYS]);

/** Of a record of JSON the number of keys tells too. */
function assignmentsIn(line: string): readonly Assignment[] {
  return line.charCodeAt(0) === 0x7b ? assignmentsOf(line) : toKnownKeys(line);
}

function spanOf(block: Block, lines: readonly Line[]): EvidenceSpan {
  const first = lines[block.first]!;
  const last = lines[block.last]!;
  const inside: string[] = [];
  for (let index = block.first; index <= block.last; index++) inside.push(lines[index]!.text);
  return {
    start: first.start,
    end: last.end,
    told: block.told,
    certainty: !block.capped && isBoundToRun(inside.join('\n')) ? 'certain' : 'likely',
  };
}
