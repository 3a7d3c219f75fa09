import type { Span } from '../place.ts';

/** A text as it reads once disguises are taken off, with the way back to the offsets of the text itself. */
export interface View {
  readonly text: string;
  /** The stretch of the original text that a stretch of this view was read from. Not for empty spans. */
  sourceOf(span: Span): Span;
}

export function plainView(text: string): View {
  return { text, sourceOf: (span) => span };
}

/** The same offsets with other letters: `text` is as long as the view's. */
export function relettered(view: View, text: string): View {
  return { text, sourceOf: (span) => view.sourceOf(span) };
}

/**
 * The view with every match of a global pattern replaced; the very same view where that changes nothing, so that a
 * caller can tell. A replacement as long as what it replaces is taken sign by sign.
 * The pattern holds no capturing group: `replace` gets what matched, where, and the whole text.
 */
export function rewrite(
  view: View,
  pattern: RegExp,
  replace: (found: string, at: number, whole: string) => string,
): View {
  /** Per replacement: where it begins and ends in the new text, and the same in the old one. */
  const marks: number[] = [];
  let shift = 0;
  const text = view.text.replace(pattern, (found: string, at: number, whole: string) => {
    const made = replace(found, at, whole);
    if (made.length !== found.length) marks.push(at + shift, at + shift + made.length, at, at + found.length);
    shift += made.length - found.length;
    return made;
  });
  if (marks.length === 0) return text === view.text ? view : relettered(view, text);
  return {
    text,
    sourceOf: ({ start, end }) =>
      view.sourceOf({ start: oldOffset(marks, start).start, end: oldOffset(marks, end - 1).end }),
  };
}

/** The old stretch that one character of the new text came from. */
function oldOffset(marks: readonly number[], offset: number): Span {
  let low = 0;
  let high = marks.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle * 4]! <= offset) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return { start: offset, end: offset + 1 };
  const [, madeEnd, takenStart, takenEnd] = marks.slice(low * 4 - 4, low * 4) as [
    number,
    number,
    number,
    number,
  ];
  if (offset < madeEnd) return { start: takenStart, end: takenEnd };
  const start = takenEnd + offset - madeEnd;
  return { start, end: start + 1 };
}
