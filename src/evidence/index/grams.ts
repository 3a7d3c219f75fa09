import type { Stream } from '../text/normalise.ts';

/** Symbols of one gram, and grams of one window of winnowing (Schleimer, Wilkerson, Aiken: SIGMOD 2003). */
export const GRAM = 24;
export const WINDOW = 24;

const BASE_A = 0x01000193;
const BASE_B = 0x85ebca6b;
const ODD = 0x5bd1e995;
const POWER_A = power(BASE_A, GRAM);
const POWER_B = power(BASE_B, GRAM);

/** What comes into a hash with a symbol of ASCII, and what leaves it. */
const ASCII = 128;
const IN = Int32Array.from({ length: ASCII }, (_, symbol) => spread(symbol));
const OUT_A = Int32Array.from({ length: ASCII }, (_, symbol) => Math.imul(spread(symbol), POWER_A));
const OUT_B = Int32Array.from({ length: ASCII }, (_, symbol) => Math.imul(spread(symbol) ^ ODD, POWER_B));

/** The hash that ends at symbol `i`, from the one that ends before it. */
function rolledA(hash: number, symbols: Uint16Array, i: number): number {
  const incoming = symbols[i]!;
  const grown = (Math.imul(hash, BASE_A) + (incoming < ASCII ? IN[incoming]! : spread(incoming))) | 0;
  if (i < GRAM) return grown;
  const outgoing = symbols[i - GRAM]!;
  return (grown - (outgoing < ASCII ? OUT_A[outgoing]! : Math.imul(spread(outgoing), POWER_A))) | 0;
}

function rolledB(hash: number, symbols: Uint16Array, i: number): number {
  const incoming = symbols[i]!;
  const mixed = (incoming < ASCII ? IN[incoming]! : spread(incoming)) ^ ODD;
  const grown = (Math.imul(hash, BASE_B) + mixed) | 0;
  if (i < GRAM) return grown;
  const outgoing = symbols[i - GRAM]!;
  return (grown - (outgoing < ASCII ? OUT_B[outgoing]! : Math.imul(spread(outgoing) ^ ODD, POWER_B))) | 0;
}

/** Neighbouring letters must not have neighbouring values, or sums of them meet. */
function spread(symbol: number): number {
  const mixed = Math.imul(symbol + 0x7f4a7c15, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}

function rankOf(a: number, b: number): number {
  let mixed = a ^ ((b << 16) | (b >>> 16));
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Grams that may be selected yet lie in rings of this size, the next power of two. */
const RING = 32;
const LAST = RING - 1;
const ringA = new Int32Array(RING);
const ringB = new Int32Array(RING);
const ringRanks = new Uint32Array(RING);

/**
 * Robust winnowing: in every window of grams at least one is selected, and of equal ones the one selected before. A
 * text that shares `GRAM + WINDOW - 1` = 47 symbols with the evidence therefore holds a selected gram. Gets each with its
 * first symbol, in order.
 */
export function eachSelected(
  { symbols }: Pick<Stream, 'symbols'>,
  visit: (at: number, a: number, b: number) => void,
): void {
  const count = symbols.length - GRAM + 1;
  let least = -1;
  let hashA = 0;
  let hashB = 0;
  for (let i = 0; i < symbols.length; i++) {
    hashA = rolledA(hashA, symbols, i);
    hashB = rolledB(hashB, symbols, i);
    const at = i - GRAM + 1;
    if (at < 0) continue;
    const rank = rankOf(hashA, hashB);
    ringA[at & LAST] = hashA;
    ringB[at & LAST] = hashB;
    ringRanks[at & LAST] = rank;
    const start = at - WINDOW + 1;
    if (start < 0 && at + 1 < count) continue;
    if (least < start || least === -1) least = leastOf(Math.max(0, start), at);
    else if (rank < ringRanks[least & LAST]!) least = at;
    else continue;
    visit(least, ringA[least & LAST]!, ringB[least & LAST]!);
  }
}

/** Of equal ones the last. */
function leastOf(from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at <= to; at++) if (ringRanks[at & LAST]! <= ringRanks[least & LAST]!) least = at;
  return least;
}

/**
 * A window selects a gram that ranks higher than this in one of 8,000: (11/16) ** 24. So a document that looks up those
 * below, and what its own windows select of the others, misses nothing of 47 common symbols, and hardly anything of
 * fewer, at a third of the cost of looking up every gram.
 */
const RARELY_SELECTED = (2 ** 32 * 5) / 16;

/** Grams of a document that evidence which shares them may have selected, each with its first symbol. */
export function eachLikelySelected(
  { symbols }: Stream,
  visit: (at: number, a: number, b: number) => void,
): void {
  let above = 0;
  let hashA = 0;
  let hashB = 0;
  for (let i = 0; i < symbols.length; i++) {
    hashA = rolledA(hashA, symbols, i);
    hashB = rolledB(hashB, symbols, i);
    if (i < GRAM - 1 || rankOf(hashA, hashB) >= RARELY_SELECTED) continue;
    const at = i - GRAM + 1;
    if (at - above >= WINDOW) visitStretch(symbols, above, at, visit);
    visit(at, hashA, hashB);
    above = at + 1;
  }
  const end = symbols.length - GRAM + 1;
  if (end - above >= WINDOW) visitStretch(symbols, above, end, visit);
}

/** Of a window's grams or more that all rank high, those that windows of them select. */
function visitStretch(
  symbols: Uint16Array,
  from: number,
  to: number,
  visit: (at: number, a: number, b: number) => void,
): void {
  eachSelected({ symbols: symbols.subarray(from, to + GRAM - 1) }, (at, a, b) => visit(from + at, a, b));
}
