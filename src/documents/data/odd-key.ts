/** An escape for a letter, a digit or a sign of a plain word, which no writer of JSON or YAML needs. */
const NEEDLESS_ESCAPE = /\\(?:u00|x|U000000)(?:2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])/i;

/** Keys that are something else to a program than they look like to a reader, or that break one. */
const OF_OBJECTS = new Set(['__proto__', 'constructor', 'prototype']);

/** `source` is the key as it is written, quotes included; `key` what it means. */
export function isOddKey(source: string, key: string): boolean {
  return OF_OBJECTS.has(key) || (source.includes('\\') && NEEDLESS_ESCAPE.test(source));
}
