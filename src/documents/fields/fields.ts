import type { Span } from '../../place.ts';
import { type Parsed, placedFrom } from '../data/fragment.ts';
import type { Mapping, Tree } from '../data/tree.ts';
import type { Field } from '../document.ts';
import type { Code, Heading, Markdown, Prose } from '../markdown/markdown.ts';
import { isText } from '../markdown/text-block.ts';
import { inlineFields } from './inline-fields.ts';
import { proseFields, withoutFullStop } from './prose-fields.ts';
import { rawFields } from './raw-fields.ts';
import { tableFields } from './table-fields.ts';
import { stringsOf, treeFields } from './tree-fields.ts';

/** The parts of a document that fields are read from. */
export interface Readable {
  readonly text: string;
  readonly frontMatter: Mapping | undefined;
  readonly trees: readonly Tree[];
  readonly markdown: Markdown | undefined;
  /** What the parsers made of a code block in YAML or JSON; blocks without an entry are read line by line. */
  readonly blocks: ReadonlyMap<Code, Parsed>;
  /** Stretches that no parser could read in full. */
  readonly unread: readonly Span[];
}

/**
 * Every field in every form, in the order of the text; each key once, in the form that tells most. The key above a column
 * of a table has a value in each of its rows.
 */
export function fieldsOf(parts: Readable): Field[] {
  const { text, markdown } = parts;
  const { frontMatter } = parts;
  const fields = [
    frontMatter === undefined ? [] : [...inTree(text, frontMatter, 'front-matter', undefined)],
    ...parts.trees.map((tree) => [...inTree(text, tree, 'tree', undefined)]),
    markdown === undefined ? [] : [...inMarkdown(text, markdown, parts.blocks)],
    ...parts.unread.map(({ start, end }) =>
      rawFields(text.slice(start, end), placedFrom(start), 'inline', undefined),
    ),
  ];
  return inOrder(text, fields.flat());
}

function inOrder(text: string, fields: readonly Field[]): Field[] {
  const byKey = new Map<number, Field[]>();
  for (const field of fields) {
    const { start } = field.keySpan;
    // A quoted key of a tree begins at its quote, the same key read from the raw text behind it.
    const at = /["']/.test(text[start] ?? '') ? start + 1 : start;
    const known = byKey.get(at);
    if (known === undefined) byKey.set(at, [field]);
    else if (field.form === 'table' && known[0]!.form === 'table') known.push(field);
  }
  return [...byKey.values()].flat().sort((one, other) => one.keySpan.start - other.keySpan.start);
}

function* inTree(
  text: string,
  tree: Tree,
  form: Field['form'],
  section: Heading | undefined,
): Generator<Field> {
  yield* treeFields(tree, form, section);
  for (const string of stringsOf(tree)) {
    const quote = /["']/.test(text[string.start] ?? '') ? 1 : 0;
    const verbatim = text.startsWith(string.text, string.start + quote);
    for (const { key, value } of inlineFields(string.text)) {
      const at = (span: Span): Span =>
        verbatim ? shift(span, string.start + quote) : { start: string.start, end: string.end };
      yield {
        key: string.text.slice(key.start, key.end),
        value: string.text.slice(value.start, value.end),
        keySpan: at(key),
        valueSpan: at(value),
        form: 'inline',
        section,
        path: [],
      };
    }
  }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function* inMarkdown(text: string, markdown: Markdown, blocks: Readable['blocks']): Generator<Field> {
  for (const heading of markdown.headings) {
    yield* proseFields(heading.prose, 'heading', heading.parent);
    yield* inProse(heading.prose, heading);
  }
  for (const block of markdown.blocks) {
    yield* proseFields(block.prose, block.type, block.section);
    yield* inProse(block.prose, block.section);
  }
  yield* tableFields(markdown.rows);
  for (const row of markdown.rows) for (const cell of row.cells) yield* inProse(cell, row.section);
  for (const code of markdown.code) yield* inCode(text, code, blocks.get(code));
  for (const span of markdown.html) yield* inHtml(text, span);
  for (const span of markdown.struck) yield* forPrograms(text, span);
}

/** Tags are blanks to a reader, so what is between them is read line by line. */
function* inHtml(text: string, span: Span): Generator<Field> {
  const html = text.slice(span.start, span.end);
  if (html.startsWith('<!--')) yield* statedInComment(html, span.start);
  else if (!html.startsWith('<!'))
    yield* rawFields(withoutTags(html), placedFrom(span.start), 'inline', undefined);
  yield* forPrograms(text, span);
}

/** `<!-- decision_status: not_decided -->`: a line of a comment that is nothing but a name and one word. */
function* statedInComment(html: string, start: number): Generator<Field> {
  const inner = html.replace(/<!--|-->/g, (mark) => ' '.repeat(mark.length));
  for (const field of rawFields(inner, placedFrom(start), 'inline', undefined))
    if (/_/.test(field.key) && /^\S+$/.test(field.value)) yield field;
}

/**
 * A comment is for no reader, and what is struck out holds no more: only what a program would find there is read,
 * `key=value` and names bound to names.
 */
function* forPrograms(text: string, { start, end }: Span): Generator<Field> {
  const part = text.slice(start, end);
  const at = placedFrom(start);
  yield* inlineFields(part).map(({ key, value }) => inlineField(part, at, key, value, undefined));
}

const TAG = /<[/A-Za-z][^<>]{0,1000}>/g;

/** `</td>⏎<td>`, `</dt><dd>`, and behind it a cell of one word: a name and its value. Cells that explain are sentences. */
const VALUE_CELL =
  /<\/(?:t[dh]|dt)>\s{0,200}<(?:td|dd)\b[^<>]{0,1000}>(?=\s{0,200}(?:<(?:code|b|strong|em|i|kbd|tt)>\s{0,20})?[^\s<>]{1,100}\s{0,200}<\/)/gi;

/** Of the same length, so that places stay. */
function withoutTags(html: string): string {
  return html
    .replace(VALUE_CELL, (between) => `:${' '.repeat(between.length - 1)}`)
    .replace(TAG, (tag) => ' '.repeat(tag.length));
}

function* inProse(prose: Prose, section: Heading | undefined): Generator<Field> {
  for (const { key, value } of inlineFields(prose.text, prose.code)) {
    yield inlineField(prose.text, (start, end) => prose.at(start, end), key, value, section);
  }
}

function inlineField(
  text: string,
  at: (start: number, end: number) => Span,
  key: Span,
  value: Span,
  section: Heading | undefined,
): Field {
  return {
    key: text.slice(key.start, key.end),
    value: text.slice(value.start, value.end),
    keySpan: at(key.start, key.end),
    valueSpan: at(value.start, value.end),
    form: 'inline',
    section,
    path: [],
  };
}

function asProse(field: Field): Field {
  const { value, valueSpan } = field;
  const { end } = withoutFullStop(value, { start: 0, end: value.length });
  if (end === value.length) return field;
  return {
    ...field,
    value: value.slice(0, end),
    valueSpan: { start: valueSpan.start, end: valueSpan.end - (value.length - end) },
  };
}

function* inCode(text: string, code: Code, parsed: Parsed | undefined): Generator<Field> {
  for (const tree of parsed?.trees ?? []) yield* inTree(text, tree, 'block', code.section);
  if (parsed === undefined || parsed.faults.length > 0) {
    const at = (start: number, end: number): Span => code.at(start, end);
    const fields = rawFields(code.text, at, 'block', code.section);
    yield* isText(code) ? fields.map(asProse) : fields;
  }
}
