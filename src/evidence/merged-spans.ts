import type { Span } from '../place.ts';
import type { EvidenceSpan } from './span.ts';

/** Spans that overlap are one: the certain one names it, of two such the one that knows its source, then the first. */
export function merged(spans: readonly EvidenceSpan[]): readonly EvidenceSpan[] {
  const sorted = [...spans].sort((x, y) => x.start - y.start || y.end - x.end);
  const result: EvidenceSpan[] = [];
  for (const span of sorted) {
    const previous = result.at(-1);
    if (!previous || span.start >= previous.end) {
      result.push(span);
      continue;
    }
    const teller = weight(span) > weight(previous) ? span : previous;
    result[result.length - 1] = { ...teller, start: previous.start, end: Math.max(previous.end, span.end) };
  }
  return result;
}

function weight({ certainty, source }: EvidenceSpan): number {
  return (certainty === 'certain' ? 2 : 0) + (source ? 1 : 0);
}

/** What was found in a decoded part stands, for a reader, where the encoded text does. */
export function withinPart({ start, end }: Span, spans: readonly EvidenceSpan[]): readonly EvidenceSpan[] {
  return spans.map((span) => ({ ...span, start, end }));
}
