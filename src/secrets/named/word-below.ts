import type { Span } from '../../place.ts';
import { looksDrawn } from './drawn.ts';
import { hasAllKindsOfSigns } from './made-up.ts';
import { isDigest, isUuid } from './secret-value.ts';

/** Nothing but words stand before the name in its line, with the mark of a heading or of a list's entry or without. */
const BEFORE =
  /(?:^|\n)(?<indent>[ \t>]{0,20})(?<mark>#{1,6}[ \t]{1,3}|[-*+][ \t]{1,3}|\d{1,2}[.)][ \t]{1,3})?[*_`]{0,3}(?:[\w.'-]{1,20} ){0,3}$/;
const REACH = 120;

/** The rest of the name's line, a line without anything, and a word that has the next one for itself. */
const BELOW =
  /(?:[ \t]is)?[ \t]?[*_`]{0,3}(?<colon>:?)[*_]{0,3}[ \t#]{0,8}\r?\n(?:[ \t>]{0,8}\r?\n)?(?<further>[ \t>]{0,20})(?<entry>[-*+][ \t]{1,3}(?:[\w.-]{1,20}:[ \t]{1,2}(?=`))?)?[`*]{0,3}(?<word>(?=\S{0,60}\d)[^\s`*()[\]{}<>][^\s`()[\]{}<>]{7,300}?)[`*]{0,3}[ \t]{0,8}(?=\r?\n|$)/dy;

/** The word below a name that is all of a heading, of an entry or of a line with a colon, where nobody wrote it as a word. */
export function wordBelow(text: string, name: Span): Span | undefined {
  if (!/[\r\n:*`_]/.test(text[name.end] ?? '') && !text.startsWith(' is:', name.end)) return undefined;
  BELOW.lastIndex = name.end;
  const match = BELOW.exec(text);
  const place = match?.indices?.groups?.word;
  if (!place) return undefined;
  const lead = BEFORE.exec(text.slice(Math.max(0, name.start - REACH), name.start))?.groups;
  if (lead === undefined || (lead.mark === undefined && match.groups?.colon === '')) return undefined;
  // The next entry of the same list is another thing.
  const isNested = match.groups!.further!.length > lead.indent!.length;
  if (match.groups?.entry !== undefined && !isNested && !lead.mark?.startsWith('#')) return undefined;
  const word = text.slice(place[0], place[1]);
  if (isDigest(word) || isUuid(word) || word.includes('://')) return undefined;
  return looksDrawn(word) || hasAllKindsOfSigns(word) ? { start: place[0], end: place[1] } : undefined;
}
