const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Text as a generator of tokens would draw it, the same in each run. */
export function drawn(length: number, alphabet = ALPHANUMERIC, seed = 1): string {
  let state = (seed * 2654435761 + length * 40503) >>> 0;
  let text = '';
  for (let index = 0; index < length; index++) {
    // xorshift32
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    text += alphabet[state % alphabet.length];
  }
  return text;
}
