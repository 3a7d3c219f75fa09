import { type Run, unlimited } from '../time-limit.ts';
import { findMarks, type Marks } from './find-marks.ts';
import type { SecretSpan } from './span.ts';

/** A URL's user before `:x-oauth-basic`, a variable's name. */
const BEFORE = 300;

/** Its own time grows with the square of what it finds in one text. */
const TRIGGERS_A_TEXT = 100;

/**
 * What secretlint's recommended rules find. They read a text thirty times over, so only the surroundings of what any of
 * them begins with are given to them, and not those of what is `known` already. Their messages quote the text: rule id
 * and range only are taken.
 */
export async function findWithSecretlint(
  text: string,
  known: readonly SecretSpan[] = [],
  run: Run = unlimited,
  marks: Marks['secretlint'] = findMarks(text).secretlint,
): Promise<readonly SecretSpan[]> {
  const isKnown = coverOf(known);
  const triggers = marks
    .filter(({ start }) => !isKnown(start))
    .map(({ start, value: reach }) => ({ start: start - BEFORE, end: start + reach }));
  const spans: SecretSpan[] = [];
  if (triggers.length === 0) return spans;
  // Loading the library takes longer than reading most of the texts in which nothing of its rules begins.
  const { lintNear } = await import('./secretlint-rules.ts');
  for (let first = 0; first < triggers.length; first += TRIGGERS_A_TEXT) {
    // Its rules read the text before it waits for them to have ended.
    spans.push(...(await run(() => lintNear(text, triggers.slice(first, first + TRIGGERS_A_TEXT)))));
  }
  return spans;
}

/** Whether an offset lies in one of the spans, which are in order; offsets have to come in order too. */
function coverOf(spans: readonly SecretSpan[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while (next < spans.length && spans[next]!.end <= offset) next++;
    return next < spans.length && spans[next]!.start <= offset;
  };
}
