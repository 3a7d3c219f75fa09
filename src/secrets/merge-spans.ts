import type { SecretSpan } from './span.ts';

/**
 * One span a secret. Of spans that overlap, the one that is surer is kept, then the one of the earlier layer (the layer
 * that says more), then the one that begins first.
 */
export function mergeSpans(...layers: readonly (readonly SecretSpan[])[]): readonly SecretSpan[] {
  // Of nearly every text.
  if (layers.every(({ length }) => length === 0)) return [];
  const sorted = layers
    .flatMap((spans, layer) => spans.map((span) => ({ span, layer })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const merged: { span: SecretSpan; layer: number }[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.span.start >= last.span.end) merged.push(next);
    else if (weightOf(next) < weightOf(last)) merged[merged.length - 1] = next;
  }
  return merged.map(({ span }) => span);
}

function weightOf({ span, layer }: { readonly span: SecretSpan; readonly layer: number }): number {
  return (span.certainty === 'certain' ? 0 : 100) + layer;
}
