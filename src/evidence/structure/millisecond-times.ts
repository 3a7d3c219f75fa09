import { isDataRow } from './data-row.ts';
import { tellsWhatHappened, withoutHeldTimes } from './held-times.ts';
import { isLogged } from './logged.ts';

/**
 * Of a clock that counts them: those of a date have none. Go writes its layouts as 15:04:05 of one day, with zeros or nines
 * for the digits behind (pkg.go.dev/time).
 */
const MILLISECOND_TIME =
  /\d\d:\d\d:\d\d[.,](?!0{3,9}(?!\d)|(?<=15:04:05[.,])9{3,9}(?!\d))\d{3}(?!:)|(?<![\w.])1[5-9]\d{8}(?!000)\d{3}(?![\w.])/g;

/** When a record was made or changed: any list of things says so. */
const TIME_OF_RECORD =
  /(?<![a-z])(?:created|updated|modified|published|deleted|archived|issued|released|expir(?:es|y|ed)|upload(?:ed)?|last_?[a-z]{2,10}|(?<=<time )datetime)[a-z_0-9]{0,12}["']?\s{0,3}(?:[:=]>?|>)\s{0,3}["']?(?:\d{4}-\d\d-\d\d[T ][\d:.,]{8,18}|\d{13})/gi;

/** What the times of a line weigh: those that are said in it, or stand in a row of a log, and those that it only holds. */
export interface TimesOfLine {
  readonly said: number;
  readonly held: number;
}

/** How many different ones: a link may give the id of one message three times. */
export function millisecondTimes(line: string): TimesOfLine {
  if (!line.match(MILLISECOND_TIME) || isDataRow(line)) return NO_TIMES;
  const others = line.replace(TIME_OF_RECORD, '');
  const all = distinctTimes(others);
  if (all === 0) return NO_TIMES;
  const said = distinctTimes(withoutHeldTimes(others));
  if (said === all || isLogged(line)) return { said: all, held: 0 };
  return { said, held: tellsWhatHappened(others) ? all - said : 0 };
}

const NO_TIMES: TimesOfLine = { said: 0, held: 0 };

function distinctTimes(line: string): number {
  return new Set(line.match(MILLISECOND_TIME)).size;
}
