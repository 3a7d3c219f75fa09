import type { Placing } from '../data/fragment.ts';
import type { Field } from '../document.ts';
import { keyAt, trimmed } from '../markdown/key-line.ts';
import type { Heading } from '../markdown/markdown.ts';
import { type InlineField, inlineFields } from './inline-fields.ts';

/** What stands before a key in code and in text that nothing parsed: list marks, quotes, diff signs, `export `. */
const MARKS = /^(?:[ \t>*+|-]|\d{1,3}[.)] |export |set |const |let |var )+/;

/** Line by line, for text that has no better reader: code blocks, broken JSON and YAML, TOML. */
export function rawFields(
  text: string,
  at: Placing,
  form: Field['form'],
  section: Heading | undefined,
): Field[] {
  const found: InlineField[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = lineField(text, start, end);
    if (line !== undefined) found.push(line);
  }
  const known = new Set(found.map(({ key }) => key.start));
  const inline = inlineFields(text).filter(({ key }) => !known.has(key.start));
  return [...found, ...inline].map(({ key, value }) => ({
    key: text.slice(key.start, key.end),
    value: text.slice(value.start, value.end),
    keySpan: at(key.start, key.end),
    valueSpan: at(value.start, value.end),
    form,
    section,
    path: [],
  }));
}

function lineField(text: string, start: number, end: number): InlineField | undefined {
  const marks = MARKS.exec(text.slice(start, Math.min(end, start + 200)))?.[0].length ?? 0;
  const line = keyAt(text, start + marks, end, 2);
  if (line === undefined) return undefined;
  // `key=value` ends at a blank, as everywhere; `key: value` and `key = value` go on to the end of the line.
  if (line.equals && /\S/.test(text[line.valueStart] ?? ' ')) return undefined;
  return { key: line.key, value: lineValue(text, trimmed(text, line.valueStart, end)) };
}

function lineValue(text: string, span: { start: number; end: number }): { start: number; end: number } {
  const line = text.slice(span.start, span.end);
  const quoted = /^(["'`])([^"'`\n]*)\1/.exec(line);
  if (quoted !== null) return { start: span.start + 1, end: span.start + 1 + quoted[2]!.length };
  const comment = / (?:#|\/\/)/.exec(line);
  const cut = trimmed(text, span.start, comment === null ? span.end : span.start + comment.index);
  return /[,;]/.test(text[cut.end - 1] ?? '') ? trimmed(text, cut.start, cut.end - 1) : cut;
}

function* linesOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const { index, 0: found } of text.matchAll(/\r\n|\n|\r/g)) {
    yield { start, end: index };
    start = index + found.length;
  }
  yield { start, end: text.length };
}
