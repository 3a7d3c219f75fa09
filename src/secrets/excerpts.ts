import type { Span } from '../place.ts';

export interface Excerpts {
  readonly text: string;
  /** `undefined` for a span that reaches over a seam between two excerpts, and so was never in the text. */
  toOriginal(span: Span): Span | undefined;
}

const SEAM = '\n\n';

/** Stretches of a text, which come in its order and may overlap, each once and joined by blank lines. */
export function excerptsOf(text: string, stretches: readonly Span[]): Excerpts {
  const windows: { start: number; end: number; at: number }[] = [];
  for (const { start, end } of stretches) {
    const from = Math.max(0, start);
    const to = Math.min(text.length, end);
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
