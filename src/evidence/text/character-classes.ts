/** A table of the class of each code below `size`: 0 of those that no row names. */
export function characterClasses(
  size: number,
  rows: readonly (readonly [characters: string, kind: number])[],
): Uint8Array {
  const classes = new Uint8Array(size);
  for (const [characters, kind] of rows) {
    for (const character of characters) classes[character.charCodeAt(0)] = kind;
  }
  return classes;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
