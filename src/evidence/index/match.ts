import type { Name } from '../../name.ts';
import type { Line } from '../text/lines.ts';
import type { Normalised } from '../text/normalise.ts';
import type { Posting } from './evidence-index.ts';

/** Lines of a document that an index knows, by index of `Line`; `last` is the last one's. */
export interface Match {
  readonly told: Name;
  readonly certainty: 'certain' | 'likely';
  readonly first: number;
  readonly last: number;
  readonly from: Posting;
}

/** A document, prepared once for all indexes. */
export interface Prepared {
  readonly lines: readonly Line[];
  readonly normalised: Normalised;
}
