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

/** Literals that are looked for together, with what is filed under each. */
export interface LiteralGroup<T> {
  readonly entries: Iterable<readonly [literal: string, value: T]>;
  readonly ignoreCase?: boolean;
}

/**
 * One pass over a text for any number of ASCII literals of two characters or more. A table of all triples of classes
 * decides at nearly every place that nothing begins there; a regular expression of the same alternatives tries each.
 */
export function indexLiterals<T>(group: LiteralGroup<T>): FindLiterals<T> {
  const groupsAt = new Uint8Array(TRIPLES);
  const addHits = fileGroup(group, groupsAt, 1);
  return (text) => {
    const hits: LiteralHit<T>[] = [];
    scan(text, groupsAt, (start, triple) => addHits(text, start, triple, hits));
    return hits;
  };
}

/** One pass for three groups. Texts are long: each pass that is saved counts. */
export function indexTogether<A, B, C>(
  a: LiteralGroup<A>,
  b: LiteralGroup<B>,
  c: LiteralGroup<C>,
): (text: string) => readonly [readonly LiteralHit<A>[], readonly LiteralHit<B>[], readonly LiteralHit<C>[]] {
  const groupsAt = new Uint8Array(TRIPLES);
  const addToA = fileGroup(a, groupsAt, 1);
  const addToB = fileGroup(b, groupsAt, 2);
  const addToC = fileGroup(c, groupsAt, 4);
  return (text) => {
    const hits: [LiteralHit<A>[], LiteralHit<B>[], LiteralHit<C>[]] = [[], [], []];
    scan(text, groupsAt, (start, triple, groups) => {
      if (groups & 1) addToA(text, start, triple, hits[0]);
      if (groups & 2) addToB(text, start, triple, hits[1]);
      if (groups & 4) addToC(text, start, triple, hits[2]);
    });
    return hits;
  };
}

/** Marks in the table where the group's literals may begin, and gives what adds those that do begin at a place. */
function fileGroup<T>(
  { entries, ignoreCase = false }: LiteralGroup<T>,
  groupsAt: Uint8Array,
  bit: number,
): (text: string, start: number, triple: number, hits: LiteralHit<T>[]) => void {
  const fold = ignoreCase ? FOLDED : IDENTICAL;
  // Most triples have no literal: a list made for each of them took longer than reading a hook's texts.
  const buckets: Entry<T>[][] = new Array(TRIPLES);
  for (const [literal, value] of entries) {
    const codes = Array.from(literal, (character) => fold[character.charCodeAt(0)] ?? ASCII);
    if (codes.length < 2 || codes.includes(ASCII)) throw new TypeError('not an ASCII literal');
    for (const triple of triplesOf(codes)) {
      groupsAt[triple]! |= bit;
      buckets[triple] ??= [];
      buckets[triple].push({ codes, value });
    }
  }
  return (text, start, triple, hits) => {
    for (const { codes, value } of buckets[triple]!) {
      if (hasCodesAt(text, start, codes, fold)) hits.push({ start, end: start + codes.length, value });
    }
  };
}

/**
 * Visits each place where the table has a triple. Bytes are read several times as fast as a string's characters; one
 * beyond Latin-1 loses its upper half here and may look like a literal's, so the string itself has the last word.
 */
function scan(
  text: string,
  groupsAt: Uint8Array,
  visit: (start: number, triple: number, groups: number) => void,
): void {
  // The zeros let a literal of two characters end with the text.
  const bytes = Buffer.from(`${text}\0\0`, 'latin1');
  let triple = 0;
  for (let index = 0; index < bytes.length; index++) {
    triple = ((triple << 5) | CLASS[bytes[index]!]!) & LAST_TRIPLE;
    const groups = groupsAt[triple]!;
    if (groups !== 0) visit(index - 2, triple, groups);
  }
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
