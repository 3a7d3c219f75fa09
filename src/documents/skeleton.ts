import { distance } from 'fastest-levenshtein';
import { isAscii, withoutIgnorable } from '../unicode.ts';

/**
 * Letters of other scripts that are drawn like Latin ones: the part of Unicode's confusables.txt (UTS #39) that keys and
 * statuses could be written with. NFKC has made the full-width and mathematical ones plain already.
 */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
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

/** Those alone: bytes that are no text are full of other signs. */
const CONFUSABLE = new RegExp(`[${[...CONFUSABLES.keys()].join('')}]`, 'gu');

/** Separators that people write instead of `_`. A space is none: `decision status` in a sentence is two words. */
const SEPARATORS = /[-.\u2010-\u2015\u2212\ufe58\uff0d]/g;

/** In plain lower-case letters where a reader sees plain letters. */
export function withoutDisguise(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const plain = withoutIgnorable(text.normalize('NFKC')).toLowerCase();
  return plain.replace(CONFUSABLE, (sign) => CONFUSABLES.get(sign) ?? sign);
}

const plain = new Map<string, string>();

/** Like `withoutDisguise`, but sign by sign: a part of a text reads as it does within the whole, capitals as they are. */
export function plainSigns(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/[^\0-\x7f]/gu, (sign) => {
    const before = plain.get(sign);
    if (before !== undefined) return before;
    const made = withoutDisguise(sign);
    plain.set(sign, made);
    return made;
  });
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

/** Whether a label spells a key in plain words: `Decision status` for `decision_status`. */
export function spellsOut(label: string, key: string): boolean {
  return label.length <= key.length + 24 && skeleton(label).replaceAll(' ', '_') === skeleton(key);
}

/** Two neighbours in the wrong order, the commonest slip of all. */
function isSwapped(seen: string, wanted: string): boolean {
  if (seen.length !== wanted.length) return false;
  let at = 0;
  while (at < seen.length && seen[at] === wanted[at]) at += 1;
  const swapped = `${seen[at + 1] ?? ''}${seen[at] ?? ''}${seen.slice(at + 2)}`;
  return swapped === wanted.slice(at);
}
