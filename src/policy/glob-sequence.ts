/**
 * Whether a sequence of signs or parts is one of those that another stands for, where `many` stands for any number of
 * them. The last `many` is the only one worth coming back to, so the time is at most the product of the lengths:
 * https://research.swtch.com/glob
 */
export function coversSequence<W, N>(
  wide: ArrayLike<W>,
  narrow: ArrayLike<N>,
  many: W,
  coversOne: (wide: W, narrow: N) => boolean,
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
