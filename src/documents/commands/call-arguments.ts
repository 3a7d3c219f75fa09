import type { Span } from '../../place.ts';
import { stringText, wordOf } from './call-strings.ts';
import { type CallToken, callTokens, openingOf, splitAtCommas } from './call-tokens.ts';

/** What a call in code is given, as far as its text tells. */
export type Argument =
  | (Span & { readonly kind: 'string'; readonly text: string })
  | (Span & { readonly kind: 'list'; readonly words: readonly string[] })
  | (Span & { readonly kind: 'value'; readonly word: string; readonly name: string | undefined })
  /** An object, or an argument with a name: it gives options, and no word. */
  | (Span & { readonly kind: 'options' });

export interface Arguments {
  readonly given: readonly Argument[];
  /** Behind what closes them, or where reading stopped. */
  readonly end: number;
}

/** What stands before the bracket of a list of strings: `&["a"]`, `[]string{"a"}`, `Arrays.asList("a")`, `@("a")`. */
const LIST =
  /^(?:|c|&|&mut|@|\[\]string|new(?:\[\]|[sS]tring\[\]|List<string>(?:\(\))?)|vec!|Seq|listOf|arrayOf|Arrays\.asList|List\.of|array)$/;

function listOf(source: string, tokens: readonly CallToken[]): readonly string[] | undefined {
  const [first] = tokens;
  if (first?.kind === 'words')
    return first.text
      .replace(/^[^[({]*.|.$/g, '')
      .trim()
      .split(/\s+/);
  const open = openingOf(tokens);
  if (open < 0) return undefined;
  const lead = tokens.slice(0, open).map(({ text }) => text);
  if (!LIST.test(lead.join('')) || (lead.length === 0 && tokens[open]!.text === '{')) return undefined;
  const items = splitAtCommas(tokens.slice(open + 1, -1));
  return items.length === 0 ? undefined : items.map((item) => wordOf(source, item));
}

/** `script: …`, `args=…`: what is given under a name that tells a command. */
const COMMAND_NAMES = /^(?:args?|argv|cmd|command|command_?line|script|file_?name|arguments|inline)$/i;

function argumentOf(source: string, all: readonly CallToken[]): Argument {
  const [label, sign] = all;
  const isNamed =
    label!.kind === 'other' && (sign?.text === ':' || (sign?.text === '=' && all[2]?.text !== '='));
  const span = { start: label!.start, end: all.at(-1)!.end };
  if (isNamed && (!COMMAND_NAMES.test(label!.text) || all.length < 3)) return { kind: 'options', ...span };
  // `*%w[make all]`, `*["make"]`: the list's items one by one
  const isSpread = label!.text === '*' && all.length > 1;
  const own = all.slice(isNamed ? 2 : isSpread ? 1 : 0);
  // `shlex.split("make all")` is the text itself
  const tokens = own[0]!.text === 'shlex.split' && own.length > 3 ? own.slice(2, -1) : own;
  const words = listOf(source, tokens);
  if (words !== undefined) return { kind: 'list', words, ...span };
  if (tokens[0]!.kind === 'string') return { kind: 'string', ...stringText(source, tokens) };
  if (tokens[0]!.text === '{') return { kind: 'options', ...span };
  const text = tokens.map((token) => token.text).join('');
  const name = /^(?:[$&*]|\.{3})?([A-Za-z_]\w{0,60})$/.exec(text)?.[1];
  return { kind: 'value', word: wordOf(source, tokens), name, ...span };
}

/** `{ args: ["run"], cwd }` gives a list. */
function opened(tokens: readonly CallToken[]): readonly (readonly CallToken[])[] {
  return tokens[0]!.text === '{' && tokens.at(-1)!.text === '}'
    ? splitAtCommas(tokens.slice(1, -1)).filter(
        ([label, sign]) => COMMAND_NAMES.test(label!.text) && sign?.text === ':',
      )
    : [tokens];
}

/** What a call is given. `from` is behind its bracket; a bare call has none and ends with its line. */
export function argumentsFrom(source: string, from: number, isBare = false): Arguments {
  const { tokens, end } = callTokens(source, from, isBare);
  const given = splitAtCommas(tokens).flatMap(opened);
  return { given: given.map((part) => argumentOf(source, part)), end };
}
