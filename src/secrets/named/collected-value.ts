import type { Span } from '../../place.ts';

/** A value of a list, or of a map under its key. */
export interface CollectedValue extends Span {
  readonly text: string;
  readonly quoted: boolean;
  readonly key: string | undefined;
}
