import type { Token } from 'markdown-it';
import type { Span } from '../../place.ts';
import { createParser } from './inline.ts';
import { keyAt } from './key-line.ts';
import type { Block, Code, Heading, Link, Markdown, Prose, TableRow } from './markdown.ts';
import { sourceOf } from './pieces.ts';
import { placeCells, placeCodeLines, placeHeading, placeLines } from './placing-lines.ts';
import { type ProseWithHtml, proseOf, stretchOf } from './prose.ts';
import { SourceLines } from './source-lines.ts';
import { struckBehind } from './struck.ts';

const parser = createParser();

export interface ParsedMarkdown extends Markdown {
  /** A quote or list that lies so deep that the parser left out what is in it. */
  readonly tooDeep: Span | undefined;
}

/** Parses a file's text from `bodyStart` on. Offsets are the file's. */
export function parseMarkdown(text: string, bodyStart: number): ParsedMarkdown {
  const flat = new Flattener(new SourceLines(text, bodyStart));
  flat.read(parser.parse(text.slice(bodyStart), {}));
  return flat;
}

/** Of `Status: blocked.` and `Blocked by:` in one paragraph only the second is the label of what follows. */
function labelIn(prose: Prose): Prose {
  const line = prose.lines.at(-1);
  const isWhole =
    line === undefined || line.start === 0 || keyAt(prose.text, line.start, line.end, 4) === undefined;
  return isWhole ? prose : stretchOf(prose, line);
}

interface Container {
  readonly type: 'quote' | 'list' | 'item';
  readonly label: Prose | undefined;
  /** Headings in a quote or a list are over where it ends. */
  readonly heading: Heading | undefined;
  hasText: boolean;
  box: Block['box'];
}

/** `[ ] `, `[x] `: https://github.github.com/gfm/#task-list-items-extension- */
const BOX = /^\s{0,8}(?:\[([ xX]?)\]|☐)(?=\s)/;

function boxOf({ text }: Prose): Block['box'] {
  const box = BOX.exec(text);
  if (box === null) return undefined;
  return /x/i.test(box[1] ?? '') ? 'ticked' : 'open';
}

class Flattener implements ParsedMarkdown {
  tooDeep: Span | undefined;
  readonly headings: Heading[] = [];
  readonly blocks: Block[] = [];
  readonly rows: TableRow[] = [];
  readonly code: Code[] = [];
  readonly html: Span[] = [];
  readonly struck: Span[] = [];
  readonly links: Link[] = [];
  readonly #lines: SourceLines;
  readonly #containers: Container[] = [];
  #heading: Heading | undefined;
  /** The paragraph directly before whatever comes next. */
  #before: Prose | undefined;
  #tableLabel: Prose | undefined;
  /** Elements around whole blocks that strike them out: `<del>` on a line of its own. */
  #strikes = 0;

  constructor(lines: SourceLines) {
    this.#lines = lines;
  }

