/**
 * Index of the first of some things, in order, that a test no longer holds of: it holds of all before that and of none
 * behind. Their number where it holds of all.
 */
export function partitionPoint<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(things[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
