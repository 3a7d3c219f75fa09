import micromatch from 'micromatch';

/** More alternatives than these are not weighed: the glob then counts as covered by its equal alone. */
const MAX_ALTERNATIVES = 64;

function alternatives(glob: string): readonly string[] {
  const lower = glob.toLowerCase();
  const expanded = lower.includes('{') ? micromatch.braces(lower, { expand: true }) : [];
  return expanded.length === 0 || expanded.length > MAX_ALTERNATIVES ? [lower] : expanded;
}

/**
 * Whether a sequence of signs or parts covers another one, where `many` stands for any number of them. The last `many` is
 * the only one worth coming back to, so the time is at most the product of the lengths: https://research.swtch.com/glob
 */
function coversSequence(
  wide: ArrayLike<string>,
  narrow: ArrayLike<string>,
  many: string,
  coversOne: (wide: string, narrow: string) => boolean,
): boolean {
  let [w, n] = [0, 0];
  let retry: { readonly w: number; readonly n: number } | undefined;
  while (n < narrow.length) {
    if (wide[w] === many) {
      w += 1;
      retry = { w, n };
    } else if (w < wide.length && coversOne(wide[w]!, narrow[n]!)) {
      w += 1;
      n += 1;
    } else if (retry !== undefined) {
      retry = { w: retry.w, n: retry.n + 1 };
      ({ w, n } = retry);
    } else return false;
  }
  while (wide[w] === many) w += 1;
  return w === wide.length;
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
  const wides = wide.flatMap(alternatives).map((glob) => glob.split('/'));
  return alternatives(narrow).every((one) => {
    const parts = one.split('/');
    return wides.some((others) => coversSequence(others, parts, '**', coversPart));
  });
}
