/**
 * The entries of one run: each 40-bit value once, with the file and line that it was met in first. An open hash table
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

  /** Entries that `keeps` holds for, by value. */
  sorted(keeps: (value: number) => boolean): readonly Entry[] {
    const entries: Entry[] = [];
    for (let slot = 0; slot < this.#values.length; slot++) {
      const value = this.#values[slot]!;
      if (value < 0 || !keeps(value)) continue;
      const place = this.#places[slot]!;
      entries.push({ value, file: Math.floor(place / LINES), line: place % LINES });
    }
    return entries.sort((x, y) => x.value - y.value);
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

export interface Entry {
  readonly value: number;
  /** Index into the run's files. */
  readonly file: number;
  /** From 1. */
  readonly line: number;
}

const LINES = 2 ** 24;
