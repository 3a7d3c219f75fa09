import type { Span } from '../place.ts';

export interface Excerpts {
  readonly text: string;
  /** `undefined` for a span that reaches over a seam between two excerpts, and so was never in the text. */
  toOriginal(span: Span): Span | undefined;
}

/** A URL's user before `:x-oauth-basic`, a variable's name. */
const BEFORE = 400;
/** The longest match: a private key of 10,000 characters, an app token that holds a JWT. */
const AFTER = 12_500;
const SEAM = '\n\n';

/** The surroundings of places in a text, in its order, each once, joined by blank lines. */
export function excerptsNear(text: string, places: readonly Span[]): Excerpts {
  const windows: { start: number; end: number; at: number }[] = [];
  for (const { start, end } of places) {
    const from = Math.max(0, start - BEFORE);
    const to = Math.min(text.length, end + AFTER);
    const last = windows.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else windows.push({ start: from, end: to, at: 0 });
  }
  let length = 0;
  for (const window of windows) {
    window.at = length;
    length += window.end - window.start + SEAM.length;
  }
  return {
    text: windows.map(({ start, end }) => text.slice(start, end)).join(SEAM),
    toOriginal: ({ start, end }) => {
      const window = windows.findLast(({ at }) => at <= start);
      if (!window || end > window.at + window.end - window.start) return undefined;
      return { start: start - window.at + window.start, end: end - window.at + window.start };
    },
  };
}
