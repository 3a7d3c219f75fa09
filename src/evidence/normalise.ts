import type { Line } from './lines.ts';
import { isRunDirectoryName } from './run-directory.ts';

/**
 * A text as a sequence of symbols (lower-case letters and digits), so that fences, quotes, tables, indentation,
 * wrapping, case and the layout of JSON leave no difference. `line[i]` is the index of symbol `i`'s line.
 */
export interface Stream {
  readonly symbols: Uint16Array;
  readonly line: Uint32Array;
}

/**
 * `n1` drops what a reference to evidence consists of: words with a slash, hex or digits of 7 and more, names of run
 * directories. `n2` drops each word with a digit too, so that edited times and ids make no difference. `n3` is `n1`
 * without times and with every run of digits as one `0`: the shape of a line, whether its times were removed or edited.
 */
export interface Normalised {
  readonly n1: Stream;
  readonly n2: Stream;
  readonly n3: Stream;
  /** For each line, how many of its words are values that differ from run to run. */
  readonly concrete: Uint8Array;
}

/** Room for every character of the text; a dropped word is taken back by setting `length`. */
class Symbols {
  readonly #symbols: Uint16Array;
  readonly #line: Uint32Array;
  length = 0;

  constructor(room: number) {
    this.#symbols = new Uint16Array(room);
    this.#line = new Uint32Array(room);
  }

  push(symbol: number, line: number): void {
    this.#symbols[this.length] = symbol;
    this.#line[this.length++] = line;
  }

  at(index: number): number {
    return this.#symbols[index]!;
  }

  stream(): Stream {
    return { symbols: this.#symbols.subarray(0, this.length), line: this.#line.subarray(0, this.length) };
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
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff)
    return INVISIBLE;
  if (code < 0xaa || (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040)) return DELIMITER;
  return LETTER;
}

const LONG_NUMBER = 7;

/** `<td>`, `</code>`, `<br/>`: a document's markup around what was pasted. */
const TAG = /<\/?[a-z][^<>\n]{0,40}>/giy;
const COLOUR = /\u001b\[[0-9;]{0,10}[A-Za-z]|\[[0-9;]{1,5}m/y;

export function normalise(lines: readonly Line[]): Normalised {
  const room = lines.reduce((sum, { text }) => sum + text.length, 0);
  const n1 = new Symbols(room);
  const n2 = new Symbols(room);
  const n3 = new Symbols(room);
  const concrete = new Uint8Array(lines.length);
  for (let index = 0; index < lines.length; index++) {
    concrete[index] = Math.min(255, normaliseLine(lines[index]!.text, index, n1, n2, n3));
  }
  return { n1: n1.stream(), n2: n2.stream(), n3: n3.stream(), concrete };
}

function normaliseLine(text: string, index: number, n1: Symbols, n2: Symbols, n3: Symbols): number {
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
    const kind = classOf(code);
    if (kind === DELIMITER || kind === INVISIBLE || kind === JOINT) {
      at++;
      continue;
    }
    at = word(text, at, index, n1, n2, n3);
    if (wordIsConcrete) concrete++;
  }
  return concrete;
}

/** What `word` found beside its end: a module variable, since a result object for each word costs a third of the time. */
let wordIsConcrete = false;

function word(text: string, start: number, index: number, n1: Symbols, n2: Symbols, n3: Symbols): number {
  const n1Start = n1.length;
  const n2Start = n2.length;
  let runStart = n1.length;
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
    const kind = classOf(code);
    if (kind === INVISIBLE) continue;
    if (kind === LETTER || kind === HEX_LETTER || kind === DIGIT) {
      const symbol = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
      n1.push(symbol, index);
      n2.push(symbol, index);
      runLength++;
      if (kind === LETTER) runHexOnly = false;
      else if (kind === DIGIT) runDigits++;
      continue;
    }
    if (runLength >= LONG_NUMBER && runHexOnly && runDigits > 0) {
      n1.length = runStart;
      dropped++;
      if (runDigits === runLength) longNumber = true;
    }
    digits += runDigits;
    if (kind === DELIMITER) break;
    if (kind === SLASH) slashed = true;
    runStart = n1.length;
    runHexOnly = true;
    runLength = 0;
    runDigits = 0;
  }
  const isRun =
    digits >= 15 &&
    text.charCodeAt(start) === 0x32 &&
    isRunDirectoryName(text.slice(start, trimEnd(text, start, at)));
  if (slashed || isRun) n1.length = n1Start;
  if (slashed || digits > 0) n2.length = n2Start;
  if (digits < 4 || !TIME.test(text.slice(start, at))) addShape(n1, n1Start, index, n3);
  wordIsConcrete =
    !slashed && !isRun && (longNumber || (dropped === 0 && (digits >= 3 || isDuration(text, at, digits))));
  return at;
}

/** A word that is a date, a clock or both. */
const TIME = /^\d{4}-\d\d-\d\d|^\d\d?:\d\d(?::\d\d)?/;

/** What is left of a word, each run of digits as one. */
function addShape(n1: Symbols, from: number, index: number, n3: Symbols): void {
  let inDigits = false;
  for (let at = from; at < n1.length; at++) {
    const symbol = n1.at(at);
    const isDigit = symbol >= 0x30 && symbol <= 0x39;
    if (!isDigit) n3.push(symbol, index);
    else if (!inDigits) n3.push(0x30, index);
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
