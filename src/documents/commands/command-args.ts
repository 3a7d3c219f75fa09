import type { ArgvList } from './argv-lists.ts';
import { shellCommands } from './shell-words.ts';

// `"command": "make"`, `command: [make, all]`, `ENTRYPOINT ["make"]`, `command = "make"`
const KEY =
  /(?<![\w-])(?<key>command|cmd|argv|program|executable|entry|entrypoint)["']?(?:[ \t]{0,8}[:=]|[ \t]+(?=\[))/gi;
const ARGS = /(?<![\w-])(?:args|argv|arguments|command|cmd)["']?(?:[ \t]{0,8}[:=]|[ \t]+(?=\[))/gi;

const ITEM = /"((?:[^"\\\n]|\\.){0,400})"|'([^'\n]{0,400})'|([^\s"',[\]{}#][^\n,[\]{}]{0,400})/;
const ITEMS = new RegExp(ITEM, 'g');
const FLOW = /[ \t\r\n]{0,200}\[([^[\]]{0,2000})\]/y;
// "\n  - make\n  - all"
const BLOCK = /[ \t]*((?:\r?\n[ \t]*-[ \t]+[^\r\n]{1,400}){1,40})/y;
const ONE = new RegExp(`[ \\t]{0,8}(?:${ITEM.source})`, 'y');

interface Value {
  readonly words: readonly string[];
  readonly isList: boolean;
  readonly start: number;
  readonly end: number;
}

function textOf([, double, single, plain]: RegExpExecArray): string {
  return double?.replace(/\\(["\\/])/g, '$1') ?? single ?? plain!.trim();
}

/** A list in brackets, a list of lines that begin with a dash, or one text. */
function valueAt(text: string, at: number): Value | undefined {
  const start = at + /^[ \t]*/.exec(text.slice(at, at + 100))![0].length;
  for (const pattern of [FLOW, BLOCK]) {
    pattern.lastIndex = at;
    const list = pattern.exec(text)?.[1];
    if (list === undefined) continue;
    const items =
      pattern === FLOW ? [list] : list.split('\n').map((line) => line.replace(/^[ \t]*-[ \t]+/, ''));
    const words = items.flatMap((item) =>
      pattern === FLOW
        ? Array.from(item.matchAll(ITEMS), textOf)
        : item.trim() === ''
          ? []
          : [unquoted(item.trim())],
    );
    return { words, isList: true, start, end: pattern.lastIndex };
  }
  ONE.lastIndex = at;
  const one = ONE.exec(text);
  if (one === null) return undefined;
  return { words: shellCommands(textOf(one))[0]?.words ?? [], isList: false, start, end: ONE.lastIndex };
}

function unquoted(item: string): string {
  return /^(["'])(.*)\1$/.exec(item)?.[2] ?? item;
}

/** Characters between a command and its arguments, which other keys may stand in. */
const BETWEEN = 300;

function argsBehind(text: string, end: number, key: string): Value | undefined {
  const behind = text.slice(end, end + BETWEEN);
  ARGS.lastIndex = 0;
  const match = ARGS.exec(behind);
  if (match === null) return undefined;
  // `"env": { "A": "b" }` may stand between; what leaves the command's own object or item may not.
  const between = behind.slice(0, match.index).replace(/\{[^{}]{0,300}\}/g, '');
  if (/[}\]]|^[ \t]*-/m.test(between)) return undefined;
  // A second `command` is another one, unless what comes before is an entry point.
  if (/^c/i.test(match[0]) && !/^entrypoint$/i.test(key)) return undefined;
  return valueAt(text, end + match.index + match[0].length);
}

/** Commands of JSON, YAML, HCL and Dockerfiles under a key of their own, with the arguments of the key behind it. */
export function* commandArgs(text: string): Iterable<ArgvList> {
  let reached = 0;
  for (const match of text.matchAll(KEY)) {
    if (match.index < reached) continue;
    const value = valueAt(text, match.index + match[0].length);
    if (value === undefined) continue;
    reached = value.end;
    const args = argsBehind(text, value.end, match.groups!.key!);
    if (!value.isList && !args?.isList) continue;
    const words = [...value.words, ...(args?.isList ? args.words : [])];
    if (words.length > 1) yield { words, start: value.start, end: args?.end ?? value.end };
  }
}
