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
  readonly codes: Uint8Array;
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
const LAST_TRIPLE = TRIPLES - 1;

/** Places are gathered for so many characters at a time. */
const STRETCH = 1 << 14;
const places = new Int32Array(STRETCH);

/** The literals of one triple. */
interface Bucket {
  readonly entries: Entry[];
  /** A bit for each class that one of them goes on with. */
  readonly next: Uint32Array;
}

/**
 * One pass over a text for any number of ASCII literals of two characters or more, in groups. A table of all triples of
 * classes decides at nearly every place that nothing begins there, and a fourth sign at most of the others.
 */
export function indexTogether<const Values extends readonly unknown[]>(
  ...groups: { readonly [At in keyof Values]: LiteralGroup<Values[At]> }
): (text: string) => Hits<Values> {
  const { begins, bucketOf, buckets } = fileLiterals(groups as readonly LiteralGroup<unknown>[]);
  return (text) => {
    const hits: LiteralHit<unknown>[][] = groups.map(() => []);
    const bytes = latin1Bytes(text);
    let triple = 0;
    for (let from = 0; from < bytes.length; from += STRETCH) {
      const until = Math.min(from + STRETCH, bytes.length);
      let count = 0;
      // Without a branch: one in twenty places is worth a look, and no processor foresees which.
      for (let index = from; index < until; index++) {
        triple = ((triple << CLASS_BITS) | CLASS[bytes[index]!]!) & LAST_TRIPLE;
        places[count] = index;
        count += begins[triple]!;
      }
      for (let at = 0; at < count; at++) {
        const third = places[at]!;
        if (third < 2) continue;
        const { entries, next } = buckets[bucketOf[tripleAt(bytes, third)]!]!;
        const sign = third + 1 < bytes.length ? CLASS[bytes[third + 1]!]! : 0;
        if (((next[sign >> 5]! >>> (sign & 31)) & 1) === 1) addHits(text, third - 2, entries, hits);
      }
    }
    return hits as unknown as Hits<Values>;
  };
}

function tripleAt(bytes: Uint8Array, third: number): number {
  const pair = (CLASS[bytes[third - 2]!]! << CLASS_BITS) | CLASS[bytes[third - 1]!]!;
  return (pair << CLASS_BITS) | CLASS[bytes[third]!]!;
}

/** Files each literal under the triples that it may begin with. */
function fileLiterals(groups: readonly LiteralGroup<unknown>[]): {
  readonly begins: Uint8Array;
  readonly bucketOf: Uint16Array;
  readonly buckets: readonly Bucket[];
} {
  // Two tables: the small one, of a byte a triple, is what each place of a text asks.
  const begins = new Uint8Array(TRIPLES);
  const bucketOf = new Uint16Array(TRIPLES);
  const buckets: Bucket[] = [];
  for (const [group, { entries, ignoreCase = false, counts }] of groups.entries()) {
    const fold = ignoreCase ? FOLDED : IDENTICAL;
    for (const [literal, value] of entries) {
      const codes = Uint8Array.from(literal, (character) => fold[character.charCodeAt(0)] ?? ASCII);
      if (codes.length < 2 || codes.includes(ASCII)) throw new TypeError('not an ASCII literal');
      for (const triple of triplesOf(codes)) {
        if (begins[triple] === 0)
          bucketOf[triple] = buckets.push({ entries: [], next: new Uint32Array(2) }) - 1;
        begins[triple] = 1;
        const bucket = buckets[bucketOf[triple]!]!;
        bucket.entries.push({ codes, fold, value, group, counts });
        const fourth = codes[3];
        if (fourth === undefined) bucket.next.fill(0xffffffff);
        else bucket.next[CLASS[fourth]! >> 5]! |= 1 << (CLASS[fourth]! & 31);
      }
    }
  }
  return { begins, bucketOf, buckets };
}

/** A literal of two characters may be followed by any third. */
function triplesOf(codes: Uint8Array): readonly number[] {
  const [first, second, third] = codes;
  const pair = ((CLASS[first!]! << CLASS_BITS) | CLASS[second!]!) << CLASS_BITS;
  return third === undefined
    ? Array.from({ length: CLASSES }, (_, any) => pair | any)
    : [pair | CLASS[third]!];
}

function addHits(
  text: string,
  start: number,
  entries: readonly Entry[],
  hits: LiteralHit<unknown>[][],
): void {
  for (const { codes, fold, value, group, counts } of entries) {
    if (!hasCodesAt(text, start, codes, fold)) continue;
    const hit = { start, end: start + codes.length, value };
    if (counts === undefined || counts(text, hit)) hits[group]!.push(hit);
  }
}

/** A character beyond Latin-1 lost its upper half in the bytes and may look like a literal's: the string has the last word. */
function hasCodesAt(text: string, start: number, codes: Uint8Array, fold: Uint8Array): boolean {
  for (let offset = 0; offset < codes.length; offset++) {
    // Beyond ASCII, and past the end, the table has nothing.
    if (fold[text.charCodeAt(start + offset)] !== codes[offset]) return false;
  }
  return true;
}
