import type { Span } from '../../place.ts';

/** Elements of HTML that say how text looks; `label` and `input` say what to type. */
const ELEMENT = '(?:b|strong|em|i|u|code|kbd|tt|samp|mark)';

/** Between the name's colon and the value: what ends the name's look, and begins the value's. */
const TAGS = new RegExp(
  String.raw`(?:</(?:${ELEMENT}|span|dt)>[ \t]{0,10})?(?:<${ELEMENT}(?:[ \t][^<>\r\n]{0,80})?>[ \t]{0,4}){0,2}`,
  'y',
);

/** Behind a name: `</b>` of `<b>Password</b>: …`. */
export const CLOSING_TAG = `(?:</(?:${ELEMENT}|span)>)?`;

/** Where the value begins behind such tags. */
export function afterTags(text: string, at: number): number {
  if (text[at] !== '<') return at;
  TAGS.lastIndex = at;
  return TAGS.test(text) ? TAGS.lastIndex : at;
}

/** `**value**`, `*value*`, `~~value~~`. A sign that the word has within, as `Sea*Lion`, closes nothing. */
const EMPHASISED = /(\*{1,3}|~~)(?=[^\s*~])(\S{4,400}?)\1(?![\w*~])/y;

/** The word that stands there between the signs of emphasis; without both, a sign is the value's own. */
export function emphasised(text: string, at: number): Span | undefined {
  if (text[at] !== '*' && text[at] !== '~') return undefined;
  EMPHASISED.lastIndex = at;
  const match = EMPHASISED.exec(text);
  if (match === null) return undefined;
  const start = at + match[1]!.length;
  return { start, end: start + match[2]!.length };
}
