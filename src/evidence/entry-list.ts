/** Entries by value, each with its place: index into the run's files, and line from 1. Arrays of the same length. */
export interface Entries {
  readonly values: Float64Array;
  readonly files: Uint16Array;
  readonly lines: Uint32Array;
}

/** Those that `keeps` holds for. */
export function entriesWhere({ values, files, lines }: Entries, keeps: (value: number) => boolean): Entries {
  const kept = values.map((value) => (keeps(value) ? 1 : 0));
  return {
    values: values.filter((_, at) => kept[at] === 1),
    files: files.filter((_, at) => kept[at] === 1),
    lines: lines.filter((_, at) => kept[at] === 1),
  };
}

/**
 * Collects the entries of one run: each 40-bit value once, with the file and line that it was met in first. An open hash table
 * in typed arrays, since a run of 100 MB has millions of them.
 */
export class EntryList {
  #values = new Float64Array(1024).fill(-1);
  #places = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(value: number, file: number, line: number): void {
    if (this.#size * 2 >= this.#values.length) this.#grow();
    const slot = this.#slotOf(value);
    if (this.#values[slot] === value) return;
    this.#values[slot] = value;
    this.#places[slot] = file * LINES + Math.min(line, LINES - 1);
    this.#size++;
  }

  has(value: number): boolean {
    return this.#values[this.#slotOf(value)] === value;
  }

  sorted(): Entries {
    const values = this.#values.filter((value) => value !== -1).sort();
    const files = new Uint16Array(values.length);
    const lines = new Uint32Array(values.length);
    for (let at = 0; at < values.length; at++) {
      const place = this.#places[this.#slotOf(values[at]!)]!;
      files[at] = Math.floor(place / LINES);
      lines[at] = place % LINES;
    }
    return { values, files, lines };
  }

  #slotOf(value: number): number {
    const mask = this.#values.length - 1;
    let slot = (value ^ (value / 0x10000)) & mask;
    while (this.#values[slot] !== -1 && this.#values[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const values = this.#values;
    const places = this.#places;
    this.#values = new Float64Array(values.length * 2).fill(-1);
    this.#places = new Float64Array(values.length * 2);
    for (let from = 0; from < values.length; from++) {
      if (values[from] === -1) continue;
      const slot = this.#slotOf(values[from]!);
      this.#values[slot] = values[from]!;
      this.#places[slot] = places[from]!;
    }
  }
}

const LINES = 2 ** 24;
