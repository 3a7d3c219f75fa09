import type { Span } from '../../place.ts';
import type { SecretSpan } from '../span.ts';

/** A stretch of a text, decoded. */
export interface DecodedPiece {
  readonly text: string;
  readonly from: NonNullable<SecretSpan['decodedFrom']>;
  /** The place, in the original text, of a stretch of the decoded one; `undefined` where nothing in it was encoded. */
  toOriginal(span: Span): Span | undefined;
}