  read(tokens: readonly Token[]): void {
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index]!;
      if (token.type === 'tr_open') index = this.#row(tokens, index);
      else if (token.type === 'heading_open') this.#headingOf(token, tokens[index + 1]!);
      else if (token.type === 'paragraph_open') this.#paragraph(tokens[index + 1]!);
      else this.#other(token);
    }
  }

  #other(token: Token): void {
    switch (token.type) {
      case 'blockquote_open':
        this.#open(token, 'quote', undefined);
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#open(token, 'list', this.#before && labelIn(this.#before));
        break;
      case 'list_item_open':
        this.#open(token, 'item', this.#containers.at(-1)?.label);
        break;
      case 'blockquote_close':
      case 'bullet_list_close':
      case 'ordered_list_close':
      case 'list_item_close':
        this.#close();
        break;
      case 'fence':
        this.#codeBlock(token, 1);
        break;
      case 'code_block':
        this.#codeBlock(token, 0);
        break;
      case 'html_block':
        this.html.push(this.#span(token));
        this.#strikes = struckBehind(token.content, this.#strikes);
        this.#before = undefined;
        break;
      case 'table_open':
        this.#tableLabel = this.#before && labelIn(this.#before);
        this.#before = undefined;
        break;
      case 'hr':
        this.#before = undefined;
        break;
    }
  }

  #open(token: Token, type: Container['type'], label: Prose | undefined): void {
    if (token.level + 1 >= parser.options.maxNesting) this.tooDeep ??= this.#span(token);
    // What stands below an entry belongs to its box.
    const box = this.#containers.at(-1)?.box;
    this.#containers.push({ type, label, heading: this.#heading, hasText: false, box });
    this.#before = undefined;
  }

  #close(): void {
    const container = this.#containers.pop();
    if (container?.type !== 'item') this.#heading = container?.heading;
    this.#before = undefined;
  }

  #span(token: Token): Span {
    const [first, next] = token.map ?? [0, 0];
    return { start: this.#lines.span(first).start, end: this.#lines.span(Math.max(first, next - 1)).end };
  }

  #prose(token: Token, content: Parameters<typeof proseOf>[1]): ProseWithHtml {
    const prose = proseOf(token, content, this.#strikes > 0);
    for (const html of prose.html) this.html.push(html);
    for (const struck of prose.struck) this.struck.push(struck);
    for (const link of prose.links) this.links.push(link);
    return prose;
  }

  #headingOf(open: Token, inline: Token): void {
    const depth = Number(open.tag.slice(1));
    const line = open.map?.[0] ?? 0;
    const place = open.markup.startsWith('#') ? placeHeading : placeLines;
    const prose = this.#prose(inline, place(inline.content, this.#lines, line));
    let parent = this.#heading;
    while (parent !== undefined && parent.depth >= depth) parent = parent.parent;
    this.#heading = { ...this.#span(open), depth, prose, parent };
    this.headings.push(this.#heading);
    this.#before = undefined;
  }

  #paragraph(inline: Token): void {
    const prose = this.#prose(inline, placeLines(inline.content, this.#lines, inline.map?.[0] ?? 0));
    const container = this.#containers.at(-1);
    const first = container?.type === 'item' && !container.hasText;
    if (container !== undefined) container.hasText = true;
    if (first) container.box = boxOf(prose) ?? container.box;
    this.blocks.push({
      type: first ? 'item' : 'paragraph',
      prose,
      section: this.#heading,
      depth: this.#containers.filter(({ type }) => type === 'item').length,
      label: first ? container.label : undefined,
      quoted: this.#containers.some(({ type }) => type === 'quote'),
      box: container?.box,
      start: prose.start,
      end: prose.end,
    });
    this.#before = prose;
  }

  /** Returns the index of the row's last token. */
  #row(tokens: readonly Token[], open: number): number {
    let close = open;
    while (tokens[close]!.type !== 'tr_close') close += 1;
    const inlines = tokens.slice(open, close).filter(({ type }) => type === 'inline');
    const line = tokens[open]!.map?.[0] ?? 0;
    const places = placeCells(
      inlines.map(({ content }) => content),
      this.#lines,
      line,
    );
    this.rows.push({
      ...this.#lines.span(line),
      cells: inlines.map((inline, index) => this.#prose(inline, places[index] ?? [])),
      header: tokens[open + 1]?.type === 'th_open',
      label: this.#tableLabel,
      section: this.#heading,
    });
    return close;
  }

  /** `before`: lines before the code itself, which is the opening fence. */
  #codeBlock(token: Token, before: number): void {
    const text = token.content;
    const firstLine = (token.map?.[0] ?? 0) + before;
    const pieces = placeCodeLines(text.endsWith('\n') ? text.slice(0, -1) : text, this.#lines, firstLine);
    const fence = this.#lines.span(Math.max(0, firstLine - before));
    const at = (start: number, end: number): Span => sourceOf(pieces, start, end);
    this.code.push({
      ...this.#span(token),
      language: token.info.trim().split(/\s+/, 1)[0]?.toLowerCase() ?? '',
      text,
      content: text === '' ? { start: fence.end, end: fence.end } : at(0, text.length),
      at,
      section: this.#heading,
    });
    this.#before = undefined;
  }
}
