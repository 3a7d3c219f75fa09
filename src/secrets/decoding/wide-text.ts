import type { DecodedPiece } from './decoded-piece.ts';

/** A longer string is read in parts, and each begins with the last part's end. In bytes: two for a character. */
const LONGEST = 8000;
const SHARED = 1600;

/** Strings in UTF-16 inside a binary file, whose bytes became one character each: `g\0h\0p\0_\0`. */
const WIDE = /(?:[\x20-\x7e]\0){12,4000}/g;

export function* decodeWideText(text: string): Generator<DecodedPiece> {
  if (!text.includes('\0')) return;
  const wide = new RegExp(WIDE);
  for (let match = wide.exec(text); match; match = wide.exec(text)) {
    const { 0: found, index } = match;
    yield {
      text: found.replaceAll('\0', ''),
      from: 'utf-16' as const,
      toOriginal: ({ start, end }) => ({ start: index + start * 2, end: index + end * 2 }),
    };
    if (found.length === LONGEST) wide.lastIndex -= SHARED;
  }
}
