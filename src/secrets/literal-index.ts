/** Where a literal of the index begins in a text, and what was filed under it. */
export interface LiteralHit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export type FindLiterals<T> = (text: string) => readonly LiteralHit<T>[];

const ASCII = 128;

function foldCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/**
 * One pass over a text for any number of ASCII literals of two characters or more. A table of character pairs decides
 * at nearly every position that nothing begins there; a regular expression of the same alternatives tries each of them.
 */
export function indexLiterals<T>(
  entries: Iterable<readonly [literal: string, value: T]>,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): FindLiterals<T> {
  const fold = ignoreCase ? foldCode : (code: number) => code;
  const buckets: { readonly codes: readonly number[]; readonly value: T }[][] = [[]];
  const table = new Uint16Array(ASCII * ASCII);
  for (const [literal, value] of entries) {
    const codes = Array.from(literal, (character) => fold(character.charCodeAt(0)));
    if (codes.length < 2 || codes.some((code) => code >= ASCII)) throw new TypeError('not an ASCII literal');
    for (const cell of cellsOf(codes[0]!, codes[1]!, ignoreCase)) {
      if (table[cell] === 0) table[cell] = buckets.push([]) - 1;
      buckets[table[cell]!]!.push({ codes, value });
    }
  }
  return (text) => {
    const hits: LiteralHit<T>[] = [];
    let previous = ASCII;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const cell = previous < ASCII && code < ASCII ? table[previous * ASCII + code]! : 0;
      previous = code;
      if (cell === 0) continue;
      for (const { codes, value } of buckets[cell]!) {
        if (hasCodesAt(text, index - 1, codes, fold)) {
          hits.push({ start: index - 1, end: index - 1 + codes.length, value });
        }
      }
    }
    return hits;
  };
}

function cellsOf(first: number, second: number, ignoreCase: boolean): Set<number> {
  const variants = (code: number) => (ignoreCase && code >= 97 && code <= 122 ? [code, code - 32] : [code]);
  return new Set(variants(first).flatMap((a) => variants(second).map((b) => a * ASCII + b)));
}

function hasCodesAt(
  text: string,
  start: number,
  codes: readonly number[],
  fold: (code: number) => number,
): boolean {
  for (let offset = 2; offset < codes.length; offset++) {
    if (fold(text.charCodeAt(start + offset)) !== codes[offset]) return false;
  }
  return true;
}
