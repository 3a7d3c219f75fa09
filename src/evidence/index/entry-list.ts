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

/** Values are a cipher's output, so their upper bits spread them evenly over as many sections. */
const SECTIONS = 256;
const SECTION_SIZE = 2 ** DIGEST_BITS / SECTIONS;

const FIRST_ROOM = 64;

/**
 * Collects the entries of one run: each 40-bit value once, with the file and line that it was met in first. A run of
 * 100 MB has millions of them: they are written one after the other, and sorted when a section is full, which goes
 * through memory one way where a hash table would jump.
 */
export class EntryList {
  readonly #sections = Array.from({ length: SECTIONS }, (_, index) => new Section(index * SECTION_SIZE));

  add(value: number, file: number, line: number): void {
    this.#sections[Math.floor(value / SECTION_SIZE)]!.add(value, file, line);
  }

  sorted(): Entries {
    const size = this.#sections.reduce((sum, section) => sum + section.settle(), 0);
    const values = new Float64Array(size);
    const files = new Uint16Array(size);
    const lines = new Uint32Array(size);
    let at = 0;
    for (const section of this.#sections) {
      const own = section.take();
      values.set(own.values, at);
      files.set(own.files, at);
      lines.set(own.lines, at);
      at += own.values.length;
    }
    return { values, files, lines };
  }
}

/** The entries within one range of values. */
class Section {
  readonly #from: number;
  #values = new Float64Array(FIRST_ROOM);
  #files = new Uint16Array(FIRST_ROOM);
  #lines = new Uint32Array(FIRST_ROOM);
  #size = 0;

  constructor(from: number) {
    this.#from = from;
  }

  add(value: number, file: number, line: number): void {
    if (this.#size === this.#values.length) {
      const { length } = this.#values;
      // Where hardly any was there twice, the next ones need more room.
      this.#rebuild(this.settle() * 4 > length * 3 ? length * 2 : length);
    }
    this.#values[this.#size] = value;
    this.#files[this.#size] = file;
    this.#lines[this.#size++] = line;
  }

  /** The entries as they are after `settle`; the section is empty then. */
  take(): Entries {
    const size = this.#size;
    const entries = {
      values: this.#values.subarray(0, size),
      files: this.#files.subarray(0, size),
      lines: this.#lines.subarray(0, size),
    };
    this.#size = 0;
    this.#rebuild(0);
    return entries;
  }

  /** Sorts the values and drops those that were there before. How many are left. */
  settle(): number {
    const size = this.#size;
    const order = this.#order();
    const values = new Float64Array(this.#values.length);
    const files = new Uint16Array(values.length);
    const lines = new Uint32Array(values.length);
    let kept = 0;
    for (let i = 0; i < size; i++) {
      const at = order[i]!;
      if (kept > 0 && values[kept - 1] === this.#values[at]) continue;
      values[kept] = this.#values[at]!;
      files[kept] = this.#files[at]!;
      lines[kept++] = this.#lines[at]!;
    }
    this.#values = values;
    this.#files = files;
    this.#lines = lines;
    this.#size = kept;
    return kept;
  }

  /** Indexes of the entries by value, equal ones as they were met: by their upper bits, then a few places each. */
  #order(): Uint32Array {
    const values = this.#values;
    const size = this.#size;
    const buckets = Math.max(1, size >> 1);
    const scale = buckets / SECTION_SIZE;
    const ends = new Uint32Array(buckets + 1);
    for (let at = 0; at < size; at++) ends[Math.floor((values[at]! - this.#from) * scale) + 1]!++;
    for (let bucket = 1; bucket <= buckets; bucket++) ends[bucket]! += ends[bucket - 1]!;
    const order = new Uint32Array(size);
    for (let at = 0; at < size; at++) order[ends[Math.floor((values[at]! - this.#from) * scale)]!++] = at;
    for (let i = 1; i < size; i++) {
      const at = order[i]!;
      let to = i;
      for (; to > 0 && values[order[to - 1]!]! > values[at]!; to--) order[to] = order[to - 1]!;
      order[to] = at;
    }
    return order;
  }

  #rebuild(room: number): void {
    const { values, files, lines } = this.#sized(room);
    this.#values = values;
    this.#files = files;
    this.#lines = lines;
  }

  #sized(room: number) {
    const values = new Float64Array(room);
    const files = new Uint16Array(room);
    const lines = new Uint32Array(room);
    values.set(this.#values.subarray(0, this.#size));
    files.set(this.#files.subarray(0, this.#size));
    lines.set(this.#lines.subarray(0, this.#size));
    return { values, files, lines };
  }
}
