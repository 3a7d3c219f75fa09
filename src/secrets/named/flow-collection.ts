import type { CollectedValue, Collection } from './collected-value.ts';

/** A quoted string, an opening or closing sign, what joins a key with its value, the end of an item, a bare word. */
const PART =
  /\s{1,1000}|(?:\/\/|#)[ \t][^\r\n]{0,1000}|(\\{0,2}["'`])((?:(?!\1)[^\r\n]){0,1000})\1|([[{(])|([\]})])|(=>|:=|[:=])|([,;])|[^\s"'`,;[\]{}()]{1,1000}|["'`]/y;

/** So much is read of one collection. */
export const LONGEST_COLLECTION = 20_000;
const MOST_VALUES = 200;

/**
 * The values that stand directly in `[…]`, `{…}` or `(…)`, from behind the opening sign on. Those of further
 * collections within are not of them.
 */
export function readFlow(text: string, start: number, opening: string): Collection {
  const values: CollectedValue[] = [];
  const limit = Math.min(text.length, start + LONGEST_COLLECTION);
  let at = start;
  let depth = 0;
  let key: string | undefined;
  let held: CollectedValue | undefined;
  const release = (): void => {
    if (held !== undefined) values.push({ ...held, key });
    held = undefined;
  };
  while (at < limit && values.length < MOST_VALUES) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (part === null) break;
    const partStart = at;
    at = PART.lastIndex;
    const [whole, quote, quoted, open, close, joint, comma] = part;
    if (open !== undefined) depth++;
    else if (close !== undefined && --depth < 0) break;
    if (depth > 0 || close !== undefined) continue;
    if (joint !== undefined) {
      key = held?.text ?? key;
      held = undefined;
    } else if (comma !== undefined) {
      release();
      key = undefined;
    } else if (quote !== undefined) {
      // Without a comma between them: a shell's words.
      if (held?.quoted) release();
      const from = partStart + quote.length;
      held = { start: from, end: from + quoted!.length, text: quoted!, quoted: true, key: undefined };
    } else if (/^["'`]/.test(whole)) {
      // A quote that its line doesn't close: whatever follows is not what it seems.
      break;
    } else if (!/^(?:\s|\/\/|#[ \t])/.test(whole)) {
      const joined = /^(.{1,200}?)(?:=>|[:=])$/.exec(whole);
      if (joined) {
        key = joined[1]!;
        held = undefined;
      } else if (held === undefined) {
        held = { start: partStart, end: at, text: whole, quoted: false, key: undefined };
      } else if (!held.quoted) {
        // Words of a sentence; only a shell parts its words with blanks.
        if (opening === '(') release();
        held = {
          start: partStart,
          end: at,
          text: opening === '(' ? whole : '',
          quoted: false,
          key: undefined,
        };
      }
    }
  }
  if (at < start + LONGEST_COLLECTION) release();
  return { values, end: at };
}
