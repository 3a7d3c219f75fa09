import { type Place, placeOf, type SourceFile } from '../file.ts';
import type { Span } from '../place.ts';
import { LateError, type Run, unlimited } from '../time-limit.ts';
import type { Parsed } from './data/fragment.ts';
import type { FrontMatter } from './data/front-matter.ts';
import type { Mapping, Tree } from './data/tree.ts';
import type { Document, Fault, Field, Kind } from './document.ts';
import { formatOf } from './document-format.ts';
import { fieldsOf, type Readable } from './fields/fields.ts';
import type { Code, Markdown } from './markdown/markdown.ts';

/** Characters. A markdown file that is longer is read line by line, without its structure. */
const MAX_MARKDOWN = 1_000_000;

const NO_MARKDOWN: Markdown = {
  headings: [],
  blocks: [],
  rows: [],
  code: [],
  html: [],
  struck: [],
  links: [],
};
const NOTHING: Readable = {
  text: '',
  frontMatter: undefined,
  trees: [],
  markdown: undefined,
  blocks: new Map(),
  unread: [],
};
const NO_FRONT_MATTER: FrontMatter = { mapping: undefined, bodyStart: 0, faults: [], unread: undefined };

/** What may begin front matter, in any of the forms that are looked at. Nothing else needs the YAML parser. */
const FENCE_FIRST = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*(?:---|\+\+\+)/;

/**
 * The file as a document; what is wrong with it is in its faults, never thrown. `undefined` where neither its name nor a
 * kind says that it is one; a kind without a known extension is markdown. Each parser is loaded with the first file that
 * needs it. What reads the text is run by `run`; where that stops it, nothing of the document is known.
 */
export async function parseDocument(
  file: SourceFile,
  kinds: readonly Kind[],
  run: Run = unlimited,
): Promise<Document | undefined> {
  const format = formatOf(file.path) ?? (kinds.length > 0 ? 'markdown' : undefined);
  if (format === undefined) return undefined;
  try {
    return format === 'markdown'
      ? await markdownDocument(file, kinds, run)
      : await dataDocument(file, format, kinds, run);
  } catch (error) {
    if (!(error instanceof LateError)) throw error;
    return new ParsedDocument(file, format, kinds, NOTHING, [{ fault: 'timed-out', start: 0, end: 0 }]);
  }
}

async function dataDocument(
  file: SourceFile,
  format: Exclude<Document['format'], 'markdown'>,
  kinds: readonly Kind[],
  run: Run,
): Promise<Document> {
  const { text } = file;
  const { trees, faults } = await parseData(file, format, run);
  const unread = faults.some(leavesUnread) ? [{ start: 0, end: text.length }] : [];
  const parts: Readable = {
    text,
    frontMatter: undefined,
    trees,
    markdown: undefined,
    blocks: new Map(),
    unread,
  };
  return run(() => new ParsedDocument(file, format, kinds, parts, faults));
}

/** Faults after which there may be more in the text than in the trees. */
function leavesUnread({ fault }: Fault): boolean {
  return /^(?:not-|too-)/.test(fault) || fault === 'aliases';
}

async function parseData(file: SourceFile, format: 'json' | 'yaml' | 'jsonl', run: Run): Promise<Parsed> {
  if (format === 'yaml') {
    const { parseYaml } = await import('./data/yaml.ts');
    return run(() => parseYaml(file.text));
  }
  if (format === 'json') {
    const { parseJson } = await import('./data/json.ts');
    return run(() => parseJson(file.text, { comments: !/\.json$/i.test(file.path) }));
  }
  const { parseJsonl } = await import('./data/jsonl.ts');
  const { trees, faults } = run(() => parseJsonl(file.text));
  // A line of JSONL is a JSON text, which no mark may precede (RFC 8259, 8.1); readers of lines do not skip it.
  return { trees, faults: hasMark(file) ? [{ fault: 'not-jsonl', start: 0, end: 0 }, ...faults] : faults };
}

/** Whether the text had a byte order mark, which decoding took off. */
function hasMark(file: SourceFile): boolean {
  return file.encoding === 'utf-8' && file.size === Buffer.byteLength(file.text) + 3;
}

async function markdownDocument(file: SourceFile, kinds: readonly Kind[], run: Run): Promise<Document> {
  const { text } = file;
  const front = FENCE_FIRST.test(text)
    ? await (await import('./data/front-matter.ts')).readFrontMatter(text)
    : NO_FRONT_MATTER;
  const faults: Fault[] = [...front.faults];
  const unread: Span[] = front.unread === undefined ? [] : [front.unread];
  const { markdown, fault } = await parseBody(text, front.bodyStart, run);
  if (fault !== undefined) {
    faults.push(fault);
    unread.push({ start: front.bodyStart, end: text.length });
  }
  const blocks = await parseBlocks(markdown.code, run);
  const parts: Readable = { text, frontMatter: front.mapping, trees: [], markdown, blocks, unread };
  return run(() => new ParsedDocument(file, 'markdown', kinds, parts, faults));
}

async function parseBody(
  text: string,
  start: number,
  run: Run,
): Promise<{ markdown: Markdown; fault: Fault | undefined }> {
  if (text.length > MAX_MARKDOWN)
    return { markdown: NO_MARKDOWN, fault: { fault: 'too-large', start: 0, end: 0 } };
  const { parseMarkdown } = await import('./markdown/parse-markdown.ts');
  const markdown = run(() => parseMarkdown(text, start));
  return { markdown, fault: markdown.tooDeep && { fault: 'too-deep', ...markdown.tooDeep } };
}

/** Code blocks that say they are YAML or JSON. A broken one is no fault of the document: it may be there to be shown. */
async function parseBlocks(code: readonly Code[], run: Run): Promise<Map<Code, Parsed>> {
  const blocks = new Map<Code, Parsed>();
  const yaml = code.filter(({ language }) => /^ya?ml$/.test(language));
  const json = code.filter(({ language }) => /^json[c5]?$/.test(language));
  const at = (block: Code) => (start: number, end: number) => block.at(start, end);
  if (yaml.length > 0) {
    const { parseYaml } = await import('./data/yaml.ts');
    run(() => yaml.forEach((block) => void blocks.set(block, parseYaml(block.text, at(block)))));
  }
  if (json.length > 0) {
    const { parseJson } = await import('./data/json.ts');
    const parse = (block: Code): Parsed => parseJson(block.text, { comments: true, at: at(block) });
    run(() => json.forEach((block) => void blocks.set(block, parse(block))));
  }
  return blocks;
}

class ParsedDocument implements Document {
  readonly file: SourceFile;
  readonly format: Document['format'];
  readonly kinds: readonly Kind[];
  readonly frontMatter: Mapping | undefined;
  readonly markdown: Markdown | undefined;
  readonly trees: readonly Tree[];
  readonly faults: readonly Fault[];
  readonly fields: readonly Field[];

  constructor(
    file: SourceFile,
    format: Document['format'],
    kinds: readonly Kind[],
    parts: Readable,
    faults: readonly Fault[],
  ) {
    this.file = file;
    this.format = format;
    this.kinds = kinds;
    this.frontMatter = parts.frontMatter;
    this.markdown = parts.markdown;
    this.trees = parts.trees;
    this.faults = faults;
    this.fields = fieldsOf(parts);
  }

  at(span: Span): Place {
    return placeOf(this.file, span);
  }
}
