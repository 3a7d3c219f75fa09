import type { Span } from '../../place.ts';
import type { Field } from '../document.ts';
import { type KeyLine, keyAt, trimmed } from '../markdown/key-line.ts';
import type { Heading, Prose } from '../markdown/markdown.ts';

/** Words that a key may have: `Blocked by`, `Next review date`. */
const MAX_WORDS = 4;

/**
 * The fields that a paragraph, an item or a heading begins with, one for each line of it that begins with a key. A line
 * without one goes on with the value before it, as it does for a reader of the rendered text.
 */
export function proseFields(
  prose: Prose,
  form: 'item' | 'paragraph' | 'heading',
  section: Heading | undefined,
): Field[] {
  const found: KeyLine[] = [];
  const lines = prose.lines.flatMap((line) => [...shownLines(prose.text, line)]);
  for (const [index, line] of lines.entries()) {
    // Wrapped text of an item may have a colon after its first words; only a single word is a new key there.
    const maxWords = index > 0 && form === 'item' ? 1 : MAX_WORDS;
    const key = keyAt(prose.text, line.start, line.end, maxWords);
    if (key !== undefined && (found.length > 0 || index === 0 || form !== 'item')) found.push(key);
  }
  if (found.length === 0 && form === 'paragraph') found.push(...definedIn(prose.text, lines));
  return found.map((line, index) => {
    const next = found[index + 1]?.key.start ?? prose.text.length;
    return fieldOf(prose, line, next, form, section);
  });
}

/** `decision_status⏎: not_decided`, a definition list of other dialects: a term, and one word that is no explanation. */
function definedIn(text: string, lines: readonly Span[]): KeyLine[] {
  return lines.slice(1).flatMap((line, index) => {
    const term = trimmed(text, lines[index]!.start, lines[index]!.end);
    const definition = text.slice(line.start, Math.min(line.end, line.start + 200));
    const isOneWord = /^[ \t]{0,3}:[ \t]+\S+[ \t]*$/.test(definition) && line.end - line.start < 200;
    if (!isOneWord || !/^[\w.-]{1,80}$/.test(text.slice(term.start, term.end))) return [];
    return [{ key: term, valueStart: text.indexOf(':', line.start) + 1, equals: false }];
  });
}

/** Signs that end a line for a reader, and none for markdown. */
const OTHER_LINE_ENDS = /[\v\f\u0085\u2028\u2029]/g;

function* shownLines(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (const { index } of text.slice(start, end).matchAll(OTHER_LINE_ENDS)) {
    yield { start: from, end: start + index };
    from = start + index + 1;
  }
  yield { start: from, end };
}

function fieldOf(
  prose: Prose,
  line: KeyLine,
  end: number,
  form: Field['form'],
  section: Heading | undefined,
): Field {
  const value = withoutFullStop(prose.text, trimmed(prose.text, line.valueStart, end));
  return {
    key: prose.text.slice(line.key.start, line.key.end),
    value: prose.text.slice(value.start, value.end),
    keySpan: prose.at(line.key.start, line.key.end),
    valueSpan: prose.at(value.start, value.end),
    form,
    section,
    path: [],
  };
}

/** One full stop at the end is punctuation: `gpt-5.5.` is `gpt-5.5`. */
export function withoutFullStop(
  text: string,
  span: { start: number; end: number },
): { start: number; end: number } {
  const { start, end } = span;
  return end > start && text[end - 1] === '.' ? trimmed(text, start, end - 1) : span;
}
