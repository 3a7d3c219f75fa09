import { holdsLetter } from '../../unicode.ts';

/** Blanks that a reader takes for a space. U+FEFF is none of them: it is invisible, and so part of what hides in a value. */
const BLANK = '[ \\t\\n\\r\\f\\v\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_BLANKS = new RegExp(`^${BLANK}+`);
const BLANK_END = new RegExp(`${BLANK}$`);
const BLANK_START = new RegExp(`^${BLANK}`);

/** Colons that look like one, and the equals sign. */
const SEPARATOR = /[:=\uff1a\ufe55\u2236\uff1d]/;
const EQUALS = /[=\uff1d]/;

/** What may stand before a key: a box to tick, the mark of a footnote, and signs that a reader takes for a bullet. */
const MARK = new RegExp(
  `^(?:\\[[ xX]\\]|\\[\\^[^\\]\\s]{1,40}\\]:|[-*+\u00b7\u2013\u2014\u2022\u2023\u2043\u2219\u25aa-\u25ab\u25b8\u25b9\u25cb\u25cf\u25e6])${BLANK}+`,
);

const MAX_KEY = 80;

/** A stretch of a text without the blanks around it. */
export function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && BLANK_START.test(text[start]!)) start += 1;
  while (end > start && BLANK_END.test(text[end - 1]!)) end -= 1;
  return { start, end };
}

/** Offsets of a key and of where its value begins. */
export interface KeyLine {
  readonly key: { readonly start: number; readonly end: number };
  readonly valueStart: number;
  readonly equals: boolean;
}

/**
 * The key that a line begins with: `decision_status: x`, `Blocked by: x`, `key = x`, `[ ] key: x`, `"key": x`.
 * `maxWords` says how many words a key may have there.
 */
export function keyAt(text: string, from: number, to: number, maxWords: number): KeyLine | undefined {
  const line = text.slice(from, Math.min(to, from + MAX_KEY + 20));
  const blanks = LEADING_BLANKS.exec(line)?.[0].length ?? 0;
  const lead = blanks + (MARK.exec(line.slice(blanks))?.[0].length ?? 0);
  const separator = SEPARATOR.exec(line.slice(lead));
  if (separator === null) return dashedAt(text, from + lead, to);
  const at = from + lead + separator.index;
  const equals = EQUALS.test(separator[0]);
  // `key:: value`, as some note-taking tools write a field.
  const doubled = separator[0] === ':' && text[at + 1] === ':' && BLANK_START.test(text[at + 2] ?? '');
  const after = doubled ? text[at + 2]! : (text[at + 1] ?? '');
  if (/[:=/>]/.test(after) && !(separator[0] === ':' && after === '=')) return undefined;
  const valueStart = after === '=' || doubled ? at + 2 : at + 1;
  const key = unquoted(text, trimmed(text, from + lead, at));
  const name = text.slice(key.start, key.end);
  if (!isKey(name, maxWords)) return undefined;
  const glued = at + 1 < to && !BLANK_START.test(after) && !equals && after !== '=';
  // `10:30`, `C:\x` and `word:word` are no keys; `decision_status:x` is.
  if (glued && separator[0] === ':' && !(/[_A-Za-z]{3}/.test(name) || /[_\p{L}]{3}/u.test(name)))
    return undefined;
  if ((glued || equals) && /\s/.test(name)) return undefined;
  return { key, valueStart, equals };
}

function isKey(name: string, maxWords: number): boolean {
  if (name === '' || name.length > MAX_KEY || !holdsLetter(name)) return false;
  if (/[,;!?(){}<>|`"[\]\n]|\.\s/.test(name) || /[!<>+\-*/]$/.test(name)) return false;
  return name.split(/\s+/).length <= maxWords;
}

function unquoted(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const first = text[span.start];
  const quoted =
    span.end - span.start > 2 && (first === '"' || first === "'") && text[span.end - 1] === first;
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

/** `key — value`, `key -> value`: where both sides are names with an underscore, the dash can be nothing else. */
const DASHED =
  /^([^\s:=]{0,60}_[^\s:=]{0,60})(\s{1,3}(?:[-\u2013\u2014]{1,2}|[-=]>|\u2192)\s{1,3})[^\s:=]{0,60}_[^\s:=]{0,60}\s{0,9}$/;

function dashedAt(text: string, from: number, to: number): KeyLine | undefined {
  const [, key, dash] = DASHED.exec(text.slice(from, Math.min(to, from + 300))) ?? [];
  if (key === undefined || dash === undefined) return undefined;
  return {
    key: { start: from, end: from + key.length },
    valueStart: from + key.length + dash.length,
    equals: false,
  };
}
