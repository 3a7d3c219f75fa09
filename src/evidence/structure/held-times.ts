/*
 * A time that is a value of its own, as code, data and markup hold it: `'2026-03-01T10:00:00.123Z'`, `<lastmod>…<`,
 * `new Date(1767225600123)`. In a log or a sentence it stands among words.
 */

const CLOCK = String.raw`(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z(?:\d\d:\d\d)?|[+-]\d\d(?::?\d\d)?|[A-Z]{3,4}))?`;
const EPOCH = String.raw`1[5-9]\d{11}[Ln]?`;
const TIME = `(?:${CLOCK}|${EPOCH})`;

const HELD = new RegExp(
  [
    // 'T', "T", `T`; the first mark of a line is read as its decoration
    `(?:^|(?<=["'\\x60]))${TIME}(?=["'\\x60])`,
    // <lastmod>T</lastmod>, of which the first tag may be read as a decoration
    `(?:^(?=[^<]{1,48}</)|(?<=>\\s?))${TIME}(?=\\s?<)`,
    // "startsAt": T, joined = T at the end of a line or a member
    `(?:(?<=^[\\w.-]{1,60}["']?\\s{0,4}[:=]\\s{0,4})|(?<=["']\\s?:\\s?))${TIME}(?=\\s?[,}]|\\s{0,4}$|\\s{1,4}(?:#|//))`,
    // ~U[T] of Elixir
    `(?<=~[A-Z]\\[)${CLOCK}(?=\\])`,
    // Date(E), [E, 12.5]
    `(?<=[([{]\\s?)${EPOCH}(?=\\s?[)\\]},])`,
    // alone on its line
    `^${TIME}$`,
  ].join('|'),
  'g',
);

/** The line without them. */
export function withoutHeldTimes(line: string): string {
  return line.replace(HELD, '');
}

/** The time of an event, or of a part of a run: `"ts": `, `timestamp=`, `"completed": `; of `time` only a clock's, as charts have numbers. */
const TIME_OF_EVENT =
  /(?<![A-Za-z0-9_-])(?:(?:ts|time_?stamp|ts_ms|time_ms|(?:started|completed|finished|ended)(?:_?at)?)["']?\s?(?:[:=]|=>)|time["']?\s?[:=]\s?["']\d{4}-)/i;

/** Three words of a cell, an element, a string. Signs beyond ASCII are letters here, but for dashes and quotes: that is told at once. */
const MESSAGE =
  /(?:["'`,;\t]|[>|] {0,9})[a-z\u00aa-\u1fff\u2c00-\ud7ff][a-z\u00aa-\u1fff\u2c00-\ud7ff\d.'’_/-]{0,40}(?: [a-z\u00aa-\u1fff\u2c00-\ud7ff\d.'’_/-]{1,40}){2,}/i;

/** Whether a line that holds times says what happened then, too. */
export function tellsWhatHappened(line: string): boolean {
  return TIME_OF_EVENT.test(line) || MESSAGE.test(line);
}
