import { alternatives, countAlternatives } from '../glob-alternatives.ts';
import { coversSequence } from '../glob-sequence.ts';

/** More alternatives than these are not weighed: the glob then counts as covered by its equal alone. */
const MAX_ALTERNATIVES = 64;

type Parts = readonly string[];

function weighed(glob: string): readonly Parts[] {
  const lower = glob.toLowerCase();
  const all = countAlternatives(lower) > MAX_ALTERNATIVES ? [lower] : alternatives(lower);
  return all.map((one) => one.split('/'));
}

/** Of a list of thousands each glob is held against each of another such list. */
const known = new Map<string, readonly Parts[]>();
const MOST_KNOWN = 10_000;

function partsOf(glob: string): readonly Parts[] {
  const parts = known.get(glob) ?? weighed(glob);
  if (known.size < MOST_KNOWN) known.set(glob, parts);
  return parts;
}

/** A star of the narrow one stands for anything, so only a star of the wide one may meet it. */
function coversSign(wide: string, narrow: string): boolean {
  return narrow !== '*' && (wide === narrow || (wide === '?' && narrow !== '['));
}

function coversPart(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  return narrow !== '**' && !/[[\]]/.test(wide) && coversSequence(wide, narrow, '*', coversSign);
}

/**
 * Whether every path of the narrow glob is one of the wide globs. Errs on the side of no: what can't be shown to be
 * covered counts as left out.
 */
export function covers(wide: readonly string[], narrow: string): boolean {
  return partsOf(narrow).every((parts) =>
    wide.some((glob) => partsOf(glob).some((others) => coversSequence(others, parts, '**', coversPart))),
  );
}
