/** Bytes that no text of a mainframe is without, and which all of its Latin code pages share: letters, digits, space, `.`, `,`, `-`, `/`, `_`, `:`, `=`, and the line ends. */
const COMMON = new Uint8Array(256);
for (const [from, to] of [
  [0x81, 0x89],
  [0x91, 0x99],
  [0xa2, 0xa9],
  [0xc1, 0xc9],
  [0xd1, 0xd9],
  [0xe2, 0xe9],
  [0xf0, 0xf9],
] as const) {
  COMMON.fill(1, from, to + 1);
}
for (const byte of [0x05, 0x0d, 0x15, 0x25, 0x40, 0x4b, 0x60, 0x61, 0x6b, 0x6d, 0x7a, 0x7e]) COMMON[byte] = 1;

/** Fewer prove nothing: a word in Cyrillic or Chinese may consist of such bytes. */
const MIN_BYTES = 16;

/**
 * Text in EBCDIC (IBM code pages 037, 500, 1047 and their kin), which read as anything else is no word of what it says. A
 * space of ASCII is a control character there, and its line feed is none of the two that end lines. Of the code pages that
 * share the upper half of bytes (Latin, Cyrillic, Chinese) none keeps to those few.
 * https://www.ibm.com/docs/en/zos-basic-skills?topic=mainframe-ebcdic-character-set
 */
export function isEbcdic(buffer: Buffer): boolean {
  if (buffer.length < MIN_BYTES || buffer.includes(0x20) || buffer.includes(0x0a)) return false;
  let common = 0;
  for (const byte of buffer) common += COMMON[byte]!;
  return common * 20 >= buffer.length * 19;
}
