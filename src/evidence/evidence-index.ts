import type { Name } from '../name.ts';
import { EntryFilter } from './digest.ts';
import type { RunPart } from './run-part.ts';

/** Where an entry stands in the evidence. */
export interface Posting {
  readonly run: number;
  readonly file: number;
  readonly line: number;
}

/** Once there are this many runs, an entry that more than a quarter of them (and more than four) have is a formula. */
const RUNS_TO_JUDGE = 8;
const LEAST_COMMON = 4;

/** The parts of all runs, as one table from a value to its places. */
export class EvidenceIndex {
  readonly secret: string | undefined;
  readonly parts: readonly RunPart[];
  readonly filter: EntryFilter;
  readonly #values: Float64Array;
  readonly #heads: Int32Array;
  readonly #postings: { readonly run: Uint32Array; readonly place: Uint32Array; readonly next: Int32Array };
  readonly #runs: ReadonlySet<string>;

  constructor(parts: readonly RunPart[], secret: string | undefined, { keepFormulas = false } = {}) {
    this.secret = secret;
    this.parts = parts;
    this.#runs = new Set(parts.map(({ run }) => run.toLowerCase()));
    const total = parts.reduce((sum, { entries }) => sum + entries.values.length, 0);
    this.filter = new EntryFilter(total);
    let size = 1024;
    while (size < total * 2) size *= 2;
    this.#values = new Float64Array(size).fill(-1);
    this.#heads = new Int32Array(size).fill(-1);
    this.#postings = {
      run: new Uint32Array(total),
      place: new Uint32Array(total),
      next: new Int32Array(total),
    };
    this.#fill();
    if (!keepFormulas) this.#dropFormulas();
  }

  #fill(): void {
    let posting = 0;
    this.parts.forEach(({ entries }, run) => {
      const { values } = entries;
      for (let place = 0; place < values.length; place++) {
        const value = values[place]!;
        const slot = this.#slotOf(value);
        this.filter.add(value);
        this.#values[slot] = value;
        this.#postings.run[posting] = run;
        this.#postings.place[posting] = place;
        this.#postings.next[posting] = this.#heads[slot]!;
        this.#heads[slot] = posting++;
      }
    });
  }

  #dropFormulas(): void {
    if (this.parts.length < RUNS_TO_JUDGE) return;
    const most = Math.max(LEAST_COMMON, this.parts.length / 4);
    for (let slot = 0; slot < this.#heads.length; slot++) {
      let runs = 0;
      for (let at = this.#heads[slot]!; at !== -1; at = this.#postings.next[at]!) runs++;
      if (runs > most) this.#heads[slot] = -1;
    }
  }

  #slotOf(value: number): number {
    const mask = this.#values.length - 1;
    let slot = (value ^ (value / 0x10000)) & mask;
    while (this.#values[slot] !== -1 && this.#values[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  has(value: number): boolean {
    const slot = this.#slotOf(value);
    return this.#values[slot] === value && this.#heads[slot] !== -1;
  }

  /** At most one for each run. */
  postingsOf(value: number): readonly Posting[] {
    const slot = this.#slotOf(value);
    if (this.#values[slot] !== value) return [];
    const found: Posting[] = [];
    for (let at = this.#heads[slot]!; at !== -1; at = this.#postings.next[at]!) {
      const run = this.#postings.run[at]!;
      const place = this.#postings.place[at]!;
      const { files, lines } = this.parts[run]!.entries;
      found.push({ run, file: files[place]!, line: lines[place]! });
    }
    return found;
  }

  knowsRun(run: Name): boolean {
    return this.#runs.has(run.toLowerCase());
  }
}
