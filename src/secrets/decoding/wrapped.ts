import type { DecodedPiece } from './decoded-piece.ts';
import { joinedParts } from './joined-parts.ts';

/** A token's first characters up to the end of their line, as mail, terminals and editors break it. */
const CUT = /[A-Za-z0-9_][A-Za-z0-9_.+/=-]{7,400}\\?\r?\n[ \t>|#*+]{0,40}(?=[A-Za-z0-9_.+/=-]{6})/y;
const NEXT = /[A-Za-z0-9_.+/=-]{1,400}(?:\\?\r?\n[ \t>|#*+]{0,40}(?=[A-Za-z0-9_.+/=-]{6}))?/y;
const MOST_LINES = 4;

/** What begins at one of the given places and goes on in the next line, joined. */
export function* joinWrapped(text: string, starts: Iterable<number>): Generator<DecodedPiece> {
  for (const start of starts) {
    CUT.lastIndex = start;
    if (CUT.test(text)) yield join(text, start, CUT.lastIndex);
  }
}

function join(text: string, start: number, firstEnd: number): DecodedPiece {
  const parts = [{ text: withoutBreak(text.slice(start, firstEnd)), start }];
  let reached = firstEnd;
  while (parts.length < MOST_LINES) {
    NEXT.lastIndex = reached;
    const next = NEXT.exec(text);
    if (!next) break;
    parts.push({ text: withoutBreak(next[0]), start: reached });
    reached = NEXT.lastIndex;
    if (!next[0].includes('\n')) break;
  }
  return joinedParts(parts, 'wrapped');
}

function withoutBreak(line: string): string {
  return line.replace(/\\?\r?\n[^\n]*$/, '');
}
