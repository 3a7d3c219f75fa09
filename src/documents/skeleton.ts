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
  return word.length >= LONG_WORD && !seen.includes(' ') && distance(seen, wanted) === 1;
}

/** `&#95;`, `&lowbar;`, `\u005f`, `\x5f`, `\_`, `%5f`: how a sign of a key may be written in HTML, JSON, YAML, URLs. */
const ESCAPES =
  /&#(\d{1,7});|&#x([0-9a-f]{1,6});|&lowbar;|\\u\{?([0-9a-f]{4,6})\}?|\\x([0-9a-f]{2})|%([0-9a-f]{2})|\\(?=[_-])/gi;

function unescaped(text: string): string {
  return text.replace(ESCAPES, (all: string, decimal?: string, ...hexes: (string | undefined)[]) => {
    if (all === '\\') return '';
    if (all.toLowerCase() === '&lowbar;') return '_';
    const hex = hexes.slice(0, 4).find((digits) => typeof digits === 'string');
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '20', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

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
  const pieces = (half: string): string =>
    Array.from({ length: Math.max(1, half.length - 2) }, (_, index) => half.slice(index, index + 3)).join(
      '|',
    );
  const source =
    second === ''
      ? pieces(first)
      : `${first}[\\W_]{0,12}\\w{0,6}(?:${pieces(second)})|(?:${pieces(first)})\\w{0,6}[\\W_]{0,12}${second}`;
  const made = new RegExp(source, 'i');
  patterns.set(word, made);
  return made;
}

/** Whether a text may mention a word in some spelling. Errs on the side of yes, and is quick on plain text. */
export function mayMention(text: string, word: string): boolean {
  const plain = /[^\x00-\x7f]/.test(text) ? withoutDisguise(text) : text;
  const pattern = patternOf(word);
  if (pattern.test(plain)) return true;
  return /&[#l]|\\[ux_-]|%[0-9a-f]{2}/i.test(plain) && pattern.test(withoutDisguise(unescaped(plain)));
}
