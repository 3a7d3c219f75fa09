import type { Name } from '../../name.ts';
import { DIGEST_BITS, EntryFilter } from './digest.ts';
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

const HIGHEST = 2 ** DIGEST_BITS;

/** A value in the place of one that is a formula: no entry has it. */
const DROPPED = -1;

/**
 * The parts of all runs, as one table from a value to its places. Values are a cipher's output and sorted in each part:
 * buckets by their upper bits hold about one each, and are filled going through memory one way.
 */
export class EvidenceIndex {
  readonly secret: string | undefined;
  readonly parts: readonly RunPart[];
  readonly filter: EntryFilter;
  readonly #perBucket: number;
  /** Bucket `i` has the postings from `#starts[i]` to `#starts[i + 1]`, in the order of the runs. */
  readonly #starts: Uint32Array;
  readonly #values: Float64Array;
  readonly #postings: { readonly run: Uint32Array; readonly place: Uint32Array };
  readonly #runs: ReadonlySet<string>;

  constructor(parts: readonly RunPart[], secret: string | undefined, { keepFormulas = false } = {}) {
    this.secret = secret;
    this.parts = parts;
    this.#runs = new Set(parts.map(({ run }) => run.toLowerCase()));
    const total = parts.reduce((sum, { entries }) => sum + entries.values.length, 0);
    this.filter = new EntryFilter(total);
    let buckets = 1024;
    while (buckets < total) buckets *= 2;
    this.#perBucket = HIGHEST / buckets;
    this.#starts = new Uint32Array(buckets + 1);
    this.#values = new Float64Array(total);
    this.#postings = { run: new Uint32Array(total), place: new Uint32Array(total) };
    this.#fill();
    if (!keepFormulas) this.#dropFormulas();
  }

  #fill(): void {
    const starts = this.#starts;
    for (const { entries } of this.parts)
      for (const value of entries.values) starts[this.#bucketOf(value)]!++;
    for (let bucket = 0, end = 0; bucket < starts.length; bucket++) {
      end += starts[bucket]!;
      starts[bucket] = end;
    }
    // From the last to the first, so that each bucket's end becomes its start.
    for (let run = this.parts.length - 1; run >= 0; run--) {
      const { values } = this.parts[run]!.entries;
      for (let place = values.length - 1; place >= 0; place--) {
        const value = values[place]!;
        const at = --starts[this.#bucketOf(value)]!;
        this.filter.add(value);
        this.#values[at] = value;
        this.#postings.run[at] = run;
        this.#postings.place[at] = place;
      }
    }
  }

  #dropFormulas(): void {
    if (this.parts.length < RUNS_TO_JUDGE) return;
    const most = Math.max(LEAST_COMMON, this.parts.length / 4);
    for (let bucket = 0; bucket + 1 < this.#starts.length; bucket++) {
      const values = this.#values.subarray(this.#starts[bucket], this.#starts[bucket + 1]);
      if (values.length <= most) continue;
      const runs = new Map<number, number>();
      for (const value of values) runs.set(value, (runs.get(value) ?? 0) + 1);
      for (let at = 0; at < values.length; at++) if (runs.get(values[at]!)! > most) values[at] = DROPPED;
    }
  }

  /** An index that was tampered with may hold higher values than there are. */
  #bucketOf(value: number): number {
    return Math.min(Math.floor(value / this.#perBucket), this.#starts.length - 2);
  }

  has(value: number): boolean {
    const bucket = this.#bucketOf(value);
    const end = this.#starts[bucket + 1]!;
    for (let at = this.#starts[bucket]!; at < end; at++) if (this.#values[at] === value) return true;
    return false;
  }

  /** At most one for each run, the last run's first. */
  postingsOf(value: number): readonly Posting[] {
    const found: Posting[] = [];
    const bucket = this.#bucketOf(value);
    const start = this.#starts[bucket]!;
    for (let at = this.#starts[bucket + 1]! - 1; at >= start; at--) {
      if (this.#values[at] !== value) continue;
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
