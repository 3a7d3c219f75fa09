import type { Name } from '../../name.ts';
import { nameOf } from '../../name.ts';
import type { Span } from '../../place.ts';
import { isBoundToRun, namesItsRun } from '../binding.ts';
import { merged, withinPart } from '../merged-spans.ts';
import type { EvidenceSpan } from '../span.ts';
import type { Decoded } from '../text/decode.ts';
import { decodedParts } from '../text/decode.ts';
import type { Line } from '../text/lines.ts';
import { linesOf } from '../text/lines.ts';
import { ASSIGNED, ASSIGNS } from '../text/marks.ts';
import type { Assignment } from './assignments.ts';
import { assignmentsOf, assignmentsTo } from './assignments.ts';
import type { Block } from './blocks.ts';
import { blocksOf, diffBlocks, joined } from './blocks.ts';
import { cellLines, LEAST_HEADS, mayHoldCells } from './cells.ts';
import type { IsIntroduced } from './introduction.ts';
import { introductionsIn } from './introduction.ts';
import type { Signal } from './kind.ts';
import { KINDS, kindsFor } from './kinds.ts';
import { mayBeBound } from './may-be-bound.ts';
import { isInObjectStatus } from './object-status.ts';
import { EVENT_KEYS, REPORT_KEYS } from './record-grammar.ts';
import { recordsTraffic } from './recorded-traffic.ts';
import { tellingLines } from './telling-lines.ts';

/**
 * Blocks of a text that have the shape of runtime evidence: logs, events, reports, test output, stack traces, diffs,
 * tables of digests. Needs no index of any run. `certain` where the block is bound to a run (it names the run, holds a
 * marker of the harness, or two of: a path below somebody's folder, a UUID, a time in milliseconds), else `likely`; a
 * diff, values beside their times, and what a test's library recorded are bound by a name or a marker only. What stands
 * in base64, hex, gzip or zlib is decoded and judged too. Spans are sorted and do not overlap. Time grows with the text.
 */
export function findEvidenceStructure(text: string): readonly EvidenceSpan[] {
  return structureWith(text, decodedParts(text));
}

/** With what its decoded parts say. */
export function structureWith(text: string, parts: readonly Decoded[]): readonly EvidenceSpan[] {
  const isIntroduced = introductionsIn(text);
  const raised = (part: Decoded, span: EvidenceSpan): EvidenceSpan =>
    isIntroduced(part, span.told) ? { ...span, certainty: 'certain' } : span;
  const isRecorded = recordsTraffic(text);
  return merged([
    ...structureOf(text, isRecorded),
    ...parts.flatMap((part) =>
      withinPart(part, structureOf(part.text, isRecorded)).map((span) => raised(part, span)),
    ),
  ]);
}

/**
 * The same of a text of which only what is certain counts, as in source code, where a line that looks like a log is a
 * comment about logs: nothing, without a look at its lines, where nothing in it may belong to a run.
 */
export function findCertainStructure(text: string): readonly EvidenceSpan[] {
  if (mayBeBound(text)) return findEvidenceStructure(text);
  const parts = decodedParts(text);
  return parts.some((part) => mayBeBound(part.text)) ? structureWith(text, parts) : [];
}

/**
 * The same without decoding.
 * @param isRecorded of a recording of requests, whose ids and times bind nothing to a run
 */
export function structureOf(text: string, isRecorded = recordsTraffic(text)): readonly EvidenceSpan[] {
  const telling = tellingLines(text);
  if (telling.length === 0) return [];
  const { lines, inCells } = mayHoldCells(telling)
    ? withCells(telling, text)
    : { lines: telling, inCells: NO_CELLS };
  const signals: Signal[][] = KINDS.map(() => []);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const { text, marks } = line;
    const assignments = inCells.get(line) ?? ((marks & ASSIGNS) === 0 ? NONE : assignmentsIn(text));
    for (const k of kindsFor(assignments.length === 0 ? marks : marks | ASSIGNED)) {
      const signal = KINDS[k]!.signal(line, assignments);
      if (signal) signals[k]!.push({ line: index, ...signal });
    }
  }
  const blocks = [...KINDS.flatMap((kind, k) => blocksOf(kind, signals[k]!, lines)), ...diffBlocks(lines)]
    .map((block) => (isStatus(block, lines, text) ? { ...block, isCommon: true } : block))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const isIntroduced = introductionsIn(text);
  return joined(blocks, lines)
    .map((block) => ({ block, span: spanOf(block, lines, text, isIntroduced, isRecorded) }))
    .filter(({ block, span }) => !block.isCommon || span.certainty === 'certain')
    .map(({ span }) => span);
}

