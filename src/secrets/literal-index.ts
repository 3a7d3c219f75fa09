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

/**
 * Five bits a character: the letters, whatever their case, have a class each; digits and signs share what is left. Three
 * classes in a row, 32,768 of them, fit the processor's first cache.
 */
const CLASS = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = (FOLDED[code] ?? 0) - 96;
  if (letter >= 1 && letter <= 26) return letter;
  const character = String.fromCharCode(code);
  const group = ['0123456789', '_-', '.:;,', '/?&=@+~%', '"\'`<>{}[]()|$#*! \n'].findIndex((signs) =>
    signs.includes(character),
  );
  return group < 0 ? 0 : group + 27;
});
const TRIPLES = 1 << 15;
const LAST_TRIPLE = TRIPLES - 1;

/**
 * One pass over a text for any number of ASCII literals of two characters or more. A table of all triples of classes
 * decides at nearly every place that nothing begins there; a regular expression of the same alternatives tries each.
 */
export function indexLiterals<T>(
  entries: Iterable<readonly [literal: string, value: T]>,
  { ignoreCase = false }: { readonly ignoreCase?: boolean } = {},
): FindLiterals<T> {
  const fold = ignoreCase ? FOLDED : IDENTICAL;
  const begins = new Uint8Array(TRIPLES);
  const buckets: (Entry<T>[] | undefined)[] = Array.from({ length: TRIPLES });
  for (const [literal, value] of entries) {
    const codes = Array.from(literal, (character) => fold[character.charCodeAt(0)] ?? ASCII);
    if (codes.length < 2 || codes.includes(ASCII)) throw new TypeError('not an ASCII literal');
    for (const triple of triplesOf(codes)) {
      begins[triple] = 1;
      buckets[triple] = [...(buckets[triple] ?? []), { codes, value }];
    }
  }
  return (text) => {
    const hits: LiteralHit<T>[] = [];
    for (const start of placesOf(text, begins)) {
      for (const { codes, value } of buckets[tripleAt(text, start)] ?? []) {
        if (hasCodesAt(text, start, codes, fold)) hits.push({ start, end: start + codes.length, value });
      }
    }
    return hits;
  };
}

/**
 * Where a triple of the table begins. Bytes are read several times as fast as a string's characters; one beyond Latin-1
 * loses its upper half here and may look like a literal's, so the string itself has the last word.
 */
function placesOf(text: string, begins: Uint8Array): readonly number[] {
  const places: number[] = [];
  // The zeros let a literal of two characters end with the text.
  const bytes = Buffer.from(`${text}\0\0`, 'latin1');
  let triple = 0;
  for (let index = 0; index < bytes.length; index++) {
    triple = ((triple << 5) | CLASS[bytes[index]!]!) & LAST_TRIPLE;
    if (begins[triple] !== 0) places.push(index - 2);
  }
  return places;
}

function tripleAt(text: string, start: number): number {
  return (classAt(text, start) << 10) | (classAt(text, start + 1) << 5) | classAt(text, start + 2);
}

/** As the byte of `placesOf` would be classed; past the end there are zeros. */
function classAt(text: string, index: number): number {
  return CLASS[text.charCodeAt(index) & 0xff] ?? 0;
}

/** A literal of two characters may be followed by any third. */
function triplesOf([first, second, third]: readonly number[]): readonly number[] {
  const pair = (CLASS[first!]! << 10) | (CLASS[second!]! << 5);
  return third === undefined ? Array.from({ length: 32 }, (_, any) => pair | any) : [pair | CLASS[third]!];
}

function hasCodesAt(text: string, start: number, codes: readonly number[], fold: Uint8Array): boolean {
  for (let offset = 0; offset < codes.length; offset++) {
    // Beyond ASCII, and past the end, the table has nothing.
    if (fold[text.charCodeAt(start + offset)] !== codes[offset]) return false;
  }
  return true;
}
