import { ESCAPE_MARKS } from './decoding/escapes.ts';
import { type CompiledType, TOKEN_PREFIXES } from './find-tokens.ts';
import { indexTogether, type LiteralHit } from './literal-index.ts';
import { NAME_MARKS } from './named/name-in-text.ts';
import { SECRETLINT_MARKS } from './secretlint-marks.ts';
import { type CompiledStructure, STRUCTURE_MARKS } from './structured/find-structures.ts';

/** Where in a text each layer has to look closer. */
export interface Marks {
  readonly tokens: readonly LiteralHit<CompiledType>[];
  readonly structures: readonly LiteralHit<CompiledStructure>[];
  readonly names: readonly LiteralHit<undefined>[];
  readonly escapes: readonly LiteralHit<undefined>[];
  readonly secretlint: readonly LiteralHit<number>[];
}

const findTogether = indexTogether(
  TOKEN_PREFIXES,
  STRUCTURE_MARKS,
  NAME_MARKS,
  ESCAPE_MARKS,
  SECRETLINT_MARKS,
);

/** One pass for all layers. Texts are long: each pass that is saved counts. */
export function findMarks(text: string): Marks {
  const [tokens, structures, names, escapes, secretlint] = findTogether(text);
  return { tokens, structures, names, escapes, secretlint };
}
