import { DENYING_HEADING, isAnsweredNo, isDenied } from './commands/denials.ts';

/** A stretch of a text, and where it begins. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What markdown shows as code: a block, or what stands in backticks within a sentence. */
export interface ShownCode extends Piece {
  readonly isSpan: boolean;
  /** Of a fence, as written, empty where it names none; absent for anything else. */
  readonly language?: string;
}

const LINE_END = /[\r\n]/g;

function* textLines(text: string): Iterable<Piece> {
  for (const match of text.matchAll(/[^\r\n]+|\r?\n[ \t]*(?=\r?\n)/g))
    yield { text: match[0].trim() === '' ? '' : match[0], start: match.index };
}

/** The end of a line, past those that a backslash joins to it. */
function endOfLine(text: string, from: number): number {
  for (let at = from; ; ) {
    LINE_END.lastIndex = at;
    const end = LINE_END.exec(text)?.index ?? text.length;
    const feed = text[end] === '\r' ? end + 1 : end;
    if (text[end - 1] !== '\\' || text[feed] !== '\n') return end;
    at = feed + 1;
  }
}

/** Whether a line is the rest of the one before, which ends with a backslash. */
function isContinued(text: string, start: number): boolean {
  return text[start - 1] === '\n' && text[text[start - 2] === '\r' ? start - 3 : start - 2] === '\\';
}

/** The start of a line, before those that a backslash joins to it; never before `least`. */
function startOfLine(text: string, from: number, least: number): number {
  for (let at = from; at > least; at -= 1) {
    const before = text[at - 1];
    const isStart = before === '\n' || (before === '\r' && text[at] !== '\n');
    if (isStart && !isContinued(text, at)) return at;
  }
  return least;
}

/** The lines that hold a word and match a pattern, of which nearly all texts have none. Joined lines count as one. */
export function* linesWith(text: string, word: string, pattern: RegExp): Iterable<Piece> {
  let reached = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, reached)) {
    const start = startOfLine(text, at, reached);
    reached = endOfLine(text, at);
    const line = text.slice(start, reached);
    if (pattern.test(line)) yield { text: line, start };
  }
}

// "```sh", also in a quote or below a bullet; "```code``` and more" is none
const FENCE = /^[ \t>]{0,40}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?(?<sign>`{3,}(?!.*`)|~{3,})(?<info>.*)$/;
const INDENTED = /^(?: {4}|\t)[ \t]*\S/;
const HEADING = /^ {0,3}(#{1,6})[ \t]/;
const LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** A sentence that ends with a colon, or a comment, and says that what follows is not to be run. */
const DENYING_LEAD =
  /\b(?:never|don['’]t|do not|must not|may not|cannot|can['’]t|avoid|forbidden|prohibited|disallowed|rejected|refused|blocked|wrong|bad|not allowed|fails?)\b(?! (?:forget|hesitate|miss))/i;

/** Whether a line leads to what follows it, and says that it is not to be run. */
export function deniesNext(lead: string): boolean {
  if (!/:[*_\s]*$/.test(lead)) return false;
  const sentence = lead.slice(-300).replace(/^.*[.!?]\s/, '');
  return DENYING_LEAD.test(sentence);
}

/** The headings above a line, by their level, and whether one of them says that what is below is not to be done. */
class Section {
  readonly #denied: boolean[] = [];

  enter(level: number, title: string): void {
    this.#denied.length = level;
    this.#denied[level] = DENYING_HEADING.test(title);
  }

  get denied(): boolean {
    return this.#denied.some(Boolean);
  }
}

interface Fence {
  readonly sign: string;
  readonly start: number;
  readonly isDenied: boolean;
  readonly language: string;
}

/**
 * What markdown that nothing parsed shows as code: fences, indented blocks and what stands in backticks, unless it is
 * denied, or the sentence asks for it and is answered so.
 */
export function* shownCode(text: string): Iterable<ShownCode> {
  const section = new Section();
  let fence: Fence | undefined;
  let lead = '';
  let inList = false;
  let isIndentedHere = true;
  let indented: { readonly start: number; readonly end: number } | undefined;
  for (const line of textLines(text)) {
    if (indented !== undefined && line.text !== '' && !INDENTED.test(line.text)) {
      yield blockOf(text, indented.start, indented.end);
      indented = undefined;
    }
    const { sign, info = '' } = FENCE.exec(line.text)?.groups ?? {};
    if (fence !== undefined) {
      const isEnd = sign?.startsWith(fence.sign) && info.trim() === '';
      if (!isEnd) continue;
      if (!fence.isDenied) yield { ...blockOf(text, fence.start, line.start), language: fence.language };
      fence = undefined;
      lead = '';
    } else if (sign !== undefined) {
      const start = line.start + line.text.length;
      const [language = ''] = /[\w+-]{1,40}/.exec(info) ?? [];
      fence = { sign, start, isDenied: section.denied || deniesNext(lead), language };
      isIndentedHere = true;
    } else if (line.text === '') {
      isIndentedHere = true;
    } else if (!inList && isIndentedHere && INDENTED.test(line.text)) {
      if (!section.denied && !deniesNext(lead))
        indented = { start: indented?.start ?? line.start, end: line.start + line.text.length };
    } else {
      const level = HEADING.exec(line.text)?.[1]?.length;
      if (level !== undefined) section.enter(level, line.text);
      inList = LIST.test(line.text) || (inList && /^[ \t]/.test(line.text));
      isIndentedHere = false;
      lead = line.text;
      if (!section.denied) yield* spansOf(line);
    }
  }
  if (indented !== undefined) yield blockOf(text, indented.start, indented.end);
  if (fence !== undefined && !fence.isDenied)
    yield { ...blockOf(text, fence.start, text.length), language: fence.language };
}

/** The signs of a quote become blanks, so that the places stay. */
function blockOf(text: string, start: number, end: number): ShownCode {
  const blank = (signs: string): string => ' '.repeat(signs.length);
  return {
    text: text.slice(start, end).replace(/^(?:[ \t]{0,3}>[ \t]?){1,4}/gm, blank),
    start,
    isSpan: false,
  };
}

function* spansOf(line: Piece): Iterable<ShownCode> {
  for (const match of line.text.matchAll(/`([^`]{1,2000})`/g)) {
    const end = match.index + match[0].length;
    if (!isDenied(line.text, match.index) && !isAnsweredNo(line.text, end))
      yield { text: match[1]!, start: line.start + match.index + 1, isSpan: true };
  }
}

/** The lines of shown code that may be commands, those joined that a backslash joins; none that a comment calls wrong. */
export function* codeLines(text: string): Iterable<ShownCode> {
  for (const { text: code, start, ...rest } of shownCode(text)) {
    let isDeniedLine = false;
    for (const match of code.matchAll(/(?:[^\\\r\n]|\\(?:\r?\n|[\s\S])?)+/g)) {
      const comment = /(?:^|\s)(?:#|\/\/)\s?(.{1,200})$/.exec(match[0])?.[1];
      const isWrong = comment !== undefined && DENYING_LEAD.test(comment);
      if (!isDeniedLine && !isWrong) yield { ...rest, text: match[0], start: start + match.index };
      isDeniedLine = isWrong && /^\s*(?:#|\/\/)/.test(match[0]);
    }
  }
}
