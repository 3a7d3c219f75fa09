import { latin1Bytes } from './latin1-bytes.ts';

/** Where a literal of the index begins in a text, and what was filed under it. */
export interface LiteralHit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Literals that are looked for together, with what is filed under each. */
export interface LiteralGroup<T> {
  readonly entries: Iterable<readonly [literal: string, value: T]>;
  readonly ignoreCase?: boolean;
  /** Left out: every hit counts. Asked before it is listed, since a short literal has tens of thousands. */
  readonly counts?: (text: string, hit: LiteralHit<T>) => boolean;
}

/** Of each group the hits, in the order of the text. */
export type Hits<Values extends readonly unknown[]> = {
  readonly [At in keyof Values]: readonly LiteralHit<Values[At]>[];
};

interface Entry {
  /** Those of all literals of the group, one after the other: one array is made where there were a thousand. */
  readonly codes: Uint8Array;
  /** Where its own begin, and how many they are. */
  readonly first: number;
  readonly length: number;
  readonly fold: Uint8Array;
  readonly value: unknown;
  readonly group: number;
  readonly counts: ((text: string, hit: LiteralHit<unknown>) => boolean) | undefined;
}

const ASCII = 128;
const IDENTICAL = Uint8Array.from({ length: ASCII }, (_, code) => code);
const FOLDED = IDENTICAL.map((code) => (code >= 65 && code <= 90 ? code + 32 : code));
const ASCII_TEXT = /^[\0-\x7f]*$/;

/** A bit each, for literals whose first signs are alike. */
const BUCKETS = 9;
/** Beside these bits: of a pair that is a literal by itself. */
const ALONE = 0x200;
/** How far left the same bits say of which buckets' literals a pair is the second and third, or the third and fourth sign. */
const SECOND = 10;
const THIRD = 20;
const PAIRS = 1 << 16;
const ANYTHING = -1;

/** Places are gathered for so many characters at a time. */
const STRETCH = 1 << 14;
const places = new Int32Array(STRETCH);

/**
 * One pass over a text for any number of ASCII literals of two characters or more, in groups. A table of pairs of signs
 * tells of four signs in a row whether they may begin what lies in one bucket: nearly nowhere.
 */
export function indexTogether<const Values extends readonly unknown[]>(
  ...groups: { readonly [At in keyof Values]: LiteralGroup<Values[At]> }
): (text: string) => Hits<Values> {
  const { pairs, listOf, lists, thirds, fourths } = fileLiterals(groups as readonly LiteralGroup<unknown>[]);
  return (text) => {
    const hits: LiteralHit<unknown>[][] = groups.map(() => []);
    const bytes = latin1Bytes(text);
    for (let from = 3; from < bytes.length; from += STRETCH) {
      const until = Math.min(from + STRETCH, bytes.length);
      const count = listPlaces(bytes, from, until, pairs, places);
      for (let at = 0; at < count; at++) {
        const start = places[at]!;
        const list = listOf[pairAt(bytes, start)]!;
        // A shift takes the lower five bits of its count.
        const goOn = (thirds[list]! >>> bytes[start + 2]!) & (fourths[list]! >>> bytes[start + 3]!);
        if ((goOn & 1) === 1) addHits(text, start, lists[list]!, hits);
      }
    }
    return hits as unknown as Hits<Values>;
  };
}

/**
 * Lists where four signs begin that a literal may begin with, the last of them from `from` on, and gives how many there
 * are. In a bundle a module's constants are variables that are read anew at each turn of a loop: as parameters they cost half.
 */
function listPlaces(
  bytes: Uint8Array,
  from: number,
  until: number,
  pairs: Int32Array,
  found: Int32Array,
): number {
  let last = bytes[from - 1]!;
  let first = pairs[pairAt(bytes, from - 3)]!;
  let second = pairs[pairAt(bytes, from - 2)]!;
  let count = 0;
  for (let index = from; index < until; index++) {
    const sign = bytes[index]!;
    const third = pairs[(last << 8) | sign]!;
    if ((first & (((second >>> SECOND) & (third >>> THIRD)) | ALONE)) !== 0) found[count++] = index - 3;
    first = second;
    second = third;
    last = sign;
  }
  return count;
}

