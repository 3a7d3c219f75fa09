import { isRunDirectoryName } from '../run-directory.ts';
import type { Line } from './lines.ts';
import { charactersOf, longRun } from './long-runs.ts';
import { digitsOf, ESCAPED, isUnseen, PARTS, WIDE } from './marks.ts';

/**
 * A text as a sequence of symbols (lower-case letters and digits), so that fences, quotes, tables, indentation,
 * wrapping, case and the layout of JSON leave no difference. Line `i` has the symbols from `starts[i]` to
 * `starts[i + 1]`.
 */
export interface Stream {
  readonly symbols: Uint16Array;
  readonly starts: Uint32Array;
}

/** The line that a symbol stands in. */
export function lineOf({ starts }: Stream, symbol: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= symbol) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * `n1` drops what a reference to evidence consists of: words with a slash, hex or digits of 7 and more, names of run
 * directories; and whole lines that are a file with its digest. `n2` drops each word with a digit too, so that edited times and ids make no difference. `n3` is `n1`
 * without times and with every run of digits as one `0`: the shape of a line, whether its times were removed or edited.
 */
export interface Normalised {
  readonly n1: Stream;
  readonly n2: Stream;
  /** Lines without a digit are left out: they are as in `n1`. */
  readonly n3: Stream;
  /** For each line, how many of its words are values that differ from run to run. */
  readonly concrete: Uint8Array;
}

/** Room for every character of the text; a dropped word is taken back by setting `length`. */
class Symbols {
  readonly symbols: Uint16Array;
  readonly starts: Uint32Array;
  length = 0;

  constructor(room: number, lines: number) {
    this.symbols = new Uint16Array(room);
    this.starts = new Uint32Array(lines + 1);
  }

  /** Adds the symbols of `from` that begin at `start`. */
  copy(from: Symbols, start: number): void {
    const { symbols: source, length } = from;
    const target = this.symbols;
    let to = this.length;
    for (let at = start; at < length; at++) target[to++] = source[at]!;
    this.length = to;
  }

  stream(): Stream {
    return { symbols: this.symbols.subarray(0, this.length), starts: this.starts };
  }
}

const DELIMITER = 0;
const LETTER = 1;
const HEX_LETTER = 2;
const DIGIT = 3;
/** `_ - . : + @`: inside a word, no symbol. */
const JOINT = 4;
const SLASH = 5;
const INVISIBLE = 6;

const CLASSES = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[0-9]/.test(character)) CLASSES[code] = DIGIT;
  else if (/[a-f]/i.test(character)) CLASSES[code] = HEX_LETTER;
  else if (/[g-z]/i.test(character)) CLASSES[code] = LETTER;
  else if (/[_\-.:+@]/.test(character)) CLASSES[code] = JOINT;
  else if (/[/\\]/.test(character)) CLASSES[code] = SLASH;
}

/** Letters beyond ASCII are symbols; dashes, quotes, arrows, boxes and tick marks are not. */
function classOf(code: number): number {
  if (code < 128) return CLASSES[code]!;
  if (isUnseen(code)) return INVISIBLE;
  if (code < 0xaa || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040)) return DELIMITER;
  return LETTER;
}

const LONG_NUMBER = 7;

/** `<td>`, `</code>`, `<br/>`: a document's markup around what was pasted. */
const TAG = /<\/?[a-z][^<>\n]{0,40}>/giy;
const COLOUR = /\u001b\[[0-9;]{0,10}[A-Za-z]|\[[0-9;]{1,5}m/y;

export function normalise(lines: readonly Line[]): Normalised {
  let room = 0;
  for (const { text } of lines) room += text.length;
  const n1 = new Symbols(room, lines.length);
  const n2 = new Symbols(room, lines.length);
  const n3 = new Symbols(room, lines.length);
  const concrete = new Uint8Array(lines.length);
  for (let index = 0; index < lines.length; index++) {
    const { text, marks } = lines[index]!;
    if (isReference(text, marks)) concrete[index] = 0;
    else if (isPlain(marks)) {
      const start = n1.length;
      addLetters(text, n1);
      n2.copy(n1, start);
    } else concrete[index] = Math.min(255, normaliseLine(text, n1, n2, digitsOf(marks) > 0 ? n3 : undefined));
    n1.starts[index + 1] = n1.length;
    n2.starts[index + 1] = n2.length;
    n3.starts[index + 1] = n3.length;
  }
  return { n1: n1.stream(), n2: n2.stream(), n3: n3.stream(), concrete };
}

/** Longer is a record that holds a digest among other things. */
const LONGEST_REFERENCE = 240;

/** Words beside the digest that are no file's: `report`, `digest`, `commit`. More of them are a sentence that was copied. */
const MOST_WORDS = 3;

const HEX = charactersOf(/[0-9a-f]/i);
const DIGEST_LENGTH = 64;
const DIGEST = /(?<![0-9a-z])(?:sha-?256:)?[0-9a-f]{64}(?![0-9a-z])/gi;
const WORD = /(?<![\w./-])[a-z]{2,}(?![\w/-]|\.\w)/gi;

/**
 * A file with its digest, as a report lists it and a document refers to it. Nothing of such a line counts: without the
 * digest `trace.jsonl: sha256:…` is the same in both.
 */
function isReference(text: string, marks: number): boolean {
  if (text.length > LONGEST_REFERENCE || digitsOf(marks) < 12) return false;
  if (longRun(text, HEX, DIGEST_LENGTH, 0) === undefined) return false;
  const rest = text.replace(DIGEST, ' ');
  return rest !== text && (rest.match(WORD)?.length ?? 0) <= MOST_WORDS;
}

/** Without digits, slashes, markup and what is beyond ASCII, as most lines of prose: nothing is dropped of any word. */
function isPlain(marks: number): boolean {
  return (marks & (WIDE | ESCAPED | PARTS)) === 0 && digitsOf(marks) === 0;
}

function addLetters(text: string, n1: Symbols): void {
  const { symbols } = n1;
  let to = n1.length;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) | 0x20;
    if (letter >= 0x61 && letter <= 0x7a) symbols[to++] = letter;
  }
  n1.length = to;
}

