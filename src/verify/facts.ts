import type { Refusal } from '../disk/refusal.ts';
import type { AdmissionData } from '../documents/kinds/formats.ts';
import type { Policy } from '../policy/policy.ts';
import type { Contradiction } from './contradiction.ts';
import type { PatchFiles } from './patch-files.ts';

/** A line, from 1, of a file of the run. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** A regular file of the run, read once from start to end. */
export interface ReadRunFile {
  readonly path: string;
  /** The path for a reader, secrets in it masked. */
  readonly shown: string;
  readonly modified: number;
  /** SHA-256, hex; absent where the file could not be read. */
  readonly digest: string | undefined;
  readonly refusal: Refusal | undefined;
  /** Lines with what looks like a secret; 0 is the path itself. */
  readonly secrets: readonly number[];
  readonly targets: readonly number[];
  /** Lines that name a provider or model which is not expected. */
  readonly strangers: readonly number[];
  /** Lines that are not of the file's own format, so that nobody can tell what they name. */
  readonly malformed: readonly number[];
  /** What it says of the run and the report does not: the first of each condition. */
  readonly contradictions: readonly (Contradiction & { readonly line: number })[];
}

/** What stands in a run directory and is no regular file. */
export interface OddEntry {
  readonly shown: string;
  readonly kind: 'link' | 'special';
}

/** `report.json`, taken apart without trusting it. */
export interface RunReport {
  readonly refusal: Refusal | undefined;
  /** Plain data; an empty object where there is none. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What its format finds wrong, by the line of it. */
  readonly faults: readonly { readonly message: string; readonly line: number }[];
  /** The line of the value at a path of keys, or of what is nearest to it. */
  lineOf(...keys: readonly string[]): number;
}

export interface AdmissionFacts {
  readonly digest: string | undefined;
  /** Whole, and in nothing contradicting what is decided. */
  readonly admission: AdmissionData | undefined;
  /** Why there is none, as a sentence. */
  readonly fault: string | undefined;
}

/** Everything that the verdict on a run rests upon. */
export interface RunFacts {
  /** The name of the directory. */
  readonly name: string;
  readonly policy: Policy & { readonly run: NonNullable<Policy['run']> };
  readonly files: readonly ReadRunFile[];
  readonly odd: readonly OddEntry[];
  /** Every path of the run, folders too, as a reader sees it. */
  readonly names: readonly string[];
  /** Paths that changed while the run was read. */
  readonly changing: readonly string[];
  readonly report: RunReport;
  readonly patch: PatchFiles | undefined;
  readonly admission: AdmissionFacts;
}
