/** A piece of a call in code: offsets are those of the whole text. */
export interface CallToken {
  readonly kind: 'words' | 'string' | 'open' | 'close' | 'comma' | 'other';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Characters; what is longer is no command that somebody wrote by hand. */
const MAX_LENGTH = 3000;

const STRINGS = [
  '"""[\\s\\S]{0,2000}?"""',
  "'''[\\s\\S]{0,2000}?'''",
  '"(?:[^"\\\\\\n]|\\\\[\\s\\S]){0,2000}"',
  "'(?:[^'\\\\\\n]|\\\\[\\s\\S]){0,2000}'",
  '`(?:[^`\\\\]|\\\\[\\s\\S]){0,2000}`',
].join('|');

// `f"…"`, `r'…'`, `@"…"`; `%w[a b]`, `qw(a b)`; a comment is no argument
const TOKEN = new RegExp(
  [
    '(?<skipped>(?<![:\\w])//[^\\n]*|#[ \\t][^\\n]*|/\\*[\\s\\S]{0,500}?\\*/|[^\\S\\n]+)',
    '(?<words>(?:%[wW]|\\bqw|~w) ?[[({][^\\])}\\n]{0,800}[\\])}])',
    `(?<string>(?:\\b[a-zA-Z]{1,2}(?=["'])|[$@]{1,2}(?="))?(?:${STRINGS}))`,
    '(?<open>[([{])|(?<close>[)\\]}])|(?<comma>,)|(?<line>\\n)|(?<other>[\\w.]+|[\\s\\S])',
  ].join('|'),
  'g',
);

function kindOf(
  groups: Readonly<Record<string, string | undefined>>,
): CallToken['kind'] | 'skipped' | 'line' {
  const kinds = ['skipped', 'line', 'comma', 'string', 'open', 'close', 'words'] as const;
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'other';
}

/** A function that is given: what it does is none of the call's own. */
function isBody(last: CallToken | undefined, text: string, start: number): boolean {
  if (text === '>') return last?.text === '=' && last.end === start;
  return /^(?:function|lambda|func|fn|do)$/.test(text);
}

/** What stands in a call's brackets; of a call without them (`sh 'make'`) what stands before the end of its line. */
export function callTokens(
  text: string,
  from: number,
  isBare: boolean,
): { readonly tokens: readonly CallToken[]; readonly end: number } {
  const tokens: CallToken[] = [];
  const part = text.slice(from, from + MAX_LENGTH);
  let depth = 0;
  for (const match of part.matchAll(TOKEN)) {
    const kind = kindOf(match.groups!);
    const start = from + match.index;
    const end = start + match[0].length;
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    const isEnd =
      depth < 0 ||
      isBody(tokens.at(-1), match[0], start) ||
      (isBare && depth === 0 && (kind === 'line' || match[0] === ';'));
    if (isEnd) return { tokens, end };
    if (kind !== 'skipped' && kind !== 'line') tokens.push({ kind, text: match[0], start, end });
  }
  return { tokens, end: from + part.length };
}

/** Splits at the commas that stand in no bracket; what is between none is left out. */
export function splitAtCommas(tokens: readonly CallToken[]): readonly (readonly CallToken[])[] {
  const parts: CallToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (token.kind === 'comma' && depth === 0) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** Index of the bracket that the last token closes; -1 where it closes none. */
export function openingOf(tokens: readonly CallToken[]): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    if (tokens[at]!.kind === 'close') depth += 1;
    if (tokens[at]!.kind === 'open') depth -= 1;
    if (depth === 0) return at === tokens.length - 1 ? -1 : at;
  }
  return -1;
}
