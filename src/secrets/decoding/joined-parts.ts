import type { DecodedPiece } from './decoded-piece.ts';

export interface Part {
  readonly text: string;
  /** Where it begins in the original. */
  readonly start: number;
}

/** Parts of one text, put together. Only what begins in the first of them and reaches beyond it has a place. */
export function joinedParts(parts: readonly Part[], from: DecodedPiece['from']): DecodedPiece {
  const begins: number[] = [];
  let text = '';
  for (const part of parts) {
    begins.push(text.length);
    text += part.text;
  }
  const originalOf = (offset: number): number => {
    const part = begins.findLastIndex((begin) => begin <= offset);
    return parts[part]!.start + offset - begins[part]!;
  };
  const firstEnd = parts[0]!.text.length;
  return {
    text,
    from,
    toOriginal: ({ start, end }) =>
      start < firstEnd && end > firstEnd
        ? { start: originalOf(start), end: originalOf(end - 1) + 1 }
        : undefined,
  };
}
