import type { Span } from '../../place.ts';

/** JSON, YAML and front matter read into one shape, each part with its place. Offsets are the file's. */
export type Tree = Scalar | List | Mapping;

export interface Scalar extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface List extends Span {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

/** Entries in the order of the text. Duplicates stay (they are a fault of the document, never "the last wins"). */
export interface Mapping extends Span {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Tree;
}

/** A scalar as a reader sees it; an empty or null one is the empty string. */
export function plainText(scalar: Scalar): string {
  return scalar.value === null ? '' : String(scalar.value);
}
