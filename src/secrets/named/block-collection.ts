import type { Span } from '../../place.ts';
import type { CollectedValue, Collection } from './collected-value.ts';
import { LONGEST_COLLECTION } from './flow-collection.ts';

/** Signs of comments, quotations and patches count as indentation: what they begin is a text of its own. */
const LINE = /^([ \t+>#/|]{0,200})((?:[-*][ \t]{1,20})?)(.{0,2000})/;

/** `stripe: value`, `admin = "value"`, `value`; a comment may follow. */
const ENTRY =
  /^(?:["'`*]{0,3}([\w.@/-][\w.@/ -]{0,79}?)["'`*]{0,3}[ \t]{0,4}(?::[ \t]{1,20}|=>?[ \t]{0,20}))?(?:(["'`])((?:(?!\2).){1,1000})\2|([^\s"'`=][^\s"'`]{0,999}))[,;]?(?:[ \t]{1,20}(?:#|\/\/).{0,1000})?[ \t]{0,20}$/d;

/** What may stand before a name that heads a block, on its line. */
const BEFORE_HEAD = /^([ \t+>#/|]{0,200})((?:[-*][ \t]{1,20})?)["'`*]{0,3}(?:[A-Za-z]{1,20}[ \t]){0,3}$/;

/** The items below `name:`, told by their indentation, and those alone that stand directly below it. */
export function readBlock(text: string, name: Span, firstLine: number): Collection {
  const lineStart = text.lastIndexOf('\n', name.start - 1) + 1;
  if (name.start - lineStart > 200) return { values: [], end: name.end };
  const head = BEFORE_HEAD.exec(text.slice(lineStart, name.start));
  if (head === null) return { values: [], end: name.end };
  const headColumn = head[1]!.length + head[2]!.length;
  let column: number | undefined;
  return readLines(text, firstLine, (bullet, at) => {
    if (at <= headColumn) return 'end';
    column ??= at;
    if (at !== column) return 'skip';
    return bullet ? 'item' : 'entry';
  });
}

/** The entries below `[name]`, up to the next head. */
export function readSection(text: string, firstLine: number): Collection {
  return readLines(text, firstLine, (_, __, rest) => (rest.startsWith('[') ? 'end' : 'entry'));
}

function readLines(
  text: string,
  firstLine: number,
  placeOf: (bullet: boolean, column: number, rest: string) => 'end' | 'skip' | 'item' | 'entry',
): Collection {
  const values: CollectedValue[] = [];
  const limit = firstLine + LONGEST_COLLECTION;
  let at = firstLine;
  while (at < text.length && at < limit) {
    const feed = text.indexOf('\n', at);
    const end = feed === -1 ? text.length : feed;
    const [, indent, bullet, rest] = LINE.exec(text.slice(at, Math.min(end, at + 2000)).trimEnd())!;
    if (rest !== '') {
      const column = indent!.length + bullet!.length;
      const place = placeOf(bullet !== '', column, rest!);
      if (place === 'end') break;
      const value = place === 'skip' ? undefined : entryAt(rest!, at + column);
      // A line that has neither a key nor a bullet goes on with a sentence.
      if (value !== undefined && (place === 'item' || value.key !== undefined)) values.push(value);
    }
    at = end + 1;
  }
  return { values, end: Math.min(at, text.length) };
}

function entryAt(rest: string, start: number): CollectedValue | undefined {
  const entry = ENTRY.exec(rest);
  if (entry === null) return undefined;
  const quoted = entry[3] !== undefined;
  const [from, to] = entry.indices![quoted ? 3 : 4]!;
  return { start: start + from, end: start + to, text: rest.slice(from, to), quoted, key: entry[1] };
}
