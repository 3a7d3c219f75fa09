import { partitionPoint } from '../../partition-point.ts';
import type { Span } from '../../place.ts';
import { holdsLetter } from '../../unicode.ts';
import { withoutFullStop } from './prose-fields.ts';
import { VALUE_END } from './running-value.ts';

/** A key with its value in running text. Offsets are the text's. */
export interface InlineField {
  readonly key: Span;
  readonly value: Span;
}

const SEPARATORS = /[:=\uff1a\uff1d]/g;
/** What ends a key to the left. */
const KEY_END = /[\s=:,;`"'“”‘’()[\]{}<>|\uff1a\uff1d]/;
/** Punctuation of the sentence that a value stands in; the full stop is another matter. */
const SENTENCE_END = /[?!:\uff1a\uff1f\uff01]/;
const OPENING = '"\'`“‘<';
const CLOSING = '"\'`”’>';

const MAX_KEY = 80;
const MAX_VALUE = 200;

/**
 * `key=value` anywhere in a text, and `key: value` where both look like names. A value ends at a blank, a comma, a
 * bracket, a quote or a backtick; `code` are the stretches of prose that stood in backticks, whose ends end it too.
 */
export function inlineFields(text: string, code?: readonly Span[]): InlineField[] {
  const found: InlineField[] = [];
  for (const { index } of text.matchAll(SEPARATORS)) {
    const field = fieldAround(text, index, code ?? [], code !== undefined);
    if (field !== undefined) found.push(field);
  }
  return found;
}

function fieldAround(
  text: string,
  at: number,
  code: readonly Span[],
  isProse: boolean,
): InlineField | undefined {
  const equals = text[at] === '=' || text[at] === '\uff1d';
  const next = text[at + 1] ?? '';
  if (/[=:/>~]/.test(next) && !(text[at] === ':' && next === '=')) return undefined;
  if (/[=!<>:+\-*/~]/.test(text[at - 1] ?? '') && !(equals && text[at - 1] === ':')) return undefined;
  const key = keyBefore(text, equals && text[at - 1] === ':' ? at - 1 : at);
  if (key === undefined) return undefined;
  const value = valueAfter(text, next === '=' ? at + 2 : at + 1, code);
  if (value.start >= value.end) return undefined;
  const isBound =
    equals || isNamed(text, key, value, at, code) || (isProse && isInList(text, key, value, code));
  if (!isBound) return undefined;
  return { key, value };
}

function keyBefore(text: string, at: number): Span | undefined {
  let end = at;
  if (/[ \t\u00a0]/.test(text[end - 1] ?? '')) end -= 1;
  if (/["'`”’]/.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && end - start <= MAX_KEY && !KEY_END.test(text[start - 1]!)) start -= 1;
  if (end - start < 3 || end - start > MAX_KEY || !holdsLetter(text.slice(start, end))) return undefined;
  return { start, end };
}

function valueAfter(text: string, from: number, code: readonly Span[]): Span {
  let start = from;
  while (start < from + 2 && /[ \t\u00a0]/.test(text[start] ?? '')) start += 1;
  const limit = Math.min(text.length, start + MAX_VALUE, edgeAfter(code, start));
  const closing = CLOSING[OPENING.indexOf(text[start] ?? ' ')];
  if (closing !== undefined) {
    const end = text.indexOf(closing, start + 1);
    const isTag = closing === '>';
    if (end >= 0 && end <= limit) return isTag ? { start, end: end + 1 } : { start: start + 1, end };
    if (!isTag) start += 1;
  }
  let end = start;
  while (end < limit && !VALUE_END.test(text[end]!)) end += 1;
  while (end > start + 1 && SENTENCE_END.test(text[end - 1]!)) end -= 1;
  return withoutFullStop(text, { start, end });
}

/** Where the next stretch of code after `offset` begins or ends. */
function edgeAfter(code: readonly Span[], offset: number): number {
  const next = code[firstEndingAfter(code, offset)];
  if (next === undefined) return Number.POSITIVE_INFINITY;
  return next.start > offset ? next.start : next.end;
}

/** Index of the first of some stretches in order that ends after `offset`. */
function firstEndingAfter(code: readonly Span[], offset: number): number {
  return partitionPoint(code, ({ end }) => end <= offset);
}

/**
 * A colon in running text is more often punctuation. It binds a value where the key is quoted, where the value is, where
 * both stand in one pair of backticks, or where both are names with an underscore.
 */
function isNamed(text: string, key: Span, value: Span, at: number, code: readonly Span[]): boolean {
  const name = text.slice(key.start, key.end);
  if (!/[_\-.\u00ad\u200b-\u200f\u2060\ufeff]/.test(name)) return false;
  if (/["'`”’]/.test(text[key.end] ?? '') || /["'`“‘]/.test(text[value.start - 1] ?? '')) return true;
  const around = code[firstEndingAfter(code, key.start)];
  if (around?.start === key.start && at < around.end && value.end <= around.end) return true;
  return /_/.test(text.slice(value.start, value.end));
}

/** `route: shop, ` before a key, and `, owner: jp` or nothing behind its value: one pair of several in a line. */
const PAIR_BEFORE = /(?:^|[\s,;|([{])[\w-]{1,60}\s?[:=]\s?[^\s,;|:=][^,;|:=]{0,80}[,;|]\s{1,3}$/;
const PAIR_BEHIND = /^\.?(?:$|[,;|)\]}\n])/;

function isInList(text: string, key: Span, value: Span, code: readonly Span[]): boolean {
  // `f(route: string, state: string)` gives types.
  if (
    !/_/.test(text.slice(key.start, key.end)) ||
    (code[firstEndingAfter(code, key.start)]?.start ?? key.end) < key.start
  )
    return false;
  const before = text.slice(Math.max(0, key.start - 160), key.start);
  return PAIR_BEFORE.test(before) && PAIR_BEHIND.test(text.slice(value.end, value.end + 2));
}
