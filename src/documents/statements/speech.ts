import type { Span } from '../../place.ts';
import type { Block, Heading, Markdown, TableRow } from '../markdown.ts';
import { sentencesOf } from '../sentences.ts';
import { hasVerb } from './clauses.ts';
import { hasDenial } from './polarity.ts';
import { type Reading, readingOf } from './reading.ts';
import { wordsOf } from './words.ts';

/** Something that a document says itself: no quotation, no code, no description of a field. */
export interface Said {
  readonly reading: Reading;
  /** Offsets of the file. */
  readonly span: Span;
  /** A list as a whole, with what leads it in; its entries are there on their own as well. */
  readonly list: boolean;
  /** The heading that it stands under, and the paragraph that leads its list in. */
  readonly section: Heading | undefined;
  readonly label: string | undefined;
}

// A sentence of more characters is read in parts: what looks at pairs of words stays linear in the text that way.
const LONGEST = 4000;

function parts(text: string, start: number): readonly { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  for (let at = 0; at < text.length; at += LONGEST)
    found.push({ text: text.slice(at, at + LONGEST), start: start + at });
  return found;
}

// `> [!NOTE]` is GitHub's way to write a note; any other block quote repeats what somebody else says.
const NOTE = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i;
const FIELD = /^\s*([A-Za-z_][\w-]{0,63})\s{0,8}[:：=]/;

function describesField(text: string, fields: ReadonlySet<string>): boolean {
  const key = FIELD.exec(text)?.[1];
  return key !== undefined && fields.has(key);
}

/** *Non-Goals*, *Out of Scope*: what is listed there is not to be. */
function isDenying(section: Heading | undefined): boolean {
  if (section === undefined) return false;
  const words = wordsOf(section.prose.text.slice(0, 200));
  return words.length <= 8 && hasDenial(words);
}

function labelOf({ label }: Block): string | undefined {
  const text = label?.text.trim().slice(-LONGEST);
  return text?.endsWith(':') ? sentencesOf({ text }).at(-1)?.text : undefined;
}

function* ofBlock(block: Block): Iterable<Said> {
  const label = labelOf(block);
  const denied = block.type === 'item' && isDenying(block.section);
  for (const sentence of sentencesOf(block.prose)) {
    for (const { text, start } of parts(sentence.text, sentence.start)) {
      const reading = readingOf(text, { ...(label !== undefined && { label }), denied });
      const span = block.prose.at(start, start + text.length);
      yield { reading, span, list: false, section: block.section, label };
    }
  }
}

function isSentence(text: string): boolean {
  return hasVerb(wordsOf(text));
}

/** `No secret may stand in:` and the entries below it, as the one sentence that they are. */
function ofList(items: readonly Block[]): Said | undefined {
  const [first] = items;
  const label = first && labelOf(first);
  if (label === undefined || items.length < 2) return undefined;
  const text = items.map(({ prose }) => prose.text.trim().replace(/[.;,]$/, '')).join(', ');
  // Entries that are sentences themselves need no other: only what hangs on its label does.
  if (text.length > LONGEST || items.some(({ prose }) => isSentence(prose.text.slice(0, LONGEST))))
    return undefined;
  const { label: prose } = first!;
  const span = { start: prose!.start, end: prose!.end };
  return { reading: readingOf(text, { label }), span, list: true, section: first!.section, label };
}

function ofRow({ cells, header, section, start, end }: TableRow): Said | undefined {
  if (header) return undefined;
  const text = cells.map((cell) => cell.text.trim()).join(': ');
  const reading = readingOf(text.slice(0, LONGEST));
  return { reading, span: { start, end }, list: false, section, label: undefined };
}

function speech({ blocks, rows }: Markdown, fields: ReadonlySet<string>): readonly Said[] {
  const own = blocks.filter(
    ({ prose, quoted }) =>
      (!quoted || NOTE.test(prose.text)) && !describesField(prose.text.slice(0, 80), fields),
  );
  const lists = new Map<Block['label'], Block[]>();
  for (const block of own) {
    if (block.label === undefined) continue;
    const list = lists.get(block.label);
    if (list) list.push(block);
    else lists.set(block.label, [block]);
  }
  const whole = [...lists.values()].map(ofList);
  const tables = rows.filter(({ cells }) => !fields.has(cells[0]?.text.trim() ?? '')).map(ofRow);
  return [...own.flatMap((block) => [...ofBlock(block)]), ...whole, ...tables].filter(
    (said): said is Said => said !== undefined && said.reading.words.length > 0,
  );
}

const known = new WeakMap<Markdown, Map<string, readonly Said[]>>();

/**
 * What a document says, sentence by sentence.
 * @param fields keys whose items (`model: exact model string`) describe a field or fill it, and say nothing
 */
export function speechOf(markdown: Markdown, fields: ReadonlySet<string>): readonly Said[] {
  const key = [...fields].join();
  const readings = known.get(markdown) ?? new Map<string, readonly Said[]>();
  known.set(markdown, readings);
  const made = readings.get(key) ?? speech(markdown, fields);
  readings.set(key, made);
  return made;
}