function normaliseLine(text: string, n1: Symbols, n2: Symbols, n3: Symbols | undefined): number {
  let concrete = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x3c || code === 0x5b || code === 0x1b) {
      const sticky = code === 0x3c ? TAG : COLOUR;
      sticky.lastIndex = at;
      if (sticky.test(text)) {
        at = sticky.lastIndex;
        continue;
      }
    }
    const kind = code < 128 ? CLASSES[code]! : classOf(code);
    if (kind === DELIMITER || kind === INVISIBLE || kind === JOINT) {
      at++;
      continue;
    }
    const end = plainWord(text, at, n1, n2, n3);
    if (end !== at) {
      at = end;
      continue;
    }
    at = word(text, at, n1, n2, n3);
    if (wordIsConcrete) concrete++;
  }
  return concrete;
}

/** A word of letters, as nearly every one: the same in each form. `start` where it is another. */
function plainWord(text: string, start: number, n1: Symbols, n2: Symbols, n3: Symbols | undefined): number {
  const { symbols, length } = n1;
  let to = length;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? CLASSES[code]! : classOf(code);
    if (kind === DELIMITER) break;
    if (kind === JOINT) continue;
    if (kind !== LETTER && kind !== HEX_LETTER) return start;
    symbols[to++] = code <= 0x5a ? code | 0x20 : code;
  }
  n1.length = to;
  n2.copy(n1, length);
  n3?.copy(n1, length);
  return at;
}

/** What `word` found beside its end: a module variable, since a result object for each word costs a third of the time. */
let wordIsConcrete = false;

function word(text: string, start: number, n1: Symbols, n2: Symbols, n3: Symbols | undefined): number {
  const { symbols, length: n1Start } = n1;
  let to = n1Start;
  let runStart = to;
  let runHexOnly = true;
  let runLength = 0;
  let runDigits = 0;
  let digits = 0;
  let slashed = false;
  let dropped = 0;
  let longNumber = false;
  let at = start;
  for (; ; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const kind = code < 128 ? CLASSES[code]! : classOf(code);
    if (kind === INVISIBLE) continue;
    if (kind === LETTER || kind === HEX_LETTER || kind === DIGIT) {
      symbols[to++] = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
      runLength++;
      if (kind === LETTER) runHexOnly = false;
      else if (kind === DIGIT) runDigits++;
      continue;
    }
    if (runLength >= LONG_NUMBER && runHexOnly && runDigits > 0) {
      to = runStart;
      dropped++;
      if (runDigits === runLength) longNumber = true;
    }
    digits += runDigits;
    if (kind === DELIMITER) break;
    if (kind === SLASH) slashed = true;
    runStart = to;
    runHexOnly = true;
    runLength = 0;
    runDigits = 0;
  }
  const isRun =
    digits >= 15 &&
    text.charCodeAt(start) === 0x32 &&
    // A date in its usual form is none.
    text.charCodeAt(start + 4) !== 0x2d &&
    isRunDirectoryName(text.slice(start, trimEnd(text, start, at)));
  n1.length = slashed || isRun ? n1Start : to;
  // Without a digit nothing is dropped.
  if (!slashed && digits === 0) n2.copy(n1, n1Start);
  if (n3 !== undefined && (digits < 4 || !isTime(text, start))) addShape(n1, n1Start, n3);
  wordIsConcrete =
    !slashed && !isRun && (longNumber || (dropped === 0 && (digits >= 3 || isDuration(text, at, digits))));
  return at;
}

/** A word that is a date, a clock or both. */
const TIME = /\d{4}-\d\d-\d\d|\d\d?:\d\d(?::\d\d)?/y;

function isTime(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  if (first < 0x30 || first > 0x39) return false;
  TIME.lastIndex = start;
  return TIME.test(text);
}

/** What is left of a word, each run of digits as one. */
function addShape(n1: Symbols, from: number, n3: Symbols): void {
  let inDigits = false;
  for (let at = from; at < n1.length; at++) {
    const symbol = n1.symbols[at]!;
    const isDigit = symbol >= 0x30 && symbol <= 0x39;
    if (!isDigit || !inDigits) n3.symbols[n3.length++] = isDigit ? 0x30 : symbol;
    inDigits = isDigit;
  }
}

/** A name at the end of a sentence has its full stop. */
function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[.:]/.test(text.charAt(at - 1))) at--;
  return at;
}

/** `12ms`, `1.5s`. */
function isDuration(text: string, end: number, digits: number): boolean {
  return digits > 0 && text.charAt(end - 1) === 's' && /\dm?s$/.test(text.slice(Math.max(0, end - 4), end));
}
