import type { Span } from '../place.ts';

/** Codes below 128 of the characters that a pattern, which matches one character, matches. */
export function charactersOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}

/**
 * The first stretch of at least `least` characters of a class that begins at `from` or later, as long as it goes on.
 * Looks at every `least`th character only, since such a stretch can't lie between two of them: a document has few.
 */
export function longRun(text: string, members: Uint8Array, least: number, from: number): Span | undefined {
  let floor = from;
  for (let at = from + least - 1; at < text.length; at = floor + least - 1) {
    if (!isMember(text, members, at)) {
      floor = at + 1;
      continue;
    }
    let start = at;
    while (start > floor && isMember(text, members, start - 1)) start--;
    let end = at + 1;
    while (end < text.length && isMember(text, members, end)) end++;
    if (end - start >= least) return { start, end };
    floor = end + 1;
  }
  return undefined;
}

/** Whether the character at an offset is of a class of ASCII's. */
export function isMember(text: string, members: Uint8Array, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && members[code] === 1;
}
