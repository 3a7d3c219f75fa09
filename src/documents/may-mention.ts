import { distance } from 'fastest-levenshtein';
import type { Span } from '../place.ts';
import { CONFUSABLES, withoutDisguise } from './skeleton.ts';

/** `&#95;`, `&lowbar;`, `\u005f`, `\x5f`, `\_`, `%5f`: how a sign of a key may be written in HTML, JSON, YAML, URLs. */
const ESCAPES =
  /&#(\d{1,7});|&#x([0-9a-f]{1,6});|&(lowbar|UnderBar|shy|zwn?j|ZeroWidthSpace|NoBreak);|\\U(000[0-9a-f]{5}|0010[0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|\\(?=[_-])/gi;

function unescaped(text: string): string {
  return text.replace(
    ESCAPES,
    (all: string, decimal?: string, hex?: string, name?: string, ...more: unknown[]) => {
      if (all === '\\') return '';
      if (name !== undefined) return /bar$/i.test(name) ? '_' : '';
      const digits = hex ?? more.slice(0, 5).find((part) => typeof part === 'string') ?? '20';
      const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(digits), 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}

/** Without the letters of ASCII: `ı` is written `I` in capitals. */
const alike = (): string =>
  [...CONFUSABLES.keys()]
    .flatMap((sign) => [sign, sign.toUpperCase()])
    .join('')
    .replace(/[\x00-\x7f]/g, '');

/**
 * Signs that disguise takes something else for: ignorables, look-alikes, and the blocks whose compatibility forms are
 * plain letters (a test holds the list against Unicode). Accented letters and most scripts are none.
 */
let disguising: RegExp | undefined;

function disguisingSigns(): RegExp {
  disguising ??= new RegExp(
    `[\\p{Default_Ignorable_Code_Point}${alike()}ªºĲĳĿŀŉſǄ-ǌǱ-ǳʰ-ʸˠ-ˤͺ;\\u1d2c-\\u1d6a\\u1d78\\u1d9b-\\u1dbf\\u1e9a\\u1e9b\\u2024-\\u2026\\u203f\\u2040\\u2054\\u2071-\\u209c\\u20a8\\u2100-\\u214f\\u2160-\\u217f\\u2460-\\u24ea\\u2c7c\\u2c7d\\u3200-\\u33ff\\ua69c-\\uab69\\ufb00-\\ufb06\\ufe10-\\ufe6f\\uff00-\\uff5e\\u{10780}-\\u{107ba}\\u{1ccd6}-\\u{1ccf9}\\u{1d400}-\\u{1d7ff}\\u{1f100}-\\u{1f1ff}\\u{1f200}-\\u{1f2ff}\\u{1fbf0}-\\u{1fbf9}]`,
    'gu',
  );
  return disguising;
}

/** Among these alone they are looked for: the pattern of a block is found at once, that of the signs asks at each place. */
const BEYOND_ASCII = /[^\x00-\x7f]+/g;

/** The escapes among them that stand for a letter, a separator or nothing at all. */
const ESCAPING =
  /&#|&(?:lowbar|underbar|shy|zwn?j|zerowidth|nobreak);|\\u(?:\{|[0-9a-f]{4})|\\U000|\\x[2-7]|\\[_-]|%[2-7ce][0-9a-f]/gi;

/** What is looked for of a word: a part of it that a slip elsewhere leaves whole, and the letters on either side. */
interface Anchor {
  readonly part: RegExp;
  readonly before: string;
  readonly after: string;
}

/** Letters off that `resembles` forgives, two for a pair in the wrong order; none in short words. */
const SLIPS = 2;
const LONG_WORD = 8;
/** Below so many letters a part says nothing. */
const TELLING = 3;

const anchors = new Map<string, readonly Anchor[]>();

/** `decision_status` → `decision` before `status`, and `status` behind `decision`. */
function anchorsOf(word: string): readonly Anchor[] {
  const known = anchors.get(word);
  if (known) return known;
  const lower = word.toLowerCase();
  const parts = lower.split(/[^a-z0-9]+/).filter((part) => part !== '');
  const letters = parts.join('');
  const pieces =
    parts.length === 1 && letters.length >= 2 * TELLING
      ? [letters.slice(0, letters.length >> 1), letters.slice(letters.length >> 1)]
      : parts;
  let at = 0;
  const made = pieces
    .map((part) => {
      const start = at;
      at += part.length;
      return { part, before: letters.slice(0, start), after: letters.slice(at) };
    })
    .sort((a, b) => b.part.length - a.part.length)
    // A slip is in one of them at most.
    .slice(0, 2)
    .map(({ part, ...around }) => ({ part: new RegExp(part, 'gi'), ...around }));
  anchors.set(word, made);
  return made;
}

/** Signs between two letters that are skipped: markup, separators, the blanks of a line that goes on. */
const MOST_SKIPPED = 400;

/** What stands where markup or an entity that a reader does not see ends or begins: the word may go on beyond it. */
const VANISHING = /[\]>)[<;&]/;
const BLANK = /\s/;

/** 0 to 25 for a letter, 26 to 35 for a digit, -1 for a sign. */
const LETTER = Int8Array.from({ length: 128 }, (_, code) =>
  'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(String.fromCharCode(code).toLowerCase()),
);

/** A bit for each letter, so that most texts are told to be something else without comparing. */
function lettersIn(text: string): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) found |= 1 << LETTER[text.charCodeAt(at)]!;
  return found;
}

function bitsOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Whether the letters of a text from `at` on, forward or backward, are the wanted ones with no more than some slips. */
function goesOn(text: string, at: number, step: 1 | -1, wanted: string, slips: number): boolean {
  if (wanted === '') return true;
  const codes: number[] = [];
  const read = (): string => {
    const letters = String.fromCharCode(...(step === 1 ? codes : codes.toReversed()));
    return letters.toLowerCase();
  };
  let skipped = 0;
  let isSpaced = false;
  let seen = 0;
  for (let index = at; codes.length < wanted.length + slips; index += step) {
    if (index < 0 || index >= text.length || skipped > MOST_SKIPPED) break;
    const code = text.charCodeAt(index);
    const letter = code < 128 ? LETTER[code]! : -1;
    if (letter >= 0) {
      codes.push(code);
      seen |= 1 << letter;
      continue;
    }
    skipped += 1;
    const sign = text[index]!;
    isSpaced ||= BLANK.test(sign);
    if (!isSpaced && VANISHING.test(sign) && beginsLike(read(), wanted, step)) return true;
  }
  if (skipped > MOST_SKIPPED && beginsLike(read(), wanted, step)) return true;
  // Each slip costs one letter of the word.
  if (bitsOf(lettersIn(wanted) & ~seen) > slips) return false;
  const letters = read();
  for (let length = wanted.length - slips; length <= wanted.length + slips; length += 1) {
    if (length > letters.length) break;
    const near = step === 1 ? letters.slice(0, length) : letters.slice(letters.length - length);
    if (distance(near, wanted) <= slips) return true;
  }
  return false;
}

function beginsLike(letters: string, wanted: string, step: 1 | -1): boolean {
  if (letters.length < TELLING) return false;
  return [-1, 0, 1].some((more) => {
    const length = letters.length + more;
    const same = step === 1 ? wanted.slice(0, length) : wanted.slice(-length);
    return distance(letters, same) <= 1 || sorted(letters) === sorted(same);
  });
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}

function mentionsPlainly(text: string, word: string): boolean {
  const slips = word.length < LONG_WORD ? 0 : SLIPS;
  return anchorsOf(word).some(({ part, before, after }) => {
    part.lastIndex = 0;
    for (let found = part.exec(text); found !== null; found = part.exec(text)) {
      const isNear =
        goesOn(text, found.index - 1, -1, before, slips) &&
        goesOn(text, found.index + found[0].length, 1, after, slips);
      if (isNear) return true;
    }
    return false;
  });
}

/** More than a word, its slips and what is skipped between its letters take. */
const AROUND = 500;

/** The surroundings of what may not be what it seems, joined where they meet. */
function disguisedStretches(text: string): readonly Span[] {
  const places: number[] = [];
  for (const { index } of text.matchAll(ESCAPING)) places.push(index);
  // ASCII, which nearly all is, has as many bytes as characters, and is counted faster than searched.
  if (Buffer.byteLength(text) !== text.length) {
    // No `matchAll` a run: a picture is millions of runs, and each call makes an expression anew.
    BEYOND_ASCII.lastIndex = 0;
    const signs = disguisingSigns();
    for (let run = BEYOND_ASCII.exec(text); run !== null; run = BEYOND_ASCII.exec(text)) {
      signs.lastIndex = 0;
      for (let found = signs.exec(run[0]); found !== null; found = signs.exec(run[0]))
        places.push(run.index + found.index);
    }
    places.sort((a, b) => a - b);
  }
  const stretches: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    const [start, end] = [Math.max(0, place - AROUND), place + AROUND];
    if (last && start <= last.end) last.end = end;
    else stretches.push({ start, end });
  }
  return stretches;
}

/** The last text's disguised stretches, read: it is asked about several words. */
let last: { readonly text: string; readonly plain: readonly string[] } = { text: '', plain: [] };

function plainStretches(text: string): readonly string[] {
  if (last.text !== text) {
    const plain = disguisedStretches(text).map(({ start, end }) =>
      withoutDisguise(unescaped(text.slice(start, end))),
    );
    last = { text, plain };
  }
  return last.plain;
}

/** Whether a text may mention a word in some spelling. Errs on the side of yes, and is quick on plain text. */
export function mayMention(text: string, word: string): boolean {
  return (
    mentionsPlainly(text, word) || plainStretches(text).some((stretch) => mentionsPlainly(stretch, word))
  );
}
