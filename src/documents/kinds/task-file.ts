import { type Place, placeOf } from '../../file.ts';
import type { Span } from '../../place.ts';
import { plainText, type Tree } from '../data/tree.ts';
import type { Document } from '../document.ts';
import type { Code, Heading, Prose } from '../markdown/markdown.ts';

export interface TaskEntry {
  readonly text: string;
  readonly place: Place;
}

/** A part of a task: under its heading in markdown, under its key in JSON or YAML. */
export interface TaskPart {
  /** The heading as it reads (`Fixture Inputs`), or the key (`fixture_inputs`). */
  readonly title: string;
  readonly place: Place;
  /** Each listed entry, or each paragraph and line of code under it, without markup. */
  readonly entries: readonly TaskEntry[];
  /** In markdown: what stands in HTML and comments, which no reader sees and a backend does. Not an entry. */
  readonly markup?: readonly TaskEntry[];
  /** In JSON and YAML: it holds a mapping, where a text or a list of texts is wanted. */
  readonly nested?: boolean;
}

/** A document of kind `task`, whatever its form; `companion` is the `NAME.task.json` beside a `NAME.md`. */
export interface TaskFile {
  readonly document: Document;
  readonly form: 'markdown' | 'data' | 'companion';
  readonly parts: readonly TaskPart[];
  /** What is exposed beside the parts. */
  readonly beside: readonly TaskEntry[];
}

const COMPANION = /^(.*)\.task\.json$/;

function entriesOf(document: Document, tree: Tree): readonly TaskEntry[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => entriesOf(document, item));
  if (tree.kind === 'mapping') return tree.entries.flatMap(({ value }) => entriesOf(document, value));
  return [{ text: plainText(tree), place: placeOf(document.file, tree) }];
}

/** Of each document of a YAML file: what stands behind a `---` is exposed too. */
function dataParts(document: Document): readonly TaskPart[] {
  const entries = document.trees.flatMap((root) => (root.kind === 'mapping' ? root.entries : []));
  return entries.map(({ key, keySpan, value }) => ({
    title: key,
    place: placeOf(document.file, keySpan),
    entries: entriesOf(document, value).filter(({ text }) => text !== ''),
    nested:
      value.kind === 'mapping' ||
      (value.kind === 'list' && value.items.some(({ kind }) => kind !== 'scalar')),
  }));
}

/** The second-level heading that something stands under. */
function partOf(section: Heading | undefined): Heading | undefined {
  let heading = section;
  while (heading !== undefined && heading.depth > 2) heading = heading.parent;
  return heading?.depth === 2 ? heading : undefined;
}

function codeLines(document: Document, { text, at }: Code): TaskEntry[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(({ 0: line, index }) => ({
    text: line.trim(),
    place: placeOf(document.file, at(index, index + line.length)),
  }));
}

/** What stands in no part: under the title, or under a heading of another depth; and headings within a part. */
function besideParts(document: Document): readonly TaskEntry[] {
  const { markdown } = document;
  if (markdown === undefined) return [];
  const first = markdown.headings.find(({ depth }) => depth === 2)?.start ?? Number.POSITIVE_INFINITY;
  const entry = (text: string, span: Span): TaskEntry => ({ text, place: placeOf(document.file, span) });
  return [
    ...markdown.headings
      .filter(({ depth }) => depth > 2)
      .map((heading) => entry(heading.prose.text, heading)),
    ...markdown.blocks
      .filter(({ section }) => partOf(section) === undefined)
      .map(({ prose }) => entry(prose.text.trim(), prose)),
    ...markdown.rows
      .filter(({ section }) => partOf(section) === undefined)
      .map((row) => entry(row.cells.map(({ text }) => text).join(' '), row)),
    ...markdown.code
      .filter(({ section }) => partOf(section) === undefined)
      .map((code) => entry(code.text, code)),
    ...markdown.html.filter(({ start }) => start < first).map((span) => entry('', span)),
  ];
}

function markdownParts(document: Document): readonly TaskPart[] {
  const { markdown } = document;
  if (markdown === undefined) return [];
  const parts = new Map<Heading, TaskEntry[]>();
  for (const heading of markdown.headings) if (heading.depth === 2) parts.set(heading, []);
  const add = (section: Heading | undefined, entries: readonly TaskEntry[]): void => {
    const part = partOf(section);
    if (part) parts.get(part)?.push(...entries);
  };
  const { text } = document.file;
  const markupIn = (heading: Heading, next: Heading | undefined): readonly TaskEntry[] =>
    markdown.html
      .filter(({ start }) => start > heading.start && start < (next?.start ?? text.length))
      .map((span) => ({
        text: withoutTags(text.slice(span.start, span.end)),
        place: placeOf(document.file, span),
      }));
  const entry = ({ text, start, end }: Prose): TaskEntry => ({
    // A link shows its text only; where it leads is exposed as well.
    text: `${text.trim()} ${linkTargets(document.file.text.slice(start, end))}`.trim(),
    place: placeOf(document.file, { start, end }),
  });
  for (const { section, prose } of markdown.blocks) add(section, [entry(prose)]);
  for (const { section, cells, header } of markdown.rows) if (!header) add(section, cells.map(entry));
  for (const code of markdown.code) add(code.section, codeLines(document, code));
  return [...parts].map(([heading, entries], at, all) => ({
    title: heading.prose.text.trim(),
    place: placeOf(document.file, heading),
    entries: entries.filter(({ text }) => text !== ''),
    markup: markupIn(heading, all[at + 1]?.[0]),
  }));
}

/** Of HTML the texts and values: `<a href="/etc/passwd">` without the names, and `</a>` is no path. */
function withoutTags(html: string): string {
  return html.replace(/<\/?[A-Za-z][\w-]{0,60}|\/?>|[\w-]{1,60}=/g, ' ');
}

function linkTargets(source: string): string {
  return [...source.matchAll(/\]\(\s{0,8}<?([^)\s>]{1,500})/g)].map(([, target]) => target).join(' ');
}

/** `paths` are those of the revision: whether a `NAME.md` stands beside decides what a `NAME.task.json` is. */
export function readTaskFile(document: Document, paths: Pick<ReadonlySet<string>, 'has'>): TaskFile {
  if (document.markdown)
    return { document, form: 'markdown', parts: markdownParts(document), beside: besideParts(document) };
  const stem = COMPANION.exec(document.file.path)?.[1];
  const companion = stem !== undefined && paths.has(`${stem}.md`);
  return { document, form: companion ? 'companion' : 'data', parts: dataParts(document), beside: [] };
}