function pairAt(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

interface Filed {
  readonly pairs: Int32Array;
  /** By the first pair of signs the number of a list; of most it is 0, the empty one. */
  readonly listOf: Uint16Array;
  readonly lists: readonly (readonly Entry[])[];
  /** Of each list a bit for the lower five bits, which have no case, of what may stand third, and fourth. */
  readonly thirds: Int32Array;
  readonly fourths: Int32Array;
}

function fileLiterals(groups: readonly LiteralGroup<unknown>[]): Filed {
  const all = groups.flatMap(entriesOf);
  const pairs = new Int32Array(PAIRS);
  const listOf = new Uint16Array(PAIRS);
  const lists: Entry[][] = [[]];
  const thirds = new Int32Array(all.length + 1);
  const fourths = new Int32Array(all.length + 1);
  fillAfterThird(pairs, all);
  for (const entry of all) {
    const { codes, first, length } = entry;
    const bit = bitOf(entry);
    addPair(pairs, entry, 0, length === 2 ? ALONE : bit);
    if (length > 2) addPair(pairs, entry, 1, bit << SECOND);
    if (length > 3) addPair(pairs, entry, 2, bit << THIRD);
    // A list for all spellings: what is asked of a list goes by the literal itself.
    const pair = (FOLDED[codes[first]!]! << 8) | FOLDED[codes[first + 1]!]!;
    const list = listOf[pair] || lists.push([]) - 1;
    listOf[pair] = list;
    addPair(listOf, entry, 0, list);
    lists[list]!.push(entry);
    thirds[list]! |= length > 2 ? 1 << codes[first + 2]! : ANYTHING;
    fourths[list]! |= length > 3 ? 1 << codes[first + 3]! : ANYTHING;
  }
  return { pairs, listOf, lists, thirds, fourths };
}

function entriesOf(
  { entries, ignoreCase = false, counts }: LiteralGroup<unknown>,
  group: number,
): readonly Entry[] {
  const fold = ignoreCase ? FOLDED : IDENTICAL;
  const listed = [...entries];
  const text = listed.map(([literal]) => literal).join('');
  if (!ASCII_TEXT.test(text)) throw new TypeError('not an ASCII literal');
  const codes = Buffer.from(ignoreCase ? text.toLowerCase() : text, 'latin1');
  let next = 0;
  return listed.map(([{ length }, value]) => {
    if (length < 2) throw new TypeError('too short a literal');
    const first = next;
    next += length;
    return { codes, first, length, fold, value, group, counts };
  });
}

function bitOf({ codes, first }: Entry): number {
  return 1 << (FOLDED[codes[first]!]! % BUCKETS);
}

/** A literal of three signs goes on with anything. Whole rows of the table are filled, before anything else is in them. */
function fillAfterThird(pairs: Int32Array, entries: readonly Entry[]): void {
  const after = new Int32Array(ASCII);
  for (const entry of entries) {
    if (entry.length !== 3) continue;
    const third = entry.codes[entry.first + 2]!;
    const bits = bitOf(entry) << THIRD;
    after[third]! |= bits;
    after[otherCase(third, entry)]! |= bits;
  }
  for (let third = 0; third < ASCII; third++)
    if (after[third] !== 0) pairs.fill(after[third]!, third << 8, (third + 1) << 8);
}

/** Adds bits to the pair of signs that stands at a place of a literal, in each of its spellings. */
function addPair(table: Int32Array | Uint16Array, entry: Entry, at: number, bits: number): void {
  const left = entry.codes[entry.first + at]!;
  const right = entry.codes[entry.first + at + 1]!;
  if (entry.fold === IDENTICAL) {
    table[(left << 8) | right]! |= bits;
    return;
  }
  const otherLeft = otherCase(left, entry);
  const otherRight = otherCase(right, entry);
  table[(left << 8) | right]! |= bits;
  table[(left << 8) | otherRight]! |= bits;
  table[(otherLeft << 8) | right]! |= bits;
  table[(otherLeft << 8) | otherRight]! |= bits;
}

/** The capital of a letter whose case does not count; any other sign as it is. */
function otherCase(code: number, { fold }: Entry): number {
  return fold === FOLDED && code >= 97 && code <= 122 ? code - 32 : code;
}

function addHits(
  text: string,
  start: number,
  entries: readonly Entry[],
  hits: LiteralHit<unknown>[][],
): void {
  for (const entry of entries) {
    if (!standsAt(text, start, entry)) continue;
    const { length, value, group, counts } = entry;
    const hit = { start, end: start + length, value };
    if (counts === undefined || counts(text, hit)) hits[group]!.push(hit);
  }
}

/** A character beyond Latin-1 lost its upper half in the bytes and may look like a literal's: the string has the last word. */
function standsAt(text: string, start: number, { codes, first, length, fold }: Entry): boolean {
  if (start + length > text.length) return false;
  // The first ones are known to be nearly the same.
  for (let offset = length - 1; offset >= 0; offset--) {
    const code = text.charCodeAt(start + offset);
    if (code >= ASCII || fold[code] !== codes[first + offset]) return false;
  }
  return true;
}
