import { LONGEST_RUN, runDirectoriesNamed, startOfRun } from '../run-directory.ts';
import { entriesWithout } from './entry-list.ts';
import type { EvidenceIndex } from './evidence-index.ts';
import { entriesIn } from './match-index.ts';
import type { RunPart } from './run-part.ts';

/** A text that the repository held, and since when, in milliseconds since 1970. */
export interface KnownText {
  readonly text: string;
  /** git's ids of the text as a blob, with each kind of line ends, where it is one: a run may have copied it as a whole. */
  readonly blobs?: readonly string[];
  readonly since: number;
}

/**
 * The parts of an index without what the repository held before each run began: traces quote what the agent read, and a
 * document that was there first is no copy. What is being judged must not be among the known texts, or a copy excuses
 * itself. Entries that the index itself passes over stay, so that they are passed over in the new parts too.
 */
export async function withoutKnown(
  index: EvidenceIndex,
  known: Iterable<KnownText> | AsyncIterable<KnownText>,
): Promise<readonly RunPart[]> {
  const { parts } = index;
  if (parts.length === 0) return parts;
  const runs = parts.map(({ run }) => ({ name: run.toLowerCase(), start: startOfRun(run) }));
  const dropped = parts.map(() => new Set<number>());
  for await (const { text, blobs = [], since } of known) {
    const values = [...entriesIn(text, index, blobs)];
    if (values.length === 0) continue;
    const shown = momentsIn(text);
    const isHeld = runs.map(({ name, start }) => since < start && !isFromRun(shown, name, start));
    for (const value of values) {
      for (const { run } of index.postingsOf(value)) if (isHeld[run]) dropped[run]!.add(value);
    }
  }
  return parts.map((part, run) => ({ ...part, entries: entriesWithout(part.entries, dropped[run]!) }));
}

interface Moments {
  readonly runs: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
}

/** `2026-06-02T10:15:00`, `2026-06-02 10:15:00`. */
const TIME = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?!\d)/g;

function momentsIn(text: string): Moments {
  return {
    runs: new Set(runDirectoriesNamed(text).map((run) => run.toLowerCase())),
    times: Array.from(text.matchAll(TIME), ([, ...parts]) => {
      const [year, month, day, hour, minute, second] = parts.map(Number) as [number, ...number[]];
      return Date.UTC(year, month! - 1, day, hour, minute, second);
    }),
  };
}

/** Whether a text names the run, or shows a time within it: then it is no older than the run, whatever its commit says. */
function isFromRun({ runs, times }: Moments, run: string, start: number): boolean {
  return runs.has(run) || times.some((time) => time >= start && time < start + LONGEST_RUN);
}
