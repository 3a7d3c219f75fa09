import type { Place, SourceFile } from '../file.ts';
import type { RevisionReader } from './revision-reader.ts';
import type { Hit } from './run-rules.ts';

/**
 * Hits whose files the detectors have looked at: what they found is masked wherever a finding shows its file. Of a route
 * and of a change few files are told of.
 */
export async function detectedHits(
  hits: readonly Hit[],
  reader: Pick<RevisionReader, 'detected'>,
): Promise<readonly Hit[]> {
  const files = new Map<SourceFile, SourceFile>();
  for (const { problem } of hits) {
    for (const { at } of [problem, ...(problem.related ?? [])]) {
      if (!files.has(at.file)) files.set(at.file, await reader.detected(at.file));
    }
  }
  const detected = (at: Place): Place => ({ ...at, file: files.get(at.file)! });
  return hits.map(({ rule, problem }) => {
    const related = problem.related?.map((one) => ({ ...one, at: detected(one.at) }));
    return { rule, problem: { ...problem, at: detected(problem.at), ...(related && { related }) } };
  });
}
