import type { FindOptions } from './find-evidence.ts';
import { findEvidence } from './find-evidence.ts';
import { EvidenceIndex } from './index/evidence-index.ts';
import type { KnownText } from './index/known-text.ts';
import { withoutKnown } from './index/known-text.ts';
import type { EvidenceSpan } from './span.ts';

export type FindEvidence = (text: string, options?: FindOptions) => Promise<readonly EvidenceSpan[]>;

/**
 * Finds copies of what `index` knows. Only where it knows something is the repository's past read, once, and taken off
 * the index: nearly every check ends without. `known` must leave out what is being judged.
 */
export function evidenceFinder(
  index: EvidenceIndex | undefined,
  known: (() => Iterable<KnownText> | AsyncIterable<KnownText>) | undefined,
): FindEvidence {
  let reading: Promise<EvidenceIndex> | undefined;
  let reduced: EvidenceIndex | undefined;
  return async (text, options) => {
    // Without waiting where nothing is being read: a caller may want to stop what comes before a first wait.
    const waited = reduced === undefined && reading !== undefined ? await reading : undefined;
    const spans = findEvidence(text, waited ?? reduced ?? index, options);
    const isMet = spans.some(({ source }) => source !== undefined);
    if (!isMet || reading !== undefined || index === undefined || known === undefined) return spans;
    reading = withoutKnown(index, known()).then((parts) => new EvidenceIndex(parts, index.secret));
    reduced = await reading;
    return findEvidence(text, reduced, options);
  };
}
