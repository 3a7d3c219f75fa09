import { isDenied } from './commands.ts';

/** A stretch of a text, and where it begins. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** The lines of a text, without their ends. */
export function* textLines(text: string): Iterable<Piece> {
  for (const match of text.matchAll(/[^\r\n]+/g)) yield { text: match[0], start: match.index };
}

/**
 * What may be a command in markdown that nothing parsed: lines of a fence, and what stands in backticks, unless the
 * sentence denies it.
 */
export function* codeLines(text: string): Iterable<Piece> {
  let isFenced = false;
  for (const line of textLines(text)) {
    if (FENCE.test(line.text)) isFenced = !isFenced;
    else if (isFenced) yield line;
    else {
      for (const match of line.text.matchAll(/`([^`]{1,2000})`/g)) {
        if (!isDenied(line.text, match.index)) yield { text: match[1]!, start: line.start + match.index + 1 };
      }
    }
  }
}
