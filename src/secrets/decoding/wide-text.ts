import type { DecodedPiece } from './decoded-piece.ts';

/** Strings in UTF-16 inside a binary file, whose bytes became one character each: `g\0h\0p\0_\0`. */
const WIDE = /(?:[\x20-\x7e]\0){12,4000}/g;

export function decodeWideText(text: string): readonly DecodedPiece[] {
  if (!text.includes('\0')) return [];
  return Array.from(text.matchAll(WIDE), ({ 0: wide, index }) => ({
    text: wide.replaceAll('\0', ''),
    from: 'utf-16' as const,
    toOriginal: ({ start, end }) => ({ start: index + start * 2, end: index + end * 2 }),
  }));
}
