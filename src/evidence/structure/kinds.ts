import { nameOf } from '../../name.ts';
import { ALL, ASSIGNED, COLON, digitsOf, WIDE } from '../text/marks.ts';
import type { Assignment } from './assignments.ts';
import { listedArtifacts, listsDigests } from './digest-listing.ts';
import type { Kind, KindLine, Signal } from './kind.ts';
import { hasClockFirst, hasLevelFirst, isProgress, strongLogLines } from './log-grammar.ts';
import type { TimesOfLine } from './millisecond-times.ts';
import { millisecondTimes } from './millisecond-times.ts';
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

/** Of a block of log lines one at least is more than git's progress. */
const LOGGED = 'logged';
const ONE_LOGGED: readonly string[] = [LOGGED];

function logLines(text: string, marks: number): Omit<Signal, 'line'> | undefined {
  if (isProgress(text, marks)) return { weight: 1 };
  const weight = strongLogLines(text, marks);
  return weight > 0 ? { weight, keys: ONE_LOGGED } : undefined;
}

let asked: { readonly text: string; readonly times: TimesOfLine } | undefined;

/** Two kinds ask of the same line, one after the other. */
function timesOf({ text }: KindLine): TimesOfLine {
  if (asked?.text !== text) asked = { text, times: millisecondTimes(text) };
  return asked.times;
}

/** The more telling first: a finding of several is named after the first. */
export const KINDS: readonly Kind[] = [
  {
    told: nameOf('log-lines'),
    window: 12,
    weight: 3,
    signal: ({ text, marks }) => logLines(text, marks),
    needs: (key) => key === LOGGED,
  },
  {
    told: nameOf('log-lines'),
    digits: 1,
    window: 12,
    weight: 3,
    signal: ({ text, marks }) => weighing(isProgress(text, marks) ? 1 : 0),
    isCommon: true,
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
    bindsBy: 'nothing',
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
    bindsBy: 'nothing',
  },
  {
    // Values of a report that are no more than words: `case_process_started: true`.
    told: nameOf('harness-keys'),
    marks: ASSIGNED,
    window: 10,
    keys: 4,
    signal: naming((key) => HARNESS_KEYS.has(key), isPlainValue),
    bindsBy: 'nothing',
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
    bindsBy: 'nothing',
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
    signal: (line) => weighing(timesOf(line).said),
  },
  {
    // Of values that say what happened then: a list of orders does so, too.
    told: nameOf('millisecond-times'),
    digits: 9,
    window: 40,
    weight: 3,
    signal: (line) => {
      const { said, held } = timesOf(line);
      return weighing(said + held);
    },
    bindsBy: 'name',
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
