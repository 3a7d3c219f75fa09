import type { Span } from '../../place.ts';
import { trimmed } from './table.ts';

/** The rest of the name's line, and one word in the next: `: word` of markdown, indented in reStructuredText, `- word` of its lists. */
const NEXT_LINE =
  /[ \t*`]{0,4}(?:::)?[ \t]{0,4}\r?\n(?<lead>[ \t]{0,40}(?::[ \t]{1,8}|-[ \t]{1,4}|(?<=[ \t])))(?<word>(?=\S{0,60}\d)[^\s:]\S{4,300})[ \t]{0,8}(?=\r?\n|$)/dy;
/** AsciiDoc's `Password:: word`. */
const SAME_LINE = /[ \t*`]{0,4}::[ \t]{1,8}(?<word>(?=\S{0,60}\d)\S{5,300})[ \t]{0,8}(?=\r?\n|$)/dy;
/** Nothing but words stand before the name in its line, or the sign of YAML's explicit keys. */
const TERM_BEFORE = /(?:^|\n)[ \t>]{0,40}(?:\?[ \t]{1,3})?(?:[*`]{1,2})?(?:[\w.-]{1,20} ){0,2}$/;
/** `* - Password`, or `- Password` below such a line, as a list that is a table has it. */
const ITEM_BEFORE =
  /(?:^|\n)[ \t]{0,40}\* - (?:[^\n]{0,200}\n[ \t]{1,40}- ){0,12}(?:[*`]{1,2})?(?:[\w.-]{1,20} ){0,2}$/;
const REACH = 100;
const LIST_REACH = 1200;

/** The word that a list of definitions gives for a name. */
export function definedWord(text: string, name: Span): Span | undefined {
  const next = text[name.end];
  if (next === undefined || !/[\r\n:*`]/.test(next)) return undefined;
  SAME_LINE.lastIndex = name.end;
  const same = SAME_LINE.exec(text);
  const match = same ?? nextLine(text, name.end);
  const place = match?.indices?.groups?.word;
  if (!place) return undefined;
  const isItem = match.groups?.lead?.trimStart().startsWith('-') ?? false;
  const before = text.slice(Math.max(0, name.start - (isItem ? LIST_REACH : REACH)), name.start);
  return (isItem ? ITEM_BEFORE : TERM_BEFORE).test(before) ? trimmed(text, place[0], place[1]) : undefined;
}

function nextLine(text: string, at: number): RegExpExecArray | null {
  NEXT_LINE.lastIndex = at;
  return NEXT_LINE.exec(text);
}
