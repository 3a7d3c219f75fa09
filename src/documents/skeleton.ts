import { distance } from 'fastest-levenshtein';

/** Unicode's Default_Ignorable_Code_Point: drawn as nothing, so that two words look alike and are not. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Letters of other scripts that are drawn like Latin ones: the part of Unicode's confusables.txt (UTS #39) that keys and
 * statuses could be written with. NFKC has made the full-width and mathematical ones plain already.
 */
const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аɑα',
    b: 'Ьƅ',
    c: 'сϲᴄⅽ',
    d: 'ԁɗ',
    e: 'еєҽ℮',
    g: 'ɡց',
    h: 'һհ',
    i: 'іιɩıӏ',
    j: 'јϳ',
    k: 'κк',
    l: 'ⅼǀ',
    m: 'ⅿ',
    n: 'ոռ',
    o: 'оοօჿ',
    p: 'рρ',
    q: 'ԛգ',
    r: 'гᴦ',
    s: 'ѕꜱʂ',
    t: 'тτ',
    u: 'υսʋᴜ',
    v: 'νѵᴠ',
    w: 'ԝшᴡ',
    x: 'хχ×',
    y: 'уγүყ',
    z: 'ᴢʐ',
    _: '‿⁀＿ˍ',
  }).flatMap(([plain, alike]) => [...alike].map((sign) => [sign, plain] as const)),
);

/** Separators that people write instead of `_`. A space is none: `decision status` in a sentence is two words. */
const SEPARATORS = /[-.\u2010-\u2015\u2212\ufe58\uff0d]/g;

function withoutDisguise(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').replace(IGNORABLE, '').toLowerCase();
  return plain.replace(/[^\x00-\x7f]/gu, (sign) => CONFUSABLES.get(sign) ?? sign);
}

/** What a word looks like: two texts with the same skeleton read alike, whatever they are made of. */
export function skeleton(text: string): string {
  return withoutDisguise(text).replace(/\s+/g, ' ').trim().replace(SEPARATORS, '_');
}

/** Where one stray letter is more likely a slip than another word. */
const LONG_WORD = 8;

/** Whether a text is not the word but is read as it: look-alikes, other separators or case, one letter off. */
export function resembles(text: string, word: string): boolean {
  if (text === word || text.length > word.length + 24) return false;
  const [seen, wanted] = [skeleton(text), skeleton(word)];
  if (seen === wanted) return true;
  if (word.length < LONG_WORD || seen.includes(' ')) return false;
  return distance(seen, wanted) === 1 || isSwapped(seen, wanted);
}

/** Two neighbours in the wrong order, the commonest slip of all. */
function isSwapped(seen: string, wanted: string): boolean {
  if (seen.length !== wanted.length) return false;
  let at = 0;
  while (at < seen.length && seen[at] === wanted[at]) at += 1;
  const swapped = `${seen[at + 1] ?? ''}${seen[at] ?? ''}${seen.slice(at + 2)}`;
  return swapped === wanted.slice(at);
}

/** `&#95;`, `&lowbar;`, `\u005f`, `\x5f`, `\_`, `%5f`: how a sign of a key may be written in HTML, JSON, YAML, URLs. */
const ESCAPES =
  /&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(lowbar|UnderBar|shy|zwn?j|ZeroWidthSpace|NoBreak);|\\u\{?([0-9a-f]{4,6})\}?|\\U([0-9a-f]{8})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|\\(?=[_-])/gi;

function unescaped(text: string): string {
  return text.replace(
    ESCAPES,
    (all: string, decimal?: string, hex?: string, name?: string, ...more: unknown[]) => {
      if (all === '\\') return '';
      if (name !== undefined) return /bar$/i.test(name) ? '_' : '';
      const digits = hex ?? more.slice(0, 4).find((part) => typeof part === 'string') ?? '20';
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(digits), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}

const ALIKE = [...CONFUSABLES.keys()].join('');

/**
 * Signs that disguise takes something else for: ignorables, look-alikes, and the blocks whose compatibility forms are
 * plain letters (a test holds the list against Unicode). Accented letters and most scripts are none.
 */
const DISGUISING = new RegExp(
  `[\\p{Default_Ignorable_Code_Point}${ALIKE}${ALIKE.toUpperCase()}ªºĲĳĿŀŉſǄ-ǌǱ-ǳʰ-ʸˠ-ˤͺ;\\u1d2c-\\u1d6a\\u1d78\\u1d9b-\\u1dbf\\u1e9a\\u1e9b\\u2024-\\u2026\\u203f\\u2040\\u2054\\u2071-\\u209c\\u20a8\\u2100-\\u214f\\u2160-\\u217f\\u2460-\\u24ea\\u2c7c\\u2c7d\\u3200-\\u33ff\\ua69c-\\uab69\\ufb00-\\ufb06\\ufe10-\\ufe6f\\uff00-\\uff5e\\u{10780}-\\u{107ba}\\u{1ccd6}-\\u{1ccf9}\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f1ff}\\u{1f200}-\\u{1f2ff}\\u{1fbf0}-\\u{1fbf9}]`,
  'u',
);

/** The escapes among them that stand for a letter, a separator or nothing at all. */
const ESCAPING =
  /&#|&(?:lowbar|underbar|shy|zwn?j|zerowidth|nobreak);|\\u\{?[0-9a-f]{4}|\\U000|\\x[2-7]|\\[_-]|%[2-7ce][0-9a-f]/i;

const patterns = new Map<string, RegExp>();

/**
 * A pattern for the two halves of a word such as `decision_status` with little between them, one of the halves with a
 * slip of a letter. Whatever `resembles` the word, or is it in some markup, matches.
 */
function patternOf(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const at = word.indexOf('_');
  const [first, second] = at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1).replaceAll('_', '.')];
  const pieces = (half: string): string => [...trigrams(half), ...swaps(half)].join('|');
  const source =
    second === ''
      ? pieces(first)
      : `${first}[\\W_]{0,12}\\w{0,6}(?:${pieces(second)})|(?:${pieces(first)})\\w{0,6}[\\W_]{0,12}${second}`;
  const made = new RegExp(source, 'i');
  patterns.set(word, made);
  return made;
}

/** One letter more, less or other leaves one of them in a half of six letters and more. */
function trigrams(half: string): string[] {
  return Array.from({ length: Math.max(1, half.length - 2) }, (_, at) => half.slice(at, at + 3));
}

/** Two letters in the wrong order need not. */
function swaps(half: string): string[] {
  return Array.from(
    { length: Math.max(0, half.length - 1) },
    (_, at) => `${half.slice(0, at)}${half[at + 1]!}${half[at]!}${half.slice(at + 2)}`,
  );
}

/** The last text without its disguise: it is asked about several words. */
let last = { text: '', plain: '' };

function plainOf(text: string): string {
  if (last.text !== text) last = { text, plain: withoutDisguise(unescaped(text)) };
  return last.plain;
}

/** Whether a text may mention a word in some spelling. Errs on the side of yes, and is quick on plain text. */
export function mayMention(text: string, word: string): boolean {
  const pattern = patternOf(word);
  if (pattern.test(text)) return true;
  return (DISGUISING.test(text) || ESCAPING.test(text)) && pattern.test(plainOf(text));
}
