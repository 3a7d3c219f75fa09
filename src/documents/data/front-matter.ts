import matter from 'gray-matter';
import type { Span } from '../../place.ts';
import type { Fault } from '../document.ts';
import { Faults, placedFrom } from './fragment.ts';
import { readPlainMapping } from './plain-front-matter.ts';
import type { Mapping } from './tree.ts';

export interface FrontMatter {
  /** Also of a block that is faulty, as far as it could be read: a broken SOT document is still one. */
  readonly mapping: Mapping | undefined;
  /** Where the markdown begins. 0 where nothing at the start was taken for front matter. */
  readonly bodyStart: number;
  readonly faults: readonly Fault[];
  /** A stretch before the body that holds more than `mapping` tells. */
  readonly unread: Span | undefined;
}

/** gray-matter's test for an empty block is quadratic on blank lines: 100 KB of them took it five seconds. */
const MAX_FRONT_MATTER = 32_000;

/** What an editor or a careless writer leaves before the fence: blanks, zero-width characters, byte order marks. */
const LEADING = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+/;

const PLAIN_FENCE = /^---(?:[ \t]*ya?ml)?[ \t]*$/;
const LONG_FENCE = /^-{4,}[ \t]*$/;
const ANY_FENCE = /^-{3,}[ \t]*$/;
/** gray-matter takes the rest of the line for the name of an engine, and one of its engines evaluates the block. */
const LANGUAGE_FENCE = /^---[ \t]*([^\s-]\S*)[ \t]*$/;
const TOML_FENCE = /^\+\+\+[ \t]*$/;

const NONE: FrontMatter = { mapping: undefined, bodyStart: 0, faults: [], unread: undefined };

/**
 * The YAML block that a markdown text begins with. Each form that some tool reads and another doesn't has a defined
 * answer: it is read and is a fault, or is a fault and nothing of it is run. Text that merely begins with a thematic
 * break is a fault too where it stands at the very start; only a rule of a kind that wants front matter reports it.
 */
export async function readFrontMatter(text: string): Promise<FrontMatter> {
  const start = LEADING.exec(text)?.[0].length ?? 0;
  const fence = lineFrom(text, start);
  const line = text.slice(fence.start, fence.end);
  if (TOML_FENCE.test(line)) return foreign(text, fence, TOML_FENCE);
  if (LANGUAGE_FENCE.test(line) && !PLAIN_FENCE.test(line)) return foreign(text, fence, PLAIN_FENCE);
  if (LONG_FENCE.test(line))
    return misplaced(await readBlock(text, fence, ANY_FENCE), 'front-matter-invalid', fence);
  if (!PLAIN_FENCE.test(line)) return NONE;
  const block = await readBlock(text, fence, PLAIN_FENCE);
  if (start > 0) return misplaced(block, 'front-matter-not-first', fence);
  return await withSecondBlock(text, block);
}

/** A language that is not YAML: named, never run. */
function foreign(text: string, fence: Line, closing: RegExp): FrontMatter {
  const close = closingLine(text, fence.next, closing);
  if (close === undefined && TOML_FENCE === closing) return NONE;
  return {
    mapping: undefined,
    bodyStart: close?.next ?? 0,
    faults: [{ fault: 'front-matter-language', start: fence.start, end: fence.end }],
    unread: close && { start: fence.next, end: close.start },
  };
}

/** Only what reads as keys and values is front matter in the wrong place; a thematic break may stand anywhere. */
function misplaced(block: FrontMatter, fault: Fault['fault'], fence: Line): FrontMatter {
  const { mapping, faults } = block;
  const unclosed = faults.some((known) => known.fault === 'front-matter-unclosed');
  if (mapping === undefined || mapping.entries.length === 0 || unclosed) return NONE;
  return { ...block, faults: [{ fault, start: fence.start, end: fence.end }, ...faults] };
}

async function withSecondBlock(text: string, block: FrontMatter): Promise<FrontMatter> {
  if (block.bodyStart === 0) return block;
  const blanks = LEADING.exec(text.slice(block.bodyStart))?.[0].length ?? 0;
  const fence = lineFrom(text, block.bodyStart + blanks);
  if (!PLAIN_FENCE.test(text.slice(fence.start, fence.end))) return block;
  const second = misplaced(await readBlock(text, fence, PLAIN_FENCE), 'front-matter-not-first', fence);
  return { ...block, faults: [...block.faults, ...second.faults] };
}

