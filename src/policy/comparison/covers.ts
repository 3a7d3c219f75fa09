import { alternatives, countAlternatives } from '../glob-alternatives.ts';
import { coversSequence } from '../glob-sequence.ts';

/** More alternatives than these are not weighed: the glob then counts as covered by its equal alone. */
const MAX_ALTERNATIVES = 64;

function weighed(glob: string): readonly string[] {
  const lower = glob.toLowerCase();
  return countAlternatives(lower) > MAX_ALTERNATIVES ? [lower] : alternatives(lower);
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
  const wides = wide.flatMap(weighed).map((glob) => glob.split('/'));
  return weighed(narrow).every((one) => {
    const parts = one.split('/');
    return wides.some((others) => coversSequence(others, parts, '**', coversPart));
  });
}
