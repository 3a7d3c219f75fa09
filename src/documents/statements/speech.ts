import type { Span } from '../../place.ts';
import type { Block, Heading, Markdown, Prose, TableRow } from '../markdown/markdown.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import { hasVerb } from './finite-verbs.ts';
import { hasDenial } from './polarity.ts';
import { type Reading, readingOf, type Setting } from './reading.ts';
import { holdsWords, wordsOf } from './words.ts';

/** Something that a document says itself: no quotation, no code, no description of a field. */
export interface Said {
  /** What it is read from: what leads it in, too. */
  readonly text: string;
  readonly reading: Reading;
  /** Offsets of the file. */
  readonly span: Span;
  /** A list as a whole, with what leads it in; its entries are there on their own as well. */
  readonly list: boolean;
  /** The entry of a box that is not ticked: what is still to come true, and no claim that it is. */
  readonly open: boolean;
  /** The heading that it stands under, and the paragraph that leads its list in. */
  readonly section: Heading | undefined;
  readonly label: string | undefined;
  /** Of the row of a table: its cells, and the heads of their columns if it has any. */
  readonly row?: { readonly cells: readonly string[]; readonly heads: readonly string[] };
  /** The sentence behind it in its paragraph, which may take it back. */
  readonly follows?: string;
}

type Standing = Pick<Said, 'span' | 'list' | 'open' | 'section' | 'label' | 'row' | 'follows'>;

/** Of most sentences of a route nobody asks more than which words they are made of: they are read when that is asked. */
class Sentence implements Said {
  readonly #own: string;
  readonly #setting: Setting;
  #reading: Reading | undefined;
  readonly span: Span;
  readonly list: boolean;
  readonly open: boolean;
  readonly section: Heading | undefined;
  readonly label: string | undefined;
  readonly row?: NonNullable<Said['row']>;
  readonly follows?: string;

  constructor(text: string, setting: Setting, { span, list, open, section, label, row, follows }: Standing) {
    this.#own = text;
    this.#setting = setting;
    this.span = span;
    this.list = list;
    this.open = open;
    this.section = section;
    this.label = label;
    if (row) this.row = row;
    if (follows !== undefined) this.follows = follows;
  }

  get text(): string {
    const { label } = this.#setting;
    return label === undefined ? this.#own : `${label} ${this.#own}`;
  }

  get reading(): Reading {
    this.#reading ??= readingOf(this.#own, this.#setting);
    return this.#reading;
  }
}

// A sentence of more characters is read in parts: what looks at pairs of words stays linear in the text that way.
const LONGEST = 4000;

function parts(text: string, start: number): readonly { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  for (let at = 0; at < text.length; at += LONGEST)
    found.push({ text: text.slice(at, at + LONGEST), start: start + at });
  return found;
}

const NOTE = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i;

/** `> [!NOTE]` is GitHub's way to write a note; any other block quote repeats what somebody else says. */
export function isNote({ prose }: Block): boolean {
  return NOTE.test(prose.text);
}

const FIELD = /^\s*([A-Za-z_][\w-]{0,63})\s{0,8}[:：=]/;

/** `model: exact model string` */
export function describesField(text: string, fields: ReadonlySet<string>): boolean {
  const key = FIELD.exec(text.slice(0, 80))?.[1];
  return key !== undefined && fields.has(key);
}

/** *Non-Goals*, *Out of Scope*: what is listed there is not to be. */
function isDenying(section: Heading | undefined): boolean {
  if (section === undefined) return false;
  const words = wordsOf(section.prose.text.slice(0, 200));
  return words.length <= 8 && hasDenial(words);
}

function labelOf({ label }: Pick<Block, 'label'>): string | undefined {
  const text = label?.text.trim().slice(-LONGEST);
  return text?.endsWith(':') ? sentencesOf({ text }).at(-1)?.text : undefined;
}

/** Each of its sentences. */
export function* ofBlock(block: Block): Iterable<Said> {
  const label = labelOf(block);
  const denied = block.type === 'item' && isDenying(block.section);
  const open = block.box === 'open';
  const sentences = sentencesOf(block.prose);
  for (const [index, sentence] of sentences.entries()) {
    const follows = sentences[index + 1]?.text;
    const standing = {
      list: false,
      open,
      section: block.section,
      label,
      ...(follows !== undefined && { follows }),
    };
    for (const { text, start } of parts(sentence.text, sentence.start)) {
      const span = block.prose.at(start, start + text.length);
      const setting = { ...(label !== undefined && { label }), denied };
      yield new Sentence(text, setting, { span, ...standing });
    }
  }
}

/** Of no list and no section. */
export function plainSentence(text: string, span: Span): Said {
  const own = text.slice(0, LONGEST);
  return new Sentence(own, {}, { span, list: false, open: false, section: undefined, label: undefined });
}

function isSentence(text: string): boolean {
  return hasVerb(wordsOf(text));
}

/** `No secret may stand in:` and the entries below it, as the one sentence that they are. */
function ofEntries(
  label: string,
  entries: readonly Prose[],
  { start, end }: Span,
  section: Heading | undefined,
): Said | undefined {
  if (entries.length < 2) return undefined;
  const text = entries.map((prose) => prose.text.trim().replace(/[.;,]$/, '')).join(', ');
  // Entries that are sentences themselves need no other: only what hangs on its label does.
  if (text.length > LONGEST || entries.some((prose) => isSentence(prose.text.slice(0, LONGEST))))
    return undefined;
  return new Sentence(text, { label }, { span: { start, end }, list: true, open: false, section, label });
}

