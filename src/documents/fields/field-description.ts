import { wordSet } from '../../word-set.ts';
import type { Document, Field } from '../document.ts';
import { isUnder } from '../markdown/sections.ts';
import { sentencesOf } from '../markdown/sentences.ts';

/** Words between the values of a list: `one of the three: a, b (the default) or c`. */
const LISTING = wordSet(
  'one either exactly any of or and the a an is are its this these those two three four five six seven following ' +
    'allowed possible valid permitted known value values state states status can may must shall should has to be ' +
    'only enum string text type required optional mandatory field key default initial initially by as which from set',
);

/** Words that say of a field what it is for, and none of which is a value. */
const DESCRIBING = wordSet(
  'decision record route policy branch branches listed named below above that it in for holds says tells where ' +
    'stands exact written always present see table section list schema format under with at every each',
);

/** Without one of them it is no description: `the state` may be somebody's value. */
const TELLING = /\b(?:required|mandatory|optional|string|enum|see|(?:one|any|either) of|[a-z]+ values)\b/i;

/** `anything else`, `any other value`: the row of a table for what is not listed. */
const REST =
  /^\W{0,3}(?:any|every|all)(?:thing)?\s+(?:other|else)s?(?:\s+(?:values?|states?|status))?\W{0,3}$/i;

/** `decision_status=$STATUS`: a shell puts the value there. */
const VARIABLE = /^\$(?:[A-Za-z_]\w{0,60}|\{[A-Za-z_]\w{0,60}\})(?![\w{$])/;

/** More than a list of values and a few words needs. */
const LONGEST = 600;

function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}_-]+/gu)
      ?.filter((word) => /[\p{L}\p{N}]/u.test(word)) ?? []
  );
}

/** All values, each by its name, and beside them nothing but what makes a list of them. */
function listsAll(text: string, values: readonly string[]): boolean {
  const named = new Set(values);
  const words = wordsIn(
    text.replace(/\((?![^()]{0,100}\b(?:current|now|chosen|selected)\b)[^()]{0,100}\)/gi, ' '),
  );
  const found = new Set(words.filter((word) => named.has(word)));
  if (named.size < 2 || found.size < named.size) return false;
  return words.every((word) => named.has(word) || LISTING.has(word));
}

function tellsOf(text: string): boolean {
  return TELLING.test(text) && wordsIn(text).every((word) => LISTING.has(word) || DESCRIBING.has(word));
}

/** In a decision record a description stands apart from what the record states and remembers. */
function mayDescribe({ form, section }: Field, { kinds }: Document, parts: readonly string[]): boolean {
  if (form === 'front-matter') return false;
  if (!kinds.includes('decision-record')) return true;
  return form !== 'tree' && section !== undefined && !parts.some((title) => isUnder(section, title));
}

/**
 * Whether what stands in the place of a value says which values the field may have: it lists them all, or it says of the
 * field that it is required, a string, one of three values.
 * @param parts headings of a decision record under which a field is its own
 */
export function isFieldDescription(
  field: Field,
  document: Document,
  values: readonly string[],
  parts: readonly string[],
): boolean {
  const { value, form } = field;
  if (value.length > LONGEST || !mayDescribe(field, document, parts)) return false;
  const first = sentencesOf({ text: value })[0]?.text ?? '';
  if (listsAll(first, values)) return true;
  if ((form === 'inline' || form === 'item' || form === 'paragraph') && VARIABLE.test(value)) return true;
  return form !== 'tree' && (tellsOf(first) || (form === 'table' && REST.test(value)));
}
