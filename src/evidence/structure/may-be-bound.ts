import { literalPattern } from '../../pattern.ts';
import { MARKERS } from '../binding.ts';

/**
 * What undoing escapes may make a letter, a digit or a sign of a name of, or may leave out between two of them. Colours and
 * what nobody sees are left out, and so is `\r`; `&amp;#65;` is undone twice.
 */
const REWRITTEN =
  /\\u(?:00[0-7ad]|20[06]|feff)|\\r(?:[\w.:,/@+~-]|\\(?!n))|&(?:amp;)*#|%(?:0a|20|22|7b)|[\u001b\u00ad\u200b-\u200f\u2060\ufeff]/i;

/** The last word of a marker, or the last two where it is short: a pattern of few letters is met too often. */
const ENDING = /[_-](?:[^_-]{7,}|[^_-]+[_-][^_-]{1,6})$/;

/** The slash of a path, as JSON may write it too. */
const SLASH = String.raw`\\*\/`;

const MARKED = new RegExp(
  [
    ...MARKERS.map((marker) => literalPattern(ENDING.exec(marker)?.[0] ?? marker).replace('\\x2f', SLASH)),
    'harness\\[',
  ].join('|'),
  'i',
);

/** Of the name of a run, or of a time with milliseconds; few texts hold either. */
const MOMENT = /\d{6}Z-|:\d\d[.,]\d{3}|1[5-9]\d{11}/i;
const RUN_MOMENT = /\d{6}Z-/i;
const MILLISECONDS = /:\d\d[.,]\d{3}|1[5-9]\d{11}/;

const OWN_PATH = new RegExp(
  `\\/(?:home|Users|tmp|workspaces?|builds|mnt|srv|private|var|root)${SLASH}|:\\\\+Users`,
  'i',
);

/** The middle of one: hex digits are met everywhere. */
const UUID = /-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-/i;

/**
 * Whether `isBoundToRun` may hold for some lines of a text, as they are read: escapes undone, decoration and colours taken
 * off. Where it says no, it holds for none; a yes says little. Reading the lines takes many times as long.
 */
export function mayBeBound(text: string): boolean {
  if (REWRITTEN.test(text) || MARKED.test(text)) return true;
  const hasMoment = MOMENT.test(text);
  if (hasMoment && RUN_MOMENT.test(text)) return true;
  const hasTime = hasMoment && MILLISECONDS.test(text);
  const hasUuid = UUID.test(text);
  // Any two of three.
  return (hasTime && hasUuid) || ((hasTime || hasUuid) && OWN_PATH.test(text));
}
