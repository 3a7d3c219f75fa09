/** Words as they stand in the code, one behind another, in as many lines as they take. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
