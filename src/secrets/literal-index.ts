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

/** Six bits a character: letters, whatever their case, digits and signs that literals hold have a class each. */
const CLASS_BITS = 6;
const CLASSES = 1 << CLASS_BITS;
const CLASSED = 'abcdefghijklmnopqrstuvwxyz0123456789_-.:;,/?&=+~%"\'`<>\\@#$*! \n\x1b';
const CLASS = Uint8Array.from(
  { length: 256 },
  (_, code) => CLASSED.indexOf(String.fromCharCode(FOLDED[code] ?? code)) + 1,
);
const TRIPLES = CLASSES ** 3;
/** A bit for each of 32 classes. */
const ALL = -1;
const ASCII_TEXT = /^[\0-\x7f]*$/;

/** Places are gathered for so many characters at a time. */
const STRETCH = 1 << 14;
const places = new Int32Array(STRETCH);

/** The literals of one triple. */
interface Bucket {
  readonly entries: readonly Entry[];
  /** A bit for each class that one of them goes on with: the classes below 32, and those from there. */
  readonly low: number;
  readonly high: number;
}

/**
 * One pass over a text for any number of ASCII literals of two characters or more, in groups. A table of all triples of
 * classes decides at nearly every place that nothing begins there, and a fourth sign at most of the others.
 */
export function indexTogether<const Values extends readonly unknown[]>(
  ...groups: { readonly [At in keyof Values]: LiteralGroup<Values[At]> }
): (text: string) => Hits<Values> {
  const filed = fileLiterals(groups as readonly LiteralGroup<unknown>[]);
  return (text) => {
    const hits: LiteralHit<unknown>[][] = groups.map(() => []);
    const bytes = latin1Bytes(text);
    // The first triple ends at the third sign.
    for (let from = 2; from < bytes.length; from += STRETCH) {
      const until = Math.min(from + STRETCH, bytes.length);
      const count = listPlaces(bytes, from, until, CLASS, filed.begins, places);
      addAll(text, bytes, count, filed, hits);
    }
    return hits as unknown as Hits<Values>;
  };
}

/**
 * Lists where a triple ends that something begins with, and gives how many there are. In a bundle a module's constants are
 * variables that are read anew at each turn of a loop: as parameters they cost half.
 */
function listPlaces(
  bytes: Uint8Array,
  from: number,
  until: number,
  classes: Uint8Array,
  begins: Uint8Array,
  found: Int32Array,
): number {
  let first = classes[bytes[from - 2]!]!;
  let second = classes[bytes[from - 1]!]!;
  let count = 0;
  for (let index = from; index < until; index++) {
    const third = classes[bytes[index]!]!;
    // Without a branch: one in twenty places is worth a look, and no processor foresees which.
    found[count] = index;
    count += begins[(first << 12) | (second << 6) | third]!;
    first = second;
    second = third;
  }
  return count;
}

/** Adds the hits at the listed places. */
function addAll(
  text: string,
  bytes: Uint8Array,
  count: number,
  { bucketOf, buckets }: Filed,
  hits: LiteralHit<unknown>[][],
): void {
  for (let at = 0; at < count; at++) {
    const third = places[at]!;
    const { entries, low, high } = buckets[bucketOf[tripleAt(bytes, third)]!]!;
    const sign = third + 1 < bytes.length ? CLASS[bytes[third + 1]!]! : 0;
    // A shift takes the lower five bits of its count.
    if ((((sign < 32 ? low : high) >>> sign) & 1) === 1) addHits(text, third - 2, entries, hits);
  }
}

function tripleAt(bytes: Uint8Array, third: number): number {
  const pair = (CLASS[bytes[third - 2]!]! << CLASS_BITS) | CLASS[bytes[third - 1]!]!;
  return (pair << CLASS_BITS) | CLASS[bytes[third]!]!;
}

interface Filed {
  readonly begins: Uint8Array;
  readonly bucketOf: Uint16Array;
  readonly buckets: Bucket[];
}

/** Files each literal under the triples that it may begin with. */
function fileLiterals(groups: readonly LiteralGroup<unknown>[]): Filed {
  // Two tables: the small one, of a byte a triple, is what each place of a text asks.
  const filed: Filed = {
    begins: new Uint8Array(TRIPLES),
    bucketOf: new Uint16Array(TRIPLES),
    buckets: [{ entries: [], low: 0, high: 0 }],
  };
  for (const [group, { entries, ignoreCase = false, counts }] of groups.entries()) {
    const fold = ignoreCase ? FOLDED : IDENTICAL;
    const listed = [...entries];
    const text = listed.map(([literal]) => literal).join('');
    if (!ASCII_TEXT.test(text)) throw new TypeError('not an ASCII literal');
    const codes = Buffer.from(ignoreCase ? text.toLowerCase() : text, 'latin1');
    let next = 0;
    for (const [{ length }, value] of listed) {
      if (length < 2) throw new TypeError('too short a literal');
      const first = next;
      next += length;
      const pair = ((CLASS[codes[first]!]! << CLASS_BITS) | CLASS[codes[first + 1]!]!) << CLASS_BITS;
      const entry = { codes, first, length, fold, value, group, counts };
      if (length === 2) {
        filePair(filed, pair, entry);
      } else {
        const triple = pair | CLASS[codes[first + 2]!]!;
        filed.begins[triple] = 1;
        filed.bucketOf[triple] = fileInto(filed.buckets, filed.bucketOf[triple]!, entry);
      }
    }
  }
  return filed;
}

/** Gives the number of a bucket that has what another has and an entry more. That one stays: others may share it. */
function fileInto(buckets: Bucket[], number: number, entry: Entry): number {
  const { entries, low, high } = buckets[number]!;
  const next = entry.length < 4 ? undefined : CLASS[entry.codes[entry.first + 3]!]!;
  const more = [...entries, entry];
  if (next === undefined) return buckets.push({ entries: more, low: ALL, high: ALL }) - 1;
  if (next < 32) return buckets.push({ entries: more, low: low | (1 << next), high }) - 1;
  return buckets.push({ entries: more, low, high: high | (1 << (next - 32)) }) - 1;
}

/** A literal of two characters may be followed by any third: most of these share a bucket. */
function filePair({ begins, bucketOf, buckets }: Filed, pair: number, entry: Entry): void {
  begins.fill(1, pair, pair + CLASSES);
  const renewed = new Map<number, number>();
  for (let triple = pair; triple < pair + CLASSES; triple++) {
    const number = bucketOf[triple]!;
    const after = renewed.get(number) ?? fileInto(buckets, number, entry);
    renewed.set(number, after);
    bucketOf[triple] = after;
  }
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
  for (let offset = 0; offset < length; offset++) {
    const code = text.charCodeAt(start + offset);
    if (code >= ASCII || fold[code] !== codes[first + offset]) return false;
  }
  return true;
}
