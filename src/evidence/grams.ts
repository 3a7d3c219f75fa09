import type { Stream } from './normalise.ts';

/** Symbols of one gram, and grams of one window of winnowing (Schleimer, Wilkerson, Aiken: SIGMOD 2003). */
export const GRAM = 24;
export const WINDOW = 24;

/** Two independent 32-bit rolling hashes of every gram of a stream: gram `i` begins at symbol `i`. */
export interface Grams {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

const BASE_A = 0x01000193;
const BASE_B = 0x85ebca6b;

export function gramsOf({ symbols }: Stream): Grams {
  const count = Math.max(0, symbols.length - GRAM + 1);
  const a = new Uint32Array(count);
  const b = new Uint32Array(count);
  const outA = power(BASE_A, GRAM);
  const outB = power(BASE_B, GRAM);
  let hashA = 0;
  let hashB = 0;
  for (let i = 0; i < symbols.length; i++) {
    const incoming = spread(symbols[i]!);
    hashA = (Math.imul(hashA, BASE_A) + incoming) | 0;
    hashB = (Math.imul(hashB, BASE_B) + (incoming ^ 0x5bd1e995)) | 0;
    if (i >= GRAM) {
      const outgoing = spread(symbols[i - GRAM]!);
      hashA = (hashA - Math.imul(outgoing, outA)) | 0;
      hashB = (hashB - Math.imul(outgoing ^ 0x5bd1e995, outB)) | 0;
    }
    if (i >= GRAM - 1) {
      a[i - GRAM + 1] = hashA;
      b[i - GRAM + 1] = hashB;
    }
  }
  return { a, b };
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

/** Which order winnowing selects in: anything that text does not steer. */
function rankOf(a: number, b: number): number {
  let mixed = a ^ ((b << 16) | (b >>> 16));
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Robust winnowing: in every window of grams at least one is selected, and of equal ones the one selected before. A
 * text that shares `GRAM + WINDOW - 1` = 47 symbols with the evidence therefore holds a selected gram.
 */
export function winnow({ a, b }: Grams): readonly number[] {
  const selected: number[] = [];
  const ranks = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i++) ranks[i] = rankOf(a[i]!, b[i]!);
  let least = -1;
  const lastWindow = Math.max(0, a.length - WINDOW);
  for (let start = 0; start <= lastWindow && a.length > 0; start++) {
    const end = Math.min(start + WINDOW, a.length);
    if (least < start) {
      least = start;
      for (let i = start + 1; i < end; i++) if (ranks[i]! <= ranks[least]!) least = i;
    } else if (ranks[end - 1]! < ranks[least]!) least = end - 1;
    else continue;
    selected.push(least);
  }
  return selected;
}
