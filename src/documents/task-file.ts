import { type Place, placeOf } from '../file.ts';
import type { Span } from '../place.ts';
import type { Document } from './document.ts';
import type { Heading } from './markdown.ts';
import { plainText, type Tree } from './tree.ts';

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
}

/** A document of kind `task`, whatever its form; `companion` is the `NAME.task.json` beside a `NAME.md`. */
export interface TaskFile {
  readonly document: Document;
  readonly form: 'markdown' | 'data' | 'companion';
  readonly parts: readonly TaskPart[];
}

const COMPANION = /^(.*)\.task\.json$/;

function entriesOf(document: Document, tree: Tree): readonly TaskEntry[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => entriesOf(document, item));
  if (tree.kind === 'mapping') return tree.entries.flatMap(({ value }) => entriesOf(document, value));
  return [{ text: plainText(tree), place: placeOf(document.file, tree) }];
}

function dataParts(document: Document): readonly TaskPart[] {
  const root = document.trees[0];
  if (root?.kind !== 'mapping') return [];
  return root.entries.map(({ key, keySpan, value }) => ({
    title: key,
    place: placeOf(document.file, keySpan),
    entries: entriesOf(document, value),
  }));
}

/** The second-level heading that something stands under. */
function partOf(section: Heading | undefined): Heading | undefined {
  let heading = section;
  while (heading !== undefined && heading.depth > 2) heading = heading.parent;
  return heading?.depth === 2 ? heading : undefined;
}

function codeLines(document: Document, text: string, content: Span): TaskEntry[] {
  const entries: TaskEntry[] = [];
  let start = content.start;
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      entries.push({ text: line.trim(), place: placeOf(document.file, { start, end: start + line.length }) });
    start += line.length + 1;
  }
  return entries;
}

function markdownParts(document: Document): readonly TaskPart[] {
  const { markdown } = document;
  if (markdown === undefined) return [];
  const parts = new Map<Heading, TaskEntry[]>();
  for (const heading of markdown.headings) if (heading.depth === 2) parts.set(heading, []);
  for (const block of markdown.blocks) {
    const part = partOf(block.section);
    const place = placeOf(document.file, block.prose);
    if (part) parts.get(part)?.push({ text: block.prose.text.trim(), place });
  }
  for (const code of markdown.code) {
    const part = partOf(code.section);
    if (part) parts.get(part)?.push(...codeLines(document, code.text, code.content));
  }
  return [...parts].map(([heading, entries]) => ({
    title: heading.prose.text.trim(),
    place: placeOf(document.file, heading),
    entries,
  }));
}

/** `paths` are all paths of the revision: whether a `NAME.md` stands beside decides what a `NAME.task.json` is. */
export function readTaskFile(document: Document, paths: ReadonlySet<string>): TaskFile {
  if (document.markdown) return { document, form: 'markdown', parts: markdownParts(document) };
  const stem = COMPANION.exec(document.file.path)?.[1];
  const companion = stem !== undefined && paths.has(`${stem}.md`);
  return { document, form: companion ? 'companion' : 'data', parts: dataParts(document) };
}