async function readBlock(text: string, fence: Line, closing: RegExp): Promise<FrontMatter> {
  const faults = new Faults(placedFrom(0));
  const close = closingLine(text, fence.next, closing);
  if (close === undefined) faults.add('front-matter-unclosed', fence.start, fence.end);
  const end = close?.start ?? paragraphEnd(text, fence.next);
  const bodyStart = close?.next ?? end;
  const unread = { start: fence.next, end };
  if (end - fence.next > MAX_FRONT_MATTER) {
    faults.add('too-large', fence.start, fence.end);
    return { mapping: undefined, bodyStart, faults: faults.list, unread };
  }
  const { mapping, broken } = await readYaml(text, fence.next, end, faults);
  if (mapping === undefined) return { mapping, bodyStart: 0, faults: faults.list, unread: undefined };
  return { mapping, bodyStart, faults: faults.list, unread: broken ? unread : undefined };
}

async function readYaml(
  text: string,
  start: number,
  end: number,
  faults: Faults,
): Promise<{ mapping: Mapping | undefined; broken: boolean }> {
  const source = text.slice(start, end);
  const seen = withGrayMatter(source);
  if (seen === 'empty')
    return { mapping: { kind: 'mapping', entries: [], start, end: start }, broken: false };
  const plain = seen === 'same' ? readPlainMapping(source, placedFrom(start)) : undefined;
  if (plain !== undefined) return { mapping: plain, broken: false };
  const { trees, faults: inYaml } = (await import('./yaml.ts')).parseYaml(source, placedFrom(start));
  for (const { fault, start: from, end: to } of inYaml) {
    // What is missing at the end of the YAML is reported there, not in the fence.
    faults.add(fault === 'not-yaml' ? 'front-matter-invalid' : fault, Math.min(from, end), Math.min(to, end));
  }
  const [tree] = trees;
  const mapping = tree?.kind === 'mapping' ? tree : undefined;
  const whole = seen === 'same' && trees.length === 1 && mapping !== undefined;
  if (!whole) faults.addOnce('front-matter-invalid', start, Math.max(start, end - 1));
  return { mapping, broken: !whole || inYaml.length > 0 };
}

/**
 * What gray-matter makes of the block: the very text that is parsed here, or another one (it ends a block at any line
 * that begins with `---`), which is a fault. Always with options, since without them it caches, a failed parse too.
 */
function withGrayMatter(source: string): 'empty' | 'same' | 'different' {
  const lines = source.replace(/\r(?!\n)/g, '\n');
  const terminated = /\n$/.test(lines) ? lines : `${lines}\n`;
  let seen: string | undefined;
  const read = (block: string): object => {
    seen = block;
    return {};
  };
  matter(`---\n${terminated}---\n`, {
    language: 'yaml',
    engines: { yaml: read, json: refuse, js: refuse, javascript: refuse, coffee: refuse, toml: refuse },
  });
  if (seen === undefined) return 'empty';
  return seen === `\n${terminated}`.slice(0, -1) ? 'same' : 'different';
}

function refuse(): object {
  throw new Error('front matter is YAML, nothing else is read');
}

interface Line extends Span {
  /** Start of the line after it. */
  readonly next: number;
}

function lineFrom(text: string, start: number): Line {
  const breaks = /\r\n|\n|\r/g;
  breaks.lastIndex = start;
  const found = breaks.exec(text);
  return found === null
    ? { start, end: text.length, next: text.length }
    : { start, end: found.index, next: breaks.lastIndex };
}

function closingLine(text: string, from: number, closing: RegExp): Line | undefined {
  for (let start = from; start < text.length; ) {
    const line = lineFrom(text, start);
    if (closing.test(text.slice(line.start, line.end))) return line;
    start = line.next;
  }
  return undefined;
}

/** An unclosed block is read up to its first blank line. */
function paragraphEnd(text: string, from: number): number {
  for (let start = from; start < text.length; ) {
    const line = lineFrom(text, start);
    if (text.slice(line.start, line.end).trim() === '') return line.start;
    start = line.next;
  }
  return text.length;
}
