import type { Span } from '../../place.ts';
import type { LiteralGroup } from '../literal-index.ts';
import type { DecodedPiece } from './decoded-piece.ts';

type From = 'percent' | 'escape' | 'entity' | 'ansi';

/** What Unicode calls default ignorable, which has no literal in ASCII to be found by. */
const NEVER_SEEN = String.raw`\u00ad\u200b-\u200f\u2060-\u2064\ufeff`;
/** The rest of it belongs to the spelling of emoji and of other scripts: that counts between two signs of a token alone. */
const SELDOM_SEEN = String.raw`\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u202a-\u202e\u2065-\u206f\u3164\ufe00-\ufe0f\uffa0`;
/** The first half of each of the tags and variation selectors beyond the first plane. */
const TAG = String.raw`\udb40`;
const IN_TOKEN = String.raw`\w.+/=-`;

const UNSEEN = new RegExp(
  String.raw`(?:[${NEVER_SEEN}]|(?<=[${NEVER_SEEN}${IN_TOKEN}])(?:[${SELDOM_SEEN}]|${TAG}[\udc00-\uddff]){1,8}(?=[${NEVER_SEEN}${IN_TOKEN}]))+`,
);
const MAY_BE_UNSEEN = new RegExp(`[${NEVER_SEEN}${SELDOM_SEEN}${TAG}]`);

/**
 * One written character in another notation: `%5F`, `\u005f`, `\x5f`, `\137`, `&#95;`, `&lowbar;`, markdown's `\_`; and what
 * a reader doesn't see: colours of a terminal, zero-width characters, soft hyphens.
 */
const NOTATION =
  /%(?:25)?([0-9a-f]{2})|\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos|lowbar|hyphen|dash|period|colon|equals|sol|plus|nbsp|num|percnt);|\\([_\-.*~+#=!|{}[\]()])/;

const TERMINAL = /\x1b\[[0-9;?]{0,20}[A-Za-z]|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)/;

const ESCAPE = new RegExp(`${NOTATION.source}|(${TERMINAL.source}|${UNSEEN.source}|<wbr>)`, 'gi');

const NAMED: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    lowbar: '_',
    hyphen: '-',
    dash: '-',
    period: '.',
    colon: ':',
  },
  ...{ equals: '=', sol: '/', plus: '+', nbsp: ' ', num: '#', percnt: '%' },
};

const ESCAPE_HERE = new RegExp(ESCAPE.source, 'yi');

/** What each other notation begins with. */
export const ESCAPE_MARKS: LiteralGroup<undefined> = {
  entries: [
    ...[...'0123456789abcdef'].map((digit) => `%${digit}`),
    ...[...'ux_-.*~+#=!|{}[]()'].map((sign) => `\\${sign}`),
    ...Object.keys(NAMED).map((name) => `&${name};`),
    ...['&#', '\x1b[', '\x1b]', '<wbr>'],
  ].map((literal) => [literal, undefined] as const),
  ignoreCase: true,
};

/** As far before a secret may stand what tells that it is one: a name, a scheme, a header. */
const TELLING_LEAD = 60;

/** Text around an escape that is decoded with it. */
const AROUND = 400;
/** A file that is nothing but escapes is decoded in parts, one after the other, and each begins with the last part's end. */
const MOST_AT_ONCE = 20_000;
const SHARED = 1000;

interface Replacement extends Span {
  readonly by: string;
  readonly from: From;
}

/** The surroundings of every escape with all escapes in them replaced. `marks`: where one may begin. */
export function* decodeEscapes(text: string, marks: readonly Span[]): Generator<DecodedPiece> {
  let group: Replacement[] = [];
  for (const match of hasUnseen(text) ? text.matchAll(ESCAPE) : escapesAt(text, marks)) {
    const replacement = replacementOf(match);
    if (replacement === undefined) continue;
    const last = group.at(-1);
    if (last && replacement.start - last.end > 2 * AROUND) {
      yield pieceOf(text, group);
      group = [];
    } else if (group.length >= MOST_AT_ONCE) {
      yield pieceOf(text, group);
      group = group.slice(-SHARED);
    }
    group.push(replacement);
  }
  if (group.length > 0) yield pieceOf(text, group);
}

/** ASCII, which nearly all is, has as many bytes as characters, and is counted faster than searched; so is one class of signs. */
function hasUnseen(text: string): boolean {
  return Buffer.byteLength(text) !== text.length && MAY_BE_UNSEEN.test(text) && UNSEEN.test(text);
}

function* escapesAt(text: string, marks: readonly Span[]): Generator<RegExpExecArray> {
  let reached = 0;
  for (const { start } of marks) {
    if (start < reached) continue;
    ESCAPE_HERE.lastIndex = start;
    const match = ESCAPE_HERE.exec(text);
    if (match === null) continue;
    reached = ESCAPE_HERE.lastIndex;
    yield match;
  }
}

function replacementOf(match: RegExpExecArray): Replacement | undefined {
  const [whole, percent, unicode, byte, hexEntity, entity, name, escaped, unseen] = match;
  const start = match.index;
  const end = start + whole.length;
  const hex = percent ?? unicode ?? byte ?? hexEntity;
  const from = percent ? 'percent' : unseen ? 'ansi' : hexEntity || entity || name ? 'entity' : 'escape';
  if (unseen !== undefined) return { start, end, by: '', from };
  if (name !== undefined) return { start, end, by: NAMED[name.toLowerCase()] ?? '', from };
  if (escaped !== undefined) return { start, end, by: escaped, from };
  const code = hex === undefined ? Number(entity) : Number.parseInt(hex, 16);
  // `%database.password%` begins with no escape: what is beyond ASCII takes several of them, and no token holds it.
  if (percent !== undefined && code >= 0x80) return undefined;
  return code > 0 && code <= 0x10ffff ? { start, end, by: String.fromCodePoint(code), from } : undefined;
}

function pieceOf(text: string, replacements: readonly Replacement[]): DecodedPiece {
  const begin = Math.max(0, replacements[0]!.start - AROUND);
  const finish = Math.min(text.length, replacements.at(-1)!.end + AROUND);
  /** Where each replacement's result stands in the decoded text. */
  const ends: number[] = [];
  let decoded = '';
  let reached = begin;
  for (const { start, end, by } of replacements) {
    decoded += text.slice(reached, start) + by;
    ends.push(decoded.length);
    reached = end;
  }
  decoded += text.slice(reached, finish);
  const originalOf = (offset: number): number => {
    const before = lastAtOrBefore(ends, offset);
    return before < 0 ? begin + offset : replacements[before]!.end + (offset - ends[before]!);
  };
  /** Whether only what stands before a span was written otherwise: a plain text shows a backslash there to any reader. */
  const isLed = (start: number, before: number): boolean =>
    before >= 0 &&
    replacements[before]!.from !== 'escape' &&
    start - ends[before]! <= TELLING_LEAD &&
    !decoded.slice(ends[before]!, start).includes('\n');
  return {
    text: decoded,
    from: replacements[0]!.from,
    toOriginal: ({ start, end }) => {
      const first = lastAtOrBefore(ends, start) + 1;
      // An escape that ends where the span begins is not in it; one that ends where it ends is.
      if (first >= ends.length || ends[first]! > end)
        return isLed(start, first - 1) ? { start: originalOf(start), end: originalOf(end) } : undefined;
      const from =
        ends[first]! - replacements[first]!.by.length <= start
          ? replacements[first]!.start
          : originalOf(start);
      return { start: from, end: originalOf(end) };
    },
  };
}

/** Index of the last number that is no greater, or -1. */
function lastAtOrBefore(sorted: readonly number[], limit: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
