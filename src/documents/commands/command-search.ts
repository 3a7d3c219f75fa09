import { literalPattern } from '../../pattern.ts';

/** Characters between a program's name and the first word of its command, where they are given one by one. */
const REACH = 250;

const SPACE = 32;
const QUOTES = new Set(Array.from('"\'\\', (sign) => sign.charCodeAt(0)));
/** What may stand between two words of a list: `ca, run`, and lines that begin with a dash. */
const BETWEEN = new Set(Array.from(',-[', (sign) => sign.charCodeAt(0)));
const MOST_BETWEEN = 100;

/** What names the binary to a harness, at the end of a text: `$CTO_HARNESS_CASE_BIN`, `${CTO_HARNESS_CASE_BIN:-ca}`. */
const BINARY = /\$\{?CTO_HARNESS_CASE_BIN\b[^\s]{0,200}$/;

function isWordAt(text: string, at: number): boolean {
  return /\w/.test(text.charAt(at));
}

/**
 * Searches for the first word of a program's command behind the program, however they are given: in a line, as items of
 * a list, as arguments of a call. Told from that word, which is rarer than a program's name of two letters, and asked
 * of every file: what is no such text has to cost nearly nothing.
 */
export function commandSearch(program: string, first: string): (text: string) => boolean {
  const named = new RegExp(
    `(?<![\\w.-])${literalPattern(program)}(?:\\.exe)?["'<\\s]|CTO_HARNESS_CASE_BIN\\b`,
  );
  const ends = [program, `${program}.exe`];

  /** `ca run`, `"ca" run`, `ca, run`, "- ca\n- run" */
  const isBehind = (text: string, from: number): boolean => {
    let at = from;
    const least = Math.max(0, from - MOST_BETWEEN);
    while (at > least) {
      const code = text.charCodeAt(at - 1);
      if (code > SPACE && !QUOTES.has(code) && !BETWEEN.has(code)) break;
      at -= 1;
    }
    if (ends.some((end) => text.endsWith(end, at) && !isWordAt(text, at - end.length - 1))) return true;
    const last = text[at - 1];
    return (
      (last === 'N' || last === '}' || last === ')') && BINARY.test(text.slice(Math.max(0, at - REACH), at))
    );
  };

  return (text) => {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      const before = text.charCodeAt(at - 1);
      const isApart = before <= SPACE;
      const isQuoted = before === 34 || before === 39 || before === 62 || before === 91 || before === 96;
      if ((!isApart && !isQuoted) || isWordAt(text, at + first.length)) continue;
      if (isBehind(text, at)) return true;
      if (isQuoted && named.test(text.slice(Math.max(0, at - REACH), at))) return true;
    }
    return false;
  };
}
