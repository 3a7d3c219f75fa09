const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A source of numbers below a bound, the same in each run with the same seed (mulberry32). */
export function drawer(seed: number): (bound: number) => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Text as a generator of tokens would draw it, the same in each run. */
export function drawn(length: number, alphabet = ALPHANUMERIC, seed = 1): string {
  const draw = drawer(seed * 1000 + length);
  return Array.from({ length }, () => alphabet[draw(alphabet.length)]).join('');
}
