import { type Argument, argumentsFrom } from './call-arguments.ts';
import { processStarters } from './process-starters.ts';
import { shellCommands } from './shell-words.ts';

/** A command that a program's code starts: word by word, or a script that a shell reads and that begins at `start`. */
export type ProcessCall = { readonly start: number; readonly end: number } & (
  | { readonly words: readonly string[] }
  | { readonly script: string }
);

// `spawn(`, `Command::new(`, `cmd!(`; `sh 'make'`, `system "make"`; $`make`
const CALL =
  /(?<![\w$])(?<name>[A-Za-z_]\w{0,40}!?)(?:[ \t]{0,4}\(|[ \t]{1,4}(?=["'%[]))|(?<![\w\\])(?:\$|sh|execa(?:Sync)?)(?=`)/g;

/** Characters of a line before a place that are looked at. */
const LINE = 400;

/** Whether a place stands in a comment or in a string of its line, which says a thing and starts none. */
function isSaid(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LINE), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^\s*(?:\/\/|#(?!\[)|\/?\*|--|;|<!--)/.test(line)) return true;
  const rest = line.replace(/\\./g, '').replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '');
  return /["'`]|\s(?:\/\/|#)\s/.test(rest);
}

/** `Command::new("make").arg("all")` */
const CHAINED = /\s{0,200}\.\s{0,8}(?:args?|[wW]ith_?[aA]rguments)\s{0,4}\(/y;

function withChained(text: string, call: ReturnType<typeof argumentsFrom>): ReturnType<typeof argumentsFrom> {
  const given = [...call.given];
  let { end } = call;
  for (CHAINED.lastIndex = end; CHAINED.test(text); CHAINED.lastIndex = end) {
    const more = argumentsFrom(text, CHAINED.lastIndex);
    given.push(...more.given);
    end = more.end;
  }
  return { given, end };
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** What ends the words of `execlp`. */
const NOTHING = /^(?:NULL|nullptr|None|nil|undefined|null)$/;

function wordsGiven(argument: Argument): readonly string[] {
  if (argument.kind === 'list') return argument.words;
  if (argument.kind === 'string') return [argument.text];
  return argument.kind === 'options' || NOTHING.test(argument.name ?? '') ? [] : [argument.word];
}

/** The words behind the program: one by one and in lists, or all in one text. */
function wordsBehind(program: string, rest: readonly Argument[]): readonly string[] {
  const [only] = rest;
  // `Process.Start("make", "all -j 4")`
  if (only?.kind === 'string' && rest.length === 1) return shellCommands(only.text)[0]?.words ?? [];
  // What comes behind a list is no word: `execFile("make", ["all"], done)`.
  const list = rest.findLastIndex(({ kind }) => kind === 'list');
  const words = rest.slice(0, list < 0 ? rest.length : list + 1).flatMap(wordsGiven);
  // `execlp("make", "make", "all", NULL)` gives the program's own name once more.
  return words[0] !== undefined && baseName(words[0]) === baseName(program) ? words.slice(1) : words;
}

function isProgram(argument: Argument): boolean {
  return argument.kind === 'value' ? argument.word !== '$given' : argument.kind !== 'options';
}

function callOf(given: readonly Argument[]): ProcessCall | undefined {
  const at = given.findIndex(isProgram);
  // `exec.CommandContext(context, "make")`: one or two things may come before the program.
  if (at < 0 || at > 2) return undefined;
  const { start, end } = given[at]!;
  const [program = '', ...more] = wordsGiven(given[at]!);
  if (more.length > 0) return { words: [program, ...more], start, end };
  if (/\S\s+\S/.test(program)) return { script: program, start, end };
  return { words: [program.trim(), ...wordsBehind(program.trim(), given.slice(at + 1))], start, end };
}

/** More names than one file gives commands to. */
const MAX_NAMES = 50;

/** What a name is given, where it is a whole command: not its first words, with more to come. */
function* assigned(text: string, name: string): Iterable<ProcessCall> {
  if (new RegExp(`\\b${name}\\s{0,4}(?:\\+=|\\.(?:push|extend|append|concat|insert|add)\\b)`).test(text))
    return;
  const assignment = new RegExp(
    `(?<![\\w.])${name}[ \\t]{0,4}(?::[ \\t\\w[\\]<>]{1,40})?:?=(?!=)[ \\t]{0,4}`,
    'g',
  );
  let reached = 0;
  for (const match of text.matchAll(assignment)) {
    if (match.index < reached || isSaid(text, match.index)) continue;
    const { given, end } = argumentsFrom(text, match.index + match[0].length, true);
    reached = end;
    const call = callOf(given.slice(0, 1));
    if (call !== undefined && ('script' in call || call.words.length > 2)) yield call;
  }
}

/** The commands that code starts with functions that start processes, in whichever language. */
export function* processCalls(text: string): Iterable<ProcessCall> {
  const names = new Set<string>();
  const isStarter = processStarters(text);
  let reached = 0;
  for (const match of text.matchAll(CALL)) {
    const name = match.groups!.name;
    const from = match.index + match[0].length;
    const isBare = text[from - 1] !== '(';
    if (match.index < reached || (name !== undefined && !isStarter(name, match.index, isBare))) continue;
    if (isSaid(text, match.index)) continue;
    const { given, end } = withChained(text, argumentsFrom(text, from, isBare));
    reached = end;
    const [first] = given;
    if (first?.kind === 'value' && first.name !== undefined && names.size < MAX_NAMES) names.add(first.name);
    const call = callOf(given);
    if (call !== undefined) yield call;
  }
  for (const name of names) yield* assigned(text, name);
}
