import type { DecodedPiece } from './decoded-piece.ts';

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
  const first = text.slice(start, firstEnd).replace(/\\?\r?\n[^\n]*$/, '');
  /** Where each joined line begins, in the joined text and in the original. */
  const lines = [{ at: 0, start }];
  let joined = first;
  let reached = firstEnd;
  for (let line = 1; line < MOST_LINES; line++) {
    NEXT.lastIndex = reached;
    const next = NEXT.exec(text);
    if (!next) break;
    lines.push({ at: joined.length, start: reached });
    joined += next[0].replace(/\\?\r?\n[^\n]*$/, '');
    reached = NEXT.lastIndex;
    if (!next[0].includes('\n')) break;
  }
  const originalOf = (offset: number): number => {
    const line = lines.findLast(({ at }) => at <= offset)!;
    return line.start + offset - line.at;
  };
  return {
    text: joined,
    from: 'wrapped',
    toOriginal: (span) =>
      span.start < first.length && span.end > first.length
        ? { start: originalOf(span.start), end: originalOf(span.end - 1) + 1 }
        : undefined,
  };
}
