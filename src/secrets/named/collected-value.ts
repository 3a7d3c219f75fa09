import type { Span } from '../../place.ts';

/** A value of a list, or of a map under its key. */
export interface CollectedValue extends Span {
  readonly text: string;
  readonly quoted: boolean;
  readonly key: string | undefined;
}

/** What was read of a list or a map, and how far. */
export interface Collection {
  readonly values: readonly CollectedValue[];
  readonly end: number;
}
