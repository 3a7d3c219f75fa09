import type { Span } from '../../place.ts';

/** Codes below 128 of the characters that a pattern, which matches one character, matches. */
export function charactersOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}

/**
 * The first stretch of at least `least` characters of a class that begins at `from` or later, as long as it goes on.
 * Where one may lie is looked at from its end: a character that is none of the class rules out all before it, so that of a
 * document few are looked at, and none twice.
 */
export function longRun(text: string, members: Uint8Array, least: number, from: number): Span | undefined {
  let start = from;
  // From the start to here all are of the class.
  let known = from;
  for (let end = start + least; end <= text.length; end = start + least) {
    let at = end - 1;
    while (at >= known && isMember(text, members, at)) at--;
    if (at < known) return { start, end: runEnd(text, members, end) };
    start = at + 1;
    known = end;
  }
  return undefined;
}

function runEnd(text: string, members: Uint8Array, from: number): number {
  let end = from;
  while (end < text.length && isMember(text, members, end)) end++;
  return end;
}

/** Whether the character at an offset is of a class of ASCII's. */
export function isMember(text: string, members: Uint8Array, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && members[code] === 1;
}
