import type { Document, Field } from '../document.ts';
import { isUnder } from '../markdown/sections.ts';

const EQUALS = /[=\uff1d]/;
/** A value in running text ends at a blank, a comma, a semicolon, a bracket, a quote or a backtick. */
export const VALUE_END = /[\s,;`"'“”‘’()[\]{}<>|]/;

/** What stands behind a value, and is no part of it. */
const SENTENCE_END = /[.:?!]$/;

/** What may stand between a value and another one that it leaves open. */
const JOINING = new Set('or and then also plus to either alternatively maybe perhaps else'.split(' '));

/** More than joining words need. */
const MOST_BEHIND = 300;

/** `x or y`, `x, y`, `x → y`: the next word that says anything is another value. */
function goesOnWith(rest: string, { key, values }: { key: string; values: readonly string[] }): boolean {
  const words = rest.slice(0, MOST_BEHIND).match(/[\p{L}\p{N}_-]+/gu) ?? [];
  const next = words.find(
    (word) => word !== key && /[\p{L}\p{N}]/u.test(word) && !JOINING.has(word.toLowerCase()),
  );
  return next !== undefined && values.includes(next);
}

/** What a decision record states and remembers takes all that stands in an item. */
function isOwn({ section }: Field, { kinds }: Document, parts: readonly string[]): boolean {
  return kinds.includes('decision-record') && parts.some((title) => isUnder(section, title));
}

/**
 * The value that a sentence goes on after, as in `key=value, so it waits`. Behind a colon the value is all of the item
 * or paragraph, and so it is where another of `values` follows.
 * @param parts headings of a decision record under which a field is its own
 */
export function runningValue(
  field: Field,
  document: Document,
  values: readonly string[],
  parts: readonly string[],
): string {
  const { key, value, keySpan, valueSpan, form } = field;
  if (form !== 'item' && form !== 'paragraph' && form !== 'heading') return value;
  if (!EQUALS.test(document.file.text.slice(keySpan.end, valueSpan.start))) return value;
  const end = value.search(VALUE_END);
  const isWhole = end <= 0 || goesOnWith(value.slice(end), { key, values }) || isOwn(field, document, parts);
  return isWhole ? value : value.slice(0, end).replace(SENTENCE_END, '');
}
