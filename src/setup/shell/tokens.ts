/** A word with its quotes taken off, or an operator; a new line is `;`. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | {
      readonly kind: 'operator';
      readonly text: ';' | ';;' | '&' | '&&' | '|' | '||' | '(' | ')';
      /** A new line: what follows `&&` or `|` goes on behind it. */
      readonly isLine?: boolean;
    };

const OPERATOR = /^(?:&&|\|\||;;|\|&|[;&|()\n])/;
/** `2>&1`, `&>log`, `>/dev/null`: where output goes changes no exit code. */
const REDIRECTION = /^(?:\d{0,3}(?:>>|>\||>&|<&|>|<)|&>>?)[ \t]*/;
const LONGEST = 100_000;

/** The end of `$( … )` or `` ` … ` `` that begins at `from`, by counting brackets; the text's end where it has none. */
function endOfSubstitution(text: string, from: number): number {
  if (text[from] === '`') {
    const end = text.indexOf('`', from + 1);
    return end < 0 ? text.length : end + 1;
  }
  let depth = 0;
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** One word from `from` on: where it ends, and what it says without its quotes. */
function wordAt(text: string, from: number): { readonly end: number; readonly word: string } {
  let at = from;
  let word = '';
  let quote = '';
  while (at < text.length) {
    const char = text[at]!;
    if (quote !== "'" && (text.startsWith('$(', at) || char === '`')) {
      const end = endOfSubstitution(text, at);
      word += text.slice(at, end);
      at = end;
    } else if (quote === '' && (char === "'" || char === '"')) {
      quote = char;
      at += 1;
    } else if (char === quote) {
      quote = '';
      at += 1;
    } else if (char === '\\' && quote !== "'") {
      word += text[at + 1] ?? '';
      at += 2;
    } else if (quote === '' && /[\s;&|()<>]/.test(char)) break;
    else {
      word += char;
      at += 1;
    }
  }
  return { end: at, word };
}

/** The tokens of a script of POSIX shell; `undefined` where it has a form that is not read, such as a here-document. */
export function shellTokens(script: string): readonly Token[] | undefined {
  const text = script.replaceAll('\r\n', '\n').replaceAll('\\\n', ' ');
  if (text.length > LONGEST) return undefined;
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at, at + 100);
    if (/^[ \t]/.test(rest)) at += 1;
    else if (rest.startsWith('#')) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (rest.startsWith('<<')) return undefined;
    else if (REDIRECTION.test(rest)) {
      at += REDIRECTION.exec(rest)![0].length;
      at = wordAt(text, at).end;
    } else if (OPERATOR.test(rest)) {
      const [operator] = OPERATOR.exec(rest)!;
      at += operator.length;
      if (operator === '\n') tokens.push({ kind: 'operator', text: ';', isLine: true });
      else tokens.push({ kind: 'operator', text: operator === '|&' ? '|' : operator } as Token);
    } else {
      const { end, word } = wordAt(text, at);
      if (end === at) return undefined;
      tokens.push({ kind: 'word', text: word });
      at = end;
    }
  }
  return tokens;
}
