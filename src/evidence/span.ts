import type { Name } from '../name.ts';
import type { Span } from '../place.ts';

/** A stretch of a document that is copied runtime evidence, or looks like it. */
export interface EvidenceSpan extends Span {
  /** Which index or structure told: `k-grams`, `pairs`, `rows`, `log-lines`, `report-keys`, `diff`, `stack-frames`… */
  readonly told: Name;
  /** `certain` where an index confirms it or the block is bound to a run; else `likely`, which is a warning. */
  readonly certainty: 'certain' | 'likely';
  /** Where it was copied from, if an index knows: run directory name, file in it, line from 1. */
  readonly source?: { readonly run: Name; readonly file?: Name; readonly line?: number };
}
