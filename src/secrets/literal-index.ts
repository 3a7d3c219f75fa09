/** Where a literal of the index begins in a text, and what was filed under it. */
export interface LiteralHit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

export type FindLiterals<T> = (text: string) => readonly LiteralHit<T>[];

interface Entry<T> {
  readonly codes: readonly number[];
  readonly value: T;
}

const ASCII = 128;
const IDENTICAL = Uint8Array.from({ length: ASCII }, (_, code) => code);
const FOLDED = IDENTICAL.map((code) => (code >= 65 && code <= 90 ? code + 32 : code));

/** Three characters, the lower five bits of each: a letter's case is in a bit above. */
const TRIPLES = 1 << 15;
const LAST_TRIPLE = TRIPLES - 1;

/**
 * One pass over a text for any number of ASCII literals of two characters or more. A table of all triples of characters,
 * small enough for the processor's first cache, decides at nearly every place that nothing begins there; a regular
 * expression of the same alternatives tries each of them.
 */
export function indexLiterals<T>(
  entries: Iterable<readonly [literal: string, value: T]>,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): FindLiterals<T> {
  const fold = ignoreCase ? FOLDED : IDENTICAL;
  const begins = new Uint8Array(TRIPLES);
  const buckets = new Map<number, Entry<T>[]>();
  for (const [literal, value] of entries) {
    const codes = Array.from(literal, (character) => fold[character.charCodeAt(0)] ?? ASCII);
    if (codes.length < 2 || codes.includes(ASCII)) throw new TypeError('not an ASCII literal');
    for (const triple of triplesOf(codes)) {
      begins[triple] = 1;
      buckets.set(triple, [...(buckets.get(triple) ?? []), { codes, value }]);
    }
  }
  return (text) => {
    const hits: LiteralHit<T>[] = [];
    // Bytes are read several times as fast as a string's characters. One beyond Latin-1 loses its upper half here and
    // may look like a literal's: the string itself has the last word. The zeros let a literal end with the text.
    const bytes = Buffer.from(`${text}\0\0`, 'latin1');
    let triple = 0;
    for (let index = 0; index < bytes.length; index++) {
      triple = ((triple << 5) | (bytes[index]! & 31)) & LAST_TRIPLE;
      if (begins[triple] === 0) continue;
      const start = index - 2;
      for (const { codes, value } of buckets.get(triple) ?? []) {
        if (hasCodesAt(text, start, codes, fold)) hits.push({ start, end: start + codes.length, value });
      }
    }
    return hits;
  };
}

/** A literal of two characters may be followed by any third. */
function triplesOf([first, second, third]: readonly number[]): readonly number[] {
  const pair = ((first! & 31) << 10) | ((second! & 31) << 5);
  return third === undefined ? Array.from({ length: 32 }, (_, any) => pair | any) : [pair | (third & 31)];
}

function hasCodesAt(text: string, start: number, codes: readonly number[], fold: Uint8Array): boolean {
  for (let offset = 0; offset < codes.length; offset++) {
    // Beyond ASCII, and past the end, the table has nothing.
    if (fold[text.charCodeAt(start + offset)] !== codes[offset]) return false;
  }
  return true;
}
