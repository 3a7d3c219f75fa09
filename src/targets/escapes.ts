import { rewrite, type View } from './view.ts';

/**
 * Stands for a space that was written so that it belongs to a name (`%20`, `\ `), where a plain one ends a path in
 * prose. From Unicode's private use area, so that no text means anything by it.
 */
export const NAMED_SPACE = '\uE020';

/** How often a text is decoded: `%25252e` is `%252e`, `%2e`, `.`. */
const ROUNDS = 3;

/** Named references of HTML that spell what paths and remotes are made of (html.spec.whatwg.org, section 13.5). */
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sol: '/',
    bsol: '\\',
    period: '.',
    colon: ':',
    commat: '@',
    lowbar: '_',
    dash: '-',
    hyphen: '-',
    dollar: '$',
    percnt: '%',
    amp: '&',
    quot: '"',
    apos: "'",
    lt: '<',
    gt: '>',
    nbsp: ' ',
    tab: '\t',
    newline: '\n',
    shy: '',
    zwj: '',
    zwnj: '',
    zerowidthspace: '',
    nobreak: '',
  }),
);

/** What Unicode calls default ignorable: it has no shape, and may stand anywhere in a name. */
const IGNORABLE =
  '[\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f' +
  '\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8]+|(?:\\udb40[\\udc00-\\udfff])+';

/** Colours of a terminal (`ESC [ 31 m`), its links (`ESC ] 8 ; ; … ESC \`), and markup that shows as nothing. */
const INVISIBLE =
  '\\x1b\\[[0-9;?]{0,32}[a-zA-Z]|\\x1b\\]8;[^\\x07\\x1b\\s]{0,2048}(?:\\x07|\\x1b\\\\)|' +
  '<\\/?(?:wbr|b|i|u|em|strong|code|kbd|tt|span|mark)(?: [^<>]{0,120})?\\/?>|<!--[^<>]{0,200}-->';

const HEX = '[0-9a-fA-F]';
const NUMERIC = `&#(?:[xX]${HEX}{1,6}|[0-9]{1,7});?`;
const NAMED = `&(?:${[...ENTITIES.keys()].join('|')}|Tab|NewLine|ZeroWidthSpace|NoBreak);`;
const BACKSLASHED =
  `(?:\\\\x${HEX}{2}){1,300}|(?:\\\\[0-3][0-7]{2}){1,300}|\\\\u\\{${HEX}{1,6}\\}|` +
  `\\\\U00(?:0${HEX}|10)${HEX}{4}|(?:\\\\u${HEX}{4}){1,300}|\\\\/`;

const MARKUP = [`(?:%${HEX}{2}){1,300}`, NUMERIC, NAMED, INVISIBLE, IGNORABLE];
/** Asked first, at every sign of the text: one class is quick where alternatives are not. */
const FIRST_SIGN = '(?=[%&<\\\\\\x1b\\u00ad-\\uffff])';
const ESCAPE = new RegExp(`${FIRST_SIGN}(?:${[...MARKUP, BACKSLASHED].join('|')})`, 'g');
const ESCAPE_WITHOUT_BACKSLASH = new RegExp(`${FIRST_SIGN}(?:${MARKUP.join('|')})`, 'g');
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** Without the private ones, which nothing folds. */
const OTHER_LETTERS = /[\u0080-\udfff\uf900-\uffff]+/g;
/** A letter of ASCII with its accents apart, as macOS writes names. */
const ACCENTED = /[a-zA-Z][\u0300-\u036f]+/g;

/** Signs that look like the separators, the dots, dashes and tildes of paths, and that NFKC leaves alone. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['\u2044', '/'],
  ['\u2215', '/'],
  ['\u29f8', '/'],
  ['\u2216', '\\'],
  ['\u29f5', '\\'],
  ['\u2010', '-'],
  ['\u2212', '-'],
  ['\u223c', '~'],
  ['\u02dc', '~'],
]);
const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'g');

/**
 * What decoding could make letters or digits of ASCII from, or take away from between them. Signs beyond ASCII: those
 * without a shape, and those that NFKC folds into ASCII (modifiers, superscripts, letterlike and enclosed ones, full width).
 */
