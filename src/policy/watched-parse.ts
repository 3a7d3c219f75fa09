import { stopAfter } from '../time-limit.ts';

/** Characters; the built-in policy has 40,000. */
const LONG = 20_000;
const MILLISECONDS = 20_000;

/**
 * Reads a text with the YAML library, whose time grows faster than some texts (40,000 keys take it 14 seconds, and the
 * stacks of its errors most of the rest), and stops it.
 * @throws LateError
 */
export function watchedParse<T>(text: string, parse: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return text.length < LONG ? parse() : stopAfter(MILLISECONDS, parse);
  } finally {
    Error.stackTraceLimit = limit;
  }
}
