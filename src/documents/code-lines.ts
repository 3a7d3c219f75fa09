import { isAnsweredNo, isDenied } from './commands.ts';

/** A stretch of a text, and where it begins. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

const LINE_END = /[\r\n]/g;
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/;

/** The lines of a text, without their ends. */
function* textLines(text: string): Iterable<Piece> {
  for (const match of text.matchAll(/[^\r\n]+/g)) yield { text: match[0], start: match.index };
}

/** The lines that hold a word and match a pattern, of which nearly all texts have none. */
export function* linesWith(text: string, word: string, pattern: RegExp): Iterable<Piece> {
  let reached = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, reached)) {
    const feed = text.lastIndexOf('\n', at) + 1;
    const start = feed + text.slice(feed, at).lastIndexOf('\r') + 1;
    LINE_END.lastIndex = at;
    reached = LINE_END.exec(text)?.index ?? text.length;
    const line = text.slice(start, reached);
    if (pattern.test(line)) yield { text: line, start };
  }
}

/**
 * What may be a command in markdown that nothing parsed: lines of a fence, and what stands in backticks, unless the
 * sentence denies it, or asks and is answered so.
 */
export function* codeLines(text: string): Iterable<Piece> {
  let isFenced = false;
  for (const line of textLines(text)) {
    if (FENCE.test(line.text)) isFenced = !isFenced;
    else if (isFenced) yield line;
    else {
      for (const match of line.text.matchAll(/`([^`]{1,2000})`/g)) {
        const end = match.index + match[0].length;
        if (isDenied(line.text, match.index) || isAnsweredNo(line.text, end)) continue;
        yield { text: match[1]!, start: line.start + match.index + 1 };
      }
    }
  }
}