/** What the status of an object says in keys of its own, which are those of a run, too. */
const OF_STATUS: ReadonlySet<Name> = new Set(['report-times', 'event-keys'].map(nameOf));

function isStatus(block: Block, lines: readonly Line[], text: string): boolean {
  return OF_STATUS.has(block.told) && isInObjectStatus(text, spanBetween(block, lines));
}

const NONE: readonly Assignment[] = [];

type InCells = ReadonlyMap<Line, readonly Assignment[]>;

const NO_CELLS: InCells = new Map();

/** Those lines that hold nothing but cells are put among the others. */
function withCells(telling: readonly Line[], text: string): { lines: readonly Line[]; inCells: InCells } {
  const known = new Map(telling.map((line) => [line.start, line]));
  const inCells = new Map<Line, readonly Assignment[]>();
  const added: Line[] = [];
  for (const { line, assignments } of cellLines(text)) {
    const same = known.get(line.start);
    if (same === undefined) added.push(line);
    const bySign = same === undefined ? NONE : assignmentsIn(same.text);
    if (bySign.length === 0 || assignments.length >= LEAST_HEADS) inCells.set(same ?? line, assignments);
  }
  return { lines: [...telling, ...added].sort((a, b) => a.start - b.start), inCells };
}

const toKnownKeys = assignmentsTo([...REPORT_KEYS, ...EVENT_KEYS]);

/** Of a record of JSON the number of keys tells too. */
function assignmentsIn(line: string): readonly Assignment[] {
  return line.charCodeAt(0) === 0x7b ? assignmentsOf(line) : toKnownKeys(line);
}

function spanBetween({ first, last }: Block, lines: readonly Line[]): Span {
  return { start: lines[first]!.start, end: lines[last]!.end };
}

function spanOf(
  block: Block,
  lines: readonly Line[],
  text: string,
  isIntroduced: IsIntroduced,
  isRecorded: boolean,
): EvidenceSpan {
  const { first, last, told, bindsBy } = block;
  const { start, end } = spanBetween(block, lines);
  const binds = bindsBy === 'marks' && !isRecorded ? isBoundToRun : namesItsRun;
  const isBound = () => binds(withoutNames(textBetween(first, last, lines, text)));
  const isCertain = bindsBy !== 'nothing' && (isBound() || isIntroduced({ start, end }, told));
  return { start, end, told, certainty: isCertain ? 'certain' : 'likely' };
}

/**
 * A run that somebody names in a list of times stands between backticks of its own: that is a reference, and no output's.
 * The first mark of a line is read as its decoration; a name has a digit, a key of a report in such marks has none.
 */
function withoutNames(block: string): string {
  return block.replace(
    /(?:(?<![`\\])`|^(?=[^`\d]{0,200}\d[^`]{0,200}`[ |]{0,4}[^\s|]))[^`\s]{1,200}`(?!`)/gm,
    '``',
  );
}

/** Of a name and what output begins with: `TAP version 13`. */
const ABOVE_IN_STRING = 3;

/**
 * The lines of a block, also those between that add nothing to it; where it stands in a string of JSON, with those above
 * it there.
 */
function textBetween(first: number, last: number, lines: readonly Line[], text: string): string {
  const from = startOfPhysicalLine(text, lines[first]!.start);
  const { start } = lines[first]!;
  const { end } = lines[last]!;
  const all = linesOf(text.slice(from, end)).filter((line) => from + line.start >= start);
  return all
    .slice(
      Math.max(0, ofSamePiece(lines, first, -1) - ABOVE_IN_STRING),
      all.length - ofSamePiece(lines, last, 1),
    )
    .map((line) => line.text)
    .join('\n');
}

/** How many lines before or after a line came of the same piece of a physical one. */
function ofSamePiece(lines: readonly Line[], line: number, step: 1 | -1): number {
  let count = 0;
  while (lines[line + step * (count + 1)]?.start === lines[line]!.start) count++;
  return count;
}

function startOfPhysicalLine(text: string, from: number): number {
  let at = from;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
