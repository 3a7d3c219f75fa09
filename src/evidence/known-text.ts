import { entriesWithout } from './entry-list.ts';
import { EvidenceIndex } from './evidence-index.ts';
import { entriesIn } from './match.ts';
import { startOfRun } from './run-directory.ts';
import type { RunPart } from './run-part.ts';

/** A text that the repository held, and since when (milliseconds since 1970; a commit's subject: always). */
export interface KnownText {
  readonly text: string;
  readonly since: number;
}

/**
 * The parts without what the repository held before each run began: traces quote what the agent read, and a document
 * that was there first is no copy. What is being judged must not be among the known texts, or a copy excuses itself.
 */
export async function withoutKnown(
  parts: readonly RunPart[],
  secret: string | undefined,
  known: Iterable<KnownText> | AsyncIterable<KnownText>,
): Promise<readonly RunPart[]> {
  if (parts.length === 0) return parts;
  const index = new EvidenceIndex(parts, secret, { keepFormulas: true });
  const starts = parts.map(({ run }) => startOfRun(run));
  const dropped = parts.map(() => new Set<number>());
  for await (const { text, since } of known) {
    for (const value of entriesIn(text, index)) {
      for (const { run } of index.postingsOf(value)) if (since < starts[run]!) dropped[run]!.add(value);
    }
  }
  return parts.map((part, run) => ({
    ...part,
    entries: entriesWithout(part.entries, dropped[run]!),
  }));
}
