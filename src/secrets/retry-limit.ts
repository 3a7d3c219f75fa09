import type { Span } from '../place.ts';

/** How many stretches that overlap the first of them are judged. */
const MOST_TRIES = 6;

/**
 * In `key=key=key=…` each name's value reaches far over the next names, so that judging all of them would cost the
 * square of the text's length. Answers whether a stretch may be judged; starts have to come in order.
 */
export function limitRetries(): (span: Span) => boolean {
  let until = 0;
  let tries = 0;
  return ({ start, end }) => {
    if (start >= until) {
      until = end;
      tries = 0;
    }
    tries++;
    return tries <= MOST_TRIES;
  };
}
