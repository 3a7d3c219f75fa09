import { EvidenceIndex } from './evidence-index.ts';
import type { FindOptions } from './find-evidence.ts';
import { findEvidence } from './find-evidence.ts';
import type { KnownText } from './known-text.ts';
import { withoutKnown } from './known-text.ts';
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
  let reduced: Promise<EvidenceIndex> | undefined;
  return async (text, options) => {
    const spans = findEvidence(text, await (reduced ?? index), options);
    const isMet = spans.some(({ source }) => source !== undefined);
    if (!isMet || reduced !== undefined || index === undefined || known === undefined) return spans;
    reduced = withoutKnown(index.parts, index.secret, known()).then(
      (parts) => new EvidenceIndex(parts, index.secret),
    );
    return findEvidence(text, await reduced, options);
  };
}