function ofList(items: readonly Block[]): Said | undefined {
  const [first] = items;
  const label = first && labelOf(first);
  if (label === undefined) return undefined;
  const entries = items.map(({ prose }) => prose);
  return ofEntries(label, entries, first!.label!, first!.section);
}

/** The entries of a table stand in its first column; what leads it in may be the head of its only one. */
function ofTable(rows: readonly TableRow[]): Said | undefined {
  const [first] = rows;
  const [head, other] = first?.header === true ? first.cells : [];
  const own = other === undefined && head ? `${head.text.trim().slice(0, LONGEST)}:` : undefined;
  const label = (first && labelOf(first)) ?? own;
  if (label === undefined) return undefined;
  const entries = rows.filter(({ header }) => !header).flatMap(({ cells }) => cells.slice(0, 1));
  return ofEntries(label, entries, first!, first!.section);
}

function* tablesIn(rows: readonly TableRow[]): Iterable<readonly TableRow[]> {
  let table: TableRow[] = [];
  for (const row of rows) {
    if (row.header && table.length > 0) {
      yield table;
      table = [];
    }
    table.push(row);
  }
  yield table;
}

/** Of a cell that holds a box, or begins with one. */
const OPEN_BOX = /^(?:\[ ?\]|☐)(?:\s|$)/;

/** `out of scope: no registry is introduced`: a verdict on what the cells before it offer. */
const REFUSED =
  /^(?:out of scope|non-goal|rejected|declined|excluded|dropped|discarded|ruled out|not introduced)\b/i;

/** Under heads like *Non-goal* and *Rejected* a row claims nothing. */
function isRefused(head: Prose | undefined): boolean {
  return head !== undefined && hasDenial(wordsOf(head.text.slice(0, 40)));
}

function ofRow({ cells, section, start, end }: TableRow, heads: readonly Prose[]): Said {
  const texts = cells.map((cell) => cell.text.trim());
  const refused = isRefused(heads[0]) || texts.slice(1).some((text) => REFUSED.test(text));
  const open = refused || texts.some((text) => OPEN_BOX.test(text));
  const row = { cells: texts, heads: heads.map(({ text }) => text.trim()) };
  const standing = { span: { start, end }, list: false, open, section, label: undefined, row };
  return new Sentence(texts.join(': ').slice(0, LONGEST), {}, standing);
}

function ofRows(table: readonly TableRow[]): readonly Said[] {
  return [...tablesIn(table)].flatMap((rows) => {
    const heads = rows[0]?.header === true ? rows[0].cells : [];
    return rows.filter(({ header }) => !header).map((row) => ofRow(row, heads));
  });
}

/** `Columns provider, score`: what the heads of each table name. They describe what they stand over, and say nothing. */
export function columnsIn({ rows }: Markdown): readonly Said[] {
  return rows
    .filter(({ header, section }) => header && !isDenying(section))
    .map(({ cells, section, start, end }) => {
      const text = `Columns ${cells.map((cell) => cell.text.trim()).join(', ')}`.slice(0, LONGEST);
      const standing = { span: { start, end }, list: false, open: false, section, label: undefined };
      return new Sentence(text, {}, standing);
    });
}

interface Spoken {
  readonly blocks: readonly Block[];
  readonly table: readonly TableRow[];
  /** Of all blocks, one after the other, and of the rows of tables. */
  readonly sentences: readonly Said[];
  readonly rows: readonly Said[];
  /** Made when first asked for. */
  lists?: readonly Said[];
}

function isSaid(said: Said | undefined): said is Said {
  return said !== undefined && holdsWords(said.text);
}

function spoken({ blocks, rows }: Markdown, fields: ReadonlySet<string>): Spoken {
  const own = blocks.filter(
    (block) => (!block.quoted || isNote(block)) && !describesField(block.prose.text, fields),
  );
  const table = rows.filter(({ cells }) => !fields.has(cells[0]?.text.trim() ?? ''));
  const sentences = own.flatMap((block) => [...ofBlock(block)]);
  return { blocks: own, table, sentences: sentences.filter(isSaid), rows: ofRows(table).filter(isSaid) };
}

function listsIn({ blocks, table }: Spoken): readonly Said[] {
  const lists = new Map<Block['label'], Block[]>();
  for (const block of blocks) {
    if (block.label === undefined) continue;
    const list = lists.get(block.label);
    if (list) list.push(block);
    else lists.set(block.label, [block]);
  }
  return [...[...lists.values()].map(ofList), ...[...tablesIn(table)].map(ofTable)].filter(isSaid);
}

const known = new WeakMap<Markdown, Map<string, Spoken>>();

function spokenIn(markdown: Markdown, fields: ReadonlySet<string>): Spoken {
  const key = [...fields].join();
  const readings = known.get(markdown) ?? new Map<string, Spoken>();
  known.set(markdown, readings);
  const made = readings.get(key) ?? spoken(markdown, fields);
  readings.set(key, made);
  return made;
}

/**
 * What a document says, sentence by sentence.
 * @param fields keys whose items (`model: exact model string`) describe a field or fill it, and say nothing
 */
export function speechOf(markdown: Markdown, fields: ReadonlySet<string>): readonly Said[] {
  const made = spokenIn(markdown, fields);
  made.lists ??= listsIn(made);
  return [...made.sentences, ...made.lists, ...made.rows];
}

/** The same without the lists as a whole. */
export function sentencesIn(markdown: Markdown, fields: ReadonlySet<string>): readonly Said[] {
  const { sentences, rows } = spokenIn(markdown, fields);
  return [...sentences, ...rows];
}
