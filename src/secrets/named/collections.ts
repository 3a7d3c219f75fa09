import type { Span } from '../../place.ts';
import { readBlock, readSection } from './block-collection.ts';
import type { CollectedValue, Collection } from './collected-value.ts';
import { readFlow } from './flow-collection.ts';
import { JOINTS, jointsAfter } from './joints.ts';
import type { NameInText } from './name-in-text.ts';

/** `: string[] =`, ` []string =`: what a language says of a name before it gives it a value. */
const TYPE = String.raw`(?:[ \t]{0,4}:[ \t]{0,4}[A-Za-z_][\w.<>?|,[\] ]{0,40}(?=[ \t]{0,4}=)|[ \t]{1,4}(?:\[\])?[A-Za-z_][\w.[\]*]{0,20}(?=[ \t]{0,4}:?=))?`;

/** `new String[] {`, `[]string{`, `map[string]string{`, `@(`, `vec![`: what a language says before the sign itself. */
const BUILT = String.raw`(?:@|(?:&|vec!)(?=\[)|(?:new[ \t]{1,2})?[\w.]{0,30}(?:\[\w{0,20}\])?[\w.*]{0,30}(?:<[\w, .?]{0,40}>)?(?:\[\])?(?:\(\))?[ \t]?(?=\{))?`;

/** `List.of(`, `listOf(`, `new Set([`, `array(`. */
const CALL = String.raw`(?:new[ \t]{1,2})?(?:[A-Z]\w{0,20}\.)?(?:of|asList|from|freeze|listOf|setOf|mapOf|arrayOf|array|list|dict|tuple|set|frozenset|Set|HashSet)(\()\s{0,20}[[{]?`;

/** An anchor or a tag of YAML, and a comment, may follow a name that heads a block. */
const BLOCK = String.raw`(?:[&!][\w!/-]{1,40})?(?:[ \t]{0,20}#[^\r\n]{0,200})?[ \t]{0,20}\r?\n`;

const OPENING = new RegExp(
  String.raw`["'\x60*]{0,3}\\?["']?(?:\[\])?${TYPE}[ \t]{0,20}(?:=>|:=|\+?=|:)[*]{0,2}[ \t]{0,20}(?:${BUILT}([[{(])|${CALL}|${BLOCK})`,
  'y',
);

/** `API_KEYS=one,two` */
const LISTED = /["'\x60]?[ \t]{0,20}[:=][ \t]{0,20}["'\x60]?([^\s"'\x60]{16,2000})/y;

/** What makes one value of a list, whose items are parts then, or a class of signs of what looked like one: `secret:[a-z]{1,9}`. */
const NO_LIST = /\s{0,40}\.join\(|[{+*?]/y;

/** `secrets["stripe"] = "…"` */
const ELEMENT = /\[["':]?([\w.@/-]{1,60})["']?\][ \t]{0,4}=[ \t]{0,4}(["'`])((?:(?!\2)[^\r\n]){1,1000})\2/dy;

/** How often, on average, a text is read again for collections within collections. */
const MOST_READINGS = 4;
const LEAST_BUDGET = 100_000;

/**
 * Reads lists and maps under a name: block and flow style of YAML, JSON, tables of TOML, sections of INI files, literals
 * of code. A name of one secret has lists alone: under `password` a map describes it.
 */
export function collectionReader(text: string): (name: NameInText) => readonly CollectedValue[] {
  let budget = LEAST_BUDGET + MOST_READINGS * text.length;
  return (name) => {
    if (name.kind === 'weak' || budget <= 0) return [];
    const { values, end } = collectionAt(text, name);
    budget -= end - name.end;
    return name.holds === 'one' ? values.filter(({ key }) => key === undefined) : values;
  };
}

const NONE: readonly CollectedValue[] = [];

function collectionAt(text: string, name: NameInText): Collection {
  const next = text[name.end];
  if (next === '[' && name.holds !== 'one') return { values: elementAt(text, name), end: name.end };
  if (next === ']' && text[name.start - 1] === '[') return sectionAt(text, name);
  // Of most names in prose.
  if ((jointsAfter(text, name.end) & JOINTS.assignment) === 0) return { values: NONE, end: name.end };
  OPENING.lastIndex = name.end;
  const opening = OPENING.exec(text);
  if (opening === null) return { values: name.holds === 'many' ? listedAt(text, name) : NONE, end: name.end };
  const start = OPENING.lastIndex;
  const sign = opening[1] ?? opening[2];
  if (sign === undefined) return readBlock(text, name, start);
  const flow = readFlow(text, start, sign);
  NO_LIST.lastIndex = flow.end;
  return NO_LIST.test(text) ? { ...flow, values: NONE } : flow;
}

function listedAt(text: string, { end }: Span): readonly CollectedValue[] {
  LISTED.lastIndex = end;
  const listed = LISTED.exec(text)?.[1];
  if (listed === undefined) return NONE;
  const from = LISTED.lastIndex - listed.length;
  const quoted = /["'`]/.test(text[from - 1]!);
  return Array.from(listed.matchAll(/[^,;|]+/g), ({ 0: item, index }) => ({
    start: from + index,
    end: from + index + item.length,
    text: item,
    quoted,
    key: undefined,
  }));
}

function sectionAt(text: string, { start, end, holds }: NameInText): Collection {
  const isHead = holds !== 'one' && /(?:^|\n)[ \t]{0,8}\[$/.test(text.slice(Math.max(0, start - 10), start));
  const feed = text.indexOf('\n', end);
  if (
    !isHead ||
    feed === -1 ||
    !/^\][ \t]{0,8}(?:#.{0,200})?\r?$/.test(text.slice(end, Math.min(feed, end + 220)))
  )
    return { values: NONE, end };
  return readSection(text, feed + 1);
}

function elementAt(text: string, { end }: Span): readonly CollectedValue[] {
  ELEMENT.lastIndex = end;
  const element = ELEMENT.exec(text);
  if (element === null) return NONE;
  const [from, to] = element.indices![3]!;
  return [{ start: from, end: to, text: element[3]!, quoted: true, key: element[1] }];
}
