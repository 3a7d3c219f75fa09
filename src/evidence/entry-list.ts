import { DIGEST_BITS } from './digest.ts';

/** Entries by value, each with its place: index into the run's files, and line from 1. Arrays of the same length. */
export interface Entries {
  readonly values: Float64Array;
  readonly files: Uint16Array;
  readonly lines: Uint32Array;
}

/** All but those of these values. */
export function entriesWithout(entries: Entries, dropped: ReadonlySet<number>): Entries {
  if (dropped.size === 0) return entries;
  const values = entries.values.slice();
  const files = entries.files.slice();
  const lines = entries.lines.slice();
  let size = 0;
  for (let at = 0; at < values.length; at++) {
    if (dropped.has(values[at]!)) continue;
    values[size] = values[at]!;
    files[size] = files[at]!;
    lines[size++] = lines[at]!;
  }
  return { values: values.slice(0, size), files: files.slice(0, size), lines: lines.slice(0, size) };
}

const EMPTY = -1;
const LINES = 2 ** 24;
const HIGHEST = 2 ** DIGEST_BITS;

/**
 * Collects the entries of one run: each 40-bit value once, with the file and line that it was met in first. An open hash
 * table in one typed array, a value beside its place, since a run of 100 MB has millions of them.
 */
export class EntryList {
  #table = new Float64Array(2048).fill(EMPTY);
  #size = 0;

  add(value: number, file: number, line: number): void {
    if (this.#size * 4 >= this.#table.length) this.#grow();
    const slot = slotOf(this.#table, value);
    if (this.#table[slot] === value) return;
    this.#table[slot] = value;
    this.#table[slot + 1] = file * LINES + Math.min(line, LINES - 1);
    this.#size++;
  }

  sorted(): Entries {
    const values = new Float64Array(this.#size);
    let size = 0;
    for (let slot = 0; slot < this.#table.length; slot += 2)
      if (this.#table[slot] !== EMPTY) values[size++] = this.#table[slot]!;
    values.sort();
    const files = new Uint16Array(size);
    const lines = new Uint32Array(size);
    for (let at = 0; at < size; at++) {
      const place = this.#table[slotOf(this.#table, values[at]!) + 1]!;
      files[at] = Math.floor(place / LINES);
      lines[at] = place % LINES;
    }
    return { values, files, lines };
  }

  #grow(): void {
    const table = new Float64Array(this.#table.length * 2).fill(EMPTY);
    for (let from = 0; from < this.#table.length; from += 2) {
      const value = this.#table[from]!;
      if (value === EMPTY) continue;
      const slot = slotOf(table, value);
      table[slot] = value;
      table[slot + 1] = this.#table[from + 1]!;
    }
    this.#table = table;
  }
}

/**
 * Where a value stands in a table of pairs, or may be put. Values are a cipher's output, so any of their bits hash them:
 * with the upper ones the table is nearly in order, and growing and sorting it go through memory one way.
 */
function slotOf(table: Float64Array, value: number): number {
  const mask = table.length - 2;
  let slot = (value * (table.length / HIGHEST)) & mask;
  while (table[slot] !== EMPTY && table[slot] !== value) slot = (slot + 2) & mask;
  return slot;
}
