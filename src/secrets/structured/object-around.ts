import type { Span } from '../../place.ts';

const LONGEST_OBJECT = 20_000;

/** The object in braces that a place of a text stands in, not before `earliest`; `undefined` where none is closed near by. */
export function objectAround(text: string, at: number, earliest: number): Span | undefined {
  const start = openBefore(text, at, Math.max(earliest, at - LONGEST_OBJECT));
  if (start === undefined) return undefined;
  let depth = 0;
  const last = Math.min(text.length, start + LONGEST_OBJECT);
  for (let index = start; index < last; index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return { start, end: index + 1 };
  }
  // Cut short, or longer: what is there is looked at, and no part of it again.
  return { start, end: last };
}

function openBefore(text: string, at: number, first: number): number | undefined {
  let depth = 0;
  for (let index = at - 1; index >= first; index--) {
    if (text[index] === '}') depth++;
    else if (text[index] === '{' && depth-- === 0) return index;
  }
  return undefined;
}
