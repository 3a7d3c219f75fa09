import type { Name } from '../../name.ts';
import { nameOf } from '../../name.ts';
import type { Line } from '../text/lines.ts';
import { ALL, ASSIGNED, COLON, digitsOf, WIDE } from '../text/marks.ts';
import type { Assignment } from './assignments.ts';
import { listedArtifacts, listsDigests } from './digest-listing.ts';
import { hasClockFirst, hasLevelFirst, millisecondTimes, strongLogLines } from './log-grammar.ts';
import { gitLogWeight, isTestCase, isTestSummary, stackFrames, timedCases } from './output-grammar.ts';
import {
  EVENT_KEYS,
  FILE_KEYS,
  HARNESS_KEYS,
  isEventLine,
  isRunRecordKey,
  REPORT_KEYS,
  TIME_KEYS_OF_RUN,
  TOKEN_KEYS,
} from './record-grammar.ts';
import { isInstant, isPlainValue, isVolatile } from './volatile.ts';

/** What one line adds to each kind of block: how much it weighs, and which distinct things it names. */
export interface Signal {
  readonly line: number;
  readonly weight: number;
  readonly keys?: readonly string[];
  readonly volatile?: number;
}

/** What a kind looks at. */
export type KindLine = Pick<Line, 'text' | 'marks'>;

/** A kind of block: so much within so many physical lines. */
export interface Kind {
  readonly told: Name;
  readonly window: number;
  /** Sum of the weights. */
  readonly weight?: number;
  /** Distinct keys, and concrete values beside them. */
  readonly keys?: number;
  readonly values?: number;
  /** One of the keys must be of this sort. */
  readonly needs?: (key: string) => boolean;
  /** So little that naming the run beside it proves nothing: never more than likely. */
  readonly capped?: boolean;
  /** One of these marks stands in every line that adds something. */
  readonly marks?: number;
  /** So many digits at least. */
  readonly digits?: number;
  signal(line: KindLine, assignments: readonly Assignment[]): Omit<Signal, 'line'> | undefined;
}

const weighing = (weight: number): Omit<Signal, 'line'> | undefined => (weight > 0 ? { weight } : undefined);

const naming =
  (isKey: (key: string) => boolean, counts: (value: string) => boolean = () => true) =>
  (line: KindLine, assignments: readonly Assignment[]): Omit<Signal, 'line'> | undefined => {
    const keys: string[] = [];
    let volatile = 0;
    for (const { key, value } of assignments) {
      if (!isKey(key) || !counts(value)) continue;
      if (FILE_KEYS.has(key) && !listsDigests(line.text)) continue;
      keys.push(key);
      if (isVolatile(value)) volatile++;
    }
    return keys.length > 0 ? { weight: 1, keys, volatile } : undefined;
  };

function runTimes(assignments: readonly Assignment[]): Omit<Signal, 'line'> | undefined {
  const keys = assignments
    .filter(({ key, value }) =>
      TIME_KEYS_OF_RUN.has(key) ? isInstant(value) : TOKEN_KEYS.has(key) && isVolatile(value),
    )
    .map(({ key }) => key);
  return keys.length > 0 ? { weight: 1, keys, volatile: keys.length } : undefined;
}

/** The more telling first: a finding of several is named after the first. */
export const KINDS: readonly Kind[] = [
  {
    told: nameOf('log-lines'),
    window: 12,
    weight: 3,
    signal: ({ text, marks }) => weighing(strongLogLines(text, marks)),
  },
  {
    told: nameOf('event-lines'),
    marks: ASSIGNED,
    window: 8,
    weight: 2,
    signal: ({ text }, all) => weighing(isEventLine(text, all) ? (text.length >= 200 ? 2 : 1) : 0),
  },
  {
    told: nameOf('report-keys'),
    marks: ASSIGNED,
    window: 40,
    keys: 6,
    values: 3,
    signal: naming((key) => REPORT_KEYS.has(key)),
  },
  {
    // Few keys of a report, but each bound to a value of its run.
    told: nameOf('report-values'),
    marks: ASSIGNED,
    window: 8,
    keys: 2,
    values: 2,
    needs: (key) => HARNESS_KEYS.has(key),
    signal: naming((key) => REPORT_KEYS.has(key), isVolatile),
    capped: true,
  },
  {
    // When a run began and ended, and what it took: less than that a run is not told by.
    told: nameOf('report-times'),
    marks: ASSIGNED,
    window: 6,
    keys: 2,
    values: 2,
    needs: (key) => TIME_KEYS_OF_RUN.has(key),
    signal: (_, all) => runTimes(all),
    capped: true,
  },
  {
    // Values of a report that are no more than words: `case_process_started: true`.
    told: nameOf('harness-keys'),
    marks: ASSIGNED,
    window: 10,
    keys: 4,
    signal: naming((key) => HARNESS_KEYS.has(key), isPlainValue),
    capped: true,
  },
  {
    told: nameOf('event-keys'),
    marks: ASSIGNED,
    window: 40,
    keys: 5,
    values: 2,
    needs: isRunRecordKey,
    signal: naming((key) => EVENT_KEYS.has(key)),
  },
  {
    told: nameOf('test-summary'),
    window: 12,
    weight: 4,
    signal: ({ text, marks }) => weighing(isTestSummary(text, marks) ? 2 : isTestCase(text, marks) ? 1 : 0),
  },
  {
    told: nameOf('test-cases'),
    marks: WIDE,
    digits: 1,
    window: 5,
    weight: 3,
    signal: ({ text }) => weighing(timedCases(text)),
  },
  {
    told: nameOf('git-log'),
    window: 6,
    weight: 2,
    signal: ({ text, marks }) => weighing(gitLogWeight(text, marks)),
  },
  {
    told: nameOf('stack-frames'),
    window: 4,
    weight: 2,
    signal: ({ text, marks }) => weighing(stackFrames(text, marks)),
  },
  {
    told: nameOf('artifact-digests'),
    // Of `sha256`; 64 of hex have more.
    digits: 3,
    window: 12,
    weight: 3,
    signal: ({ text }) => weighing(listedArtifacts(text)),
    // It says which files a run has, and nothing of what they say.
    capped: true,
  },
  {
    told: nameOf('clock-lines'),
    marks: COLON,
    digits: 6,
    window: 8,
    weight: 3,
    signal: ({ text }) => weighing(hasClockFirst(text) ? 1 : 0),
  },
  {
    told: nameOf('level-lines'),
    window: 8,
    weight: 3,
    signal: ({ text }) => weighing(hasLevelFirst(text) ? 1 : 0),
  },
  {
    told: nameOf('millisecond-times'),
    digits: 9,
    window: 40,
    weight: 3,
    signal: ({ text }) => weighing(millisecondTimes(text)),
  },
];

const byMarks: (readonly number[] | undefined)[] = new Array(ALL + 1);

/** Which of `KINDS` a line with these marks may add to: few, mostly. */
export function kindsFor(marks: number): readonly number[] {
  byMarks[marks] ??= KINDS.flatMap((kind, index) => (mayAdd(kind, marks) ? [index] : []));
  return byMarks[marks];
}

function mayAdd(kind: Kind, marks: number): boolean {
  if (kind.digits !== undefined && digitsOf(marks) < kind.digits) return false;
  return kind.marks === undefined || (marks & kind.marks) !== 0;
}
