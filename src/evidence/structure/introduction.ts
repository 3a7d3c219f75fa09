import type { Name } from '../../name.ts';
import { nameOf } from '../../name.ts';
import { partitionPoint } from '../../partition-point.ts';
import type { Span } from '../../place.ts';
import { namesRunDirectory } from '../run-directory.ts';

/** Whether the lines above a block, or the code block around it, say which run it was copied from. */
export type IsIntroduced = (block: Span, told: Name) => boolean;

/** Nobody writes these by hand: a run that is named above them is theirs. */
const OUTPUT: ReadonlySet<Name> = new Set(
  [
    'diff',
    'log-lines',
    'event-lines',
    'event-keys',
    'report-keys',
    'test-summary',
    'test-cases',
    'stack-frames',
  ].map(nameOf),
);

/** People write such lines too, as a time line of what happened: theirs it is only in a code block. */
const OUTPUT_IN_CODE: ReadonlySet<Name> = new Set(
  ['clock-lines', 'level-lines', 'millisecond-times'].map(nameOf),
);

/** `harness-runs/…-4711/report.json`, also where the directory has another name than a run's. */
const FILE_OF_RUN = /\bharness-runs\/(?=[\w.-]{0,80}\d)[\w.-]{6,80}\/\w/;

/** Text under which no copy stands, though it names a run: what somebody proposes, or shows of a format. */
const OF_NO_RUN =
  /\b(?:propos|suggest|planned|will\b|would\b|unlike\b|instead of\b|example|e\.g\.|sample|invented|made[- ]up|fictional|template|placeholder|follow-up)/i;

/** The same of a diff: a change that a run led to is none of its own. */
const LEADS_TO_CHANGE = /\b(?:after|since|because|led to|leads to|response to|fix(?:es|ed)?|should|must)\b/i;

/** Physical lines: of the code block around, and above it. */
const MOST_IN_CODE = 40;
const MOST_ABOVE = 10;
const MOST_PASSED = 4;
const LONGEST_LINE = 400;

export function introductionsIn(text: string): IsIntroduced {
  let fences: readonly Fence[] | undefined;
  let isNamed: boolean | undefined;
  return ({ start, end }, told) => {
    if (!OUTPUT.has(told) && !OUTPUT_IN_CODE.has(told)) return false;
    isNamed ??= namesRun(text);
    if (!isNamed) return false;
    fences ??= fencesOf(text);
    const fence = fenceAt(fences, start);
    if (fence === undefined) return OUTPUT.has(told) && isNamedAbove(text, start, told);
    return isNamedWithin(text, fence, start, end) || isNamedAbove(text, fence.start, told);
  };
}

function namesRun(text: string): boolean {
  return namesRunDirectory(text) || FILE_OF_RUN.test(text);
}

/** `$ cat harness-runs/…/test.log`, and what it printed. */
function isNamedWithin(text: string, fence: Fence, start: number, end: number): boolean {
  let count = 0;
  for (const line of linesAbove(text, start)) {
    if (line.start <= fence.start || ++count > MOST_IN_CODE) break;
    if (namesRun(line.text)) return true;
  }
  const below = text.slice(end, Math.min(fence.end, end + LONGEST_LINE * 4)).split(/\r\n|\n|\r/);
  return below.slice(0, MOST_IN_CODE).some(namesRun);
}

/** The line above names it, or one before it of which it is a part: a heading, `The log:`, what opens a string. */
function isNamedAbove(text: string, start: number, told: Name): boolean {
  let rows = 0;
  let passed = 0;
  for (const { text: line } of linesAbove(text, start)) {
    // The end of another code block.
    if (++rows > MOST_ABOVE || FENCE_MARK.test(line)) return false;
    if (isMarkup(line)) continue;
    if (!OPENS_STRING.test(line) && (OF_NO_RUN.test(line) || (told === DIFF && LEADS_TO_CHANGE.test(line))))
      return false;
    if (namesRun(line)) return true;
    if (!LEADS_ON.test(line) || ++passed > MOST_PASSED) return false;
  }
  return false;
}

const DIFF = nameOf('diff');

/** `const sample = \``: what a variable is called says nothing. */
const OPENS_STRING = /(?:=|\(|\[|:=)[ \t]{0,4}[rbfu]{0,2}["'`([{]{1,4}$/;

const FENCE_MARK = /^[ \t>]{0,16}(?:```|~~~)/;

/** No word: blank, a rule, brackets. */
function isMarkup(line: string): boolean {
  return !/[\p{L}\p{N}]/u.test(line);
}

/**
 * Lines that stand between a name and what it names: a heading, a label, a sentence that ends in a colon, a cell of a table,
 * the file names of a diff, and what opens a string, a list or a block.
 */
const LEADS_ON =
  /^[ \t>]{0,16}(?:#{1,6} |\*\*|\||\.\. |<[a-z]|\\begin\{)|^[ \t>/*#;%!'"`|,+-]{0,16}(?:(?<=[-+]{3} )\S|diff |index |TAP version )|[:{[("'`>=]["'`*_,]{0,4}[ \t]{0,8}$|(?<![=<>!])=[ \t]{0,4}[rbfu]{0,2}["'`]|<<[-~]?["']?\w{1,40}["']?$/;

interface PhysicalLine {
  readonly start: number;
  readonly text: string;
}

/** From the line above that of an offset upwards; of long ones the beginning. */
function* linesAbove(text: string, offset: number): Generator<PhysicalLine, void, undefined> {
  let end = beginningOfLine(text, offset) - 1;
  while (end >= 0) {
    if (text.charCodeAt(end) === 0x0a && text.charCodeAt(end - 1) === 0x0d) end--;
    const start = beginningOfLine(text, end);
    yield { start, text: text.slice(start, Math.min(end, start + LONGEST_LINE)) };
    end = start - 1;
  }
}

function beginningOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 0x0a && text.charCodeAt(at - 1) !== 0x0d) at--;
  return at;
}

/** A code block, from its first mark on. */
type Fence = Span;

const FENCE = /^[ \t>]{0,16}(?:(?:[-*+]|\d{1,3}[.)]) {1,4})?(`{3,64}|~{3,64})([^\r\n`]{0,200})$/gm;

function fencesOf(text: string): readonly Fence[] {
  const fences: { start: number; end: number }[] = [];
  let open: { start: number; mark: string } | undefined;
  for (const { 0: line, 1: mark = '', 2: info = '', index } of text.matchAll(FENCE)) {
    if (open === undefined) open = { start: index, mark };
    else if (mark.startsWith(open.mark) && info.trim() === '') {
      fences.push({ start: open.start, end: index + line.length });
      open = undefined;
    }
  }
  if (open) fences.push({ start: open.start, end: text.length });
  return fences;
}

function fenceAt(fences: readonly Fence[], offset: number): Fence | undefined {
  const fence = fences[partitionPoint(fences, ({ end }) => end <= offset)];
  return fence && fence.start < offset ? fence : undefined;
}