const HIDING = new RegExp(
  `(?=[%&<\\\\\\x1b\\u00aa-\\uffff])(?:%${HEX}{2}|&#|${NAMED}|${INVISIBLE}|${IGNORABLE}|` +
    `\\\\(?:x${HEX}{2}|u[0-9a-fA-F{]|U00|[0-3][0-7]{2})|` +
    '[\\u00aa\\u00b2\\u00b3\\u00b9-\\u00be\\u017f\\u02b0-\\u02ff\\u1d2c-\\u1dbf\\u2070-\\u209f\\u2100-\\u218f\\u2460-\\u24ff' +
    '\\u2c7c\\u2c7d\\u3200-\\u33ff\\ua7f0-\\ua7ff\\uab5c-\\uab6b\\ud835\\ufb00-\\ufb4f\\ufe30-\\uffef]|\\ud83c[\\udd00-\\udd8f])',
);

/** Could a name of ASCII letters stand in a text that does not show it? */
export function mayHideLetters(text: string): boolean {
  return HIDING.test(text);
}

/**
 * Every escape decoded, up to three deep; letters beyond ASCII in lower case and in NFKC. Backslashes that begin no
 * escape stand, all of them where `backslash` is `kept` (in `C:\x64` nothing is escaped).
 */
export function decoded(view: View, backslash: 'read' | 'kept'): View {
  const pattern = backslash === 'read' ? ESCAPE : ESCAPE_WITHOUT_BACKSLASH;
  let current = view;
  for (let round = 0; round < ROUNDS; round += 1) {
    const unescaped = rewrite(current, pattern, decodeEscape);
    if (unescaped === current && round > 0) break;
    const composed = /[\u0300-\u036f]/.test(unescaped.text)
      ? rewrite(unescaped, ACCENTED, foldLetters)
      : unescaped;
    const next = rewrite(composed, OTHER_LETTERS, foldLetters);
    if (next.text === current.text) break;
    current = next;
  }
  return current;
}

/** As names of targets are compared: macOS and Windows fold case, macOS composes; a checker runs on any machine. */
export function foldLetters(letters: string): string {
  return letters
    .replace(LOOKALIKE, (sign) => LOOKALIKES.get(sign) ?? sign)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC');
}

function decodeEscape(found: string, at: number, whole: string): string {
  if (found.startsWith('%')) return percentBytes(found, at, whole);
  if (found === '\\/') return '/';
  if (found.startsWith('&')) return reference(found);
  if (found.startsWith('\\')) return backslashEscape(found);
  return '';
}

function percentBytes(found: string, at: number, whole: string): string {
  const text = fromBytes(found.slice(1).split('%'), 16);
  if (!text.includes(' ') || separatorIsEncoded(whole, at)) return text;
  return text.replaceAll(' ', NAMED_SPACE);
}

/**
 * `%2Fsrv%2Fshop%20now` is a whole text in URL form, and its space one of prose; in `/srv/shop%20now` it is a name's.
 * Looks for the separator before the space, no further back than most names are long.
 */
function separatorIsEncoded(text: string, before: number): boolean {
  for (let at = before - 1; at >= Math.max(0, before - 64); at -= 1) {
    const unit = text.charCodeAt(at);
    if (unit === SLASH || unit === BACKSLASH) return false;
    if (unit === PERCENT && isEncodedSeparator(text.charCodeAt(at + 1), text.charCodeAt(at + 2))) return true;
  }
  return false;
}

/** The digits of `%2f` and `%5c`, in either case. */
function isEncodedSeparator(high: number, low: number): boolean {
  return (high === 0x32 && (low | 0x20) === 0x66) || (high === 0x35 && (low | 0x20) === 0x63);
}

function reference(found: string): string {
  const body = found.slice(1).replace(';', '').toLowerCase();
  const named = ENTITIES.get(body);
  if (named !== undefined) return named;
  return body.startsWith('#x') ? character(body.slice(2), 16) : character(body.slice(1), 10);
}

function backslashEscape(found: string): string {
  const kind = found[1]!.toLowerCase();
  if (kind === 'x') return fromBytes(found.slice(2).split(/\\x/i), 16);
  if (kind !== 'u') return fromBytes(found.slice(1).split('\\'), 8);
  if (found[2] === '{') return character(found.slice(3, -1), 16);
  return found
    .slice(2)
    .split(/\\u/i)
    .map((digits) => character(digits, 16))
    .join('');
}

/** A number that is no code point stands for the sign of a text that could not be read. */
function character(digits: string, base: number): string {
  const point = Number.parseInt(digits, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}

function fromBytes(numbers: readonly string[], base: number): string {
  const bytes = numbers.map((digits) => Number.parseInt(digits, base));
  // Starting the decoder costs more than all of the rest, and most escapes are of ASCII.
  return bytes.every((byte) => byte < 0x80)
    ? String.fromCharCode(...bytes)
    : UTF_8.decode(Uint8Array.from(bytes));
}
