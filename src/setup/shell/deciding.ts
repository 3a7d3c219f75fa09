import { type AndOr, type Command, type Pipeline, readScript, type Script } from './script.ts';
import { judges, looksUp } from './tool-call.ts';

/**
 * Whether what the tool says is what a script ends with. `none`: it is not called. `unknown`: that cannot be told.
 * The others are ways in which it decides nothing.
 */
export type Deciding =
  | 'decides'
  | 'none'
  | 'unknown'
  | 'never-reached'
  | 'passed-over'
  | 'stepped-aside'
  | 'in-background'
  | 'piped';

/** How the script is started: `sh -e`, `bash -o pipefail`. */
export interface Shell {
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

function simple({ pipelines, background }: AndOr): readonly string[] | undefined {
  const [only] = pipelines;
  if (background || pipelines.length !== 1 || only!.commands.length !== 1) return undefined;
  const [command] = only!.commands;
  return command!.kind === 'simple' ? command!.words : undefined;
}

function some(script: Script, holds: (words: readonly string[]) => boolean): boolean {
  const inside = (command: Command): boolean => {
    if (command.kind === 'simple') return holds(command.words);
    if (command.kind !== 'if') return some(command.body, holds);
    return [command.condition, command.then, command.otherwise].some((one) => some(one, holds));
  };
  return script.some(({ pipelines }) => pipelines.some(({ commands }) => commands.some(inside)));
}

const calls = (pipeline: Pipeline): boolean =>
  some([{ pipelines: [pipeline], operators: [], background: false }], judges);

/** `exit`, `exit $?`, `exit 1`: behind something that failed. */
function refuses([name = '', code = '$?']: readonly string[]): boolean {
  return (name === 'exit' || name === 'return') && (code === '$?' || /^[1-9]\d*$/.test(code));
}

function passes([name = '', code]: readonly string[]): boolean {
  return /^(?:true|:|echo|printf)$/.test(name) || ((name === 'exit' || name === 'return') && code === '0');
}

/** What a branch that is taken where the tool refused, or is missing, makes of it. */
function endingOf(script: Script): 'refuses' | 'passes' | 'unknown' {
  const commands = script.map(simple);
  if (commands.some((words) => words !== undefined && refuses(words))) return 'refuses';
  const last = commands.at(-1);
  return last !== undefined && passes(last) ? 'passes' : 'unknown';
}

/** What `|| …` makes of a refusal. */
function handled({ negated, commands }: Pipeline): Deciding {
  const [command] = commands;
  if (negated || commands.length !== 1) return 'unknown';
  const body: Script =
    command!.kind === 'group'
      ? command!.body
      : [{ pipelines: [{ negated, commands }], operators: [], background: false }];
  const ending = endingOf(body);
  return ending === 'refuses' ? 'decides' : ending === 'passes' ? 'stepped-aside' : 'unknown';
}

function inChoice(command: Command & { kind: 'if' }, last: boolean, shell: Shell): Deciding {
  const { condition, then, otherwise } = command;
  const [first] = condition;
  const isPlain = condition.length === 1 && first!.pipelines.length === 1;
  if (some(condition, judges)) {
    const refused = first!.pipelines[0]!.negated ? then : otherwise;
    return isPlain && endingOf(refused) === 'refuses' ? 'decides' : 'unknown';
  }
  if (!isPlain || !some(condition, looksUp) || some(otherwise, judges)) return 'unknown';
  if (first!.pipelines[0]!.negated) return 'unknown';
  if (endingOf(otherwise) === 'refuses') return decidingOf(then, last, shell);
  return endingOf(otherwise) === 'passes' || otherwise.length === 0 ? 'stepped-aside' : 'unknown';
}

/** @param last whether the list's own exit code is the script's */
function inList({ pipelines, operators, background }: AndOr, last: boolean, shell: Shell): Deciding {
  if (background) return 'in-background';
  const at = pipelines.findIndex(calls);
  const { negated, commands } = pipelines[at]!;
  const place = commands.findIndex((command) => calls({ negated: false, commands: [command] }));
  if (negated) return 'unknown';
  if (place < commands.length - 1 && !shell.pipefail) return 'piped';
  const command = commands[place]!;
  const isOnly = pipelines.length === 1;
  if (command.kind === 'if') return isOnly ? inChoice(command, last, shell) : 'unknown';
  if (command.kind === 'other') return 'unknown';
  if (command.kind !== 'simple') {
    const inner = decidingOf(command.body, true, shell);
    if (inner !== 'decides') return inner;
  }
  if (at > 0 && operators.slice(0, at).includes('||')) return 'unknown';
  if (command.kind === 'simple' && command.words[0] === 'exec' && (at === 0 || last)) return 'decides';
  const or = operators.indexOf('||', at);
  if (or >= 0) return or === operators.length - 1 ? handled(pipelines[or + 1]!) : 'unknown';
  if (last) return 'decides';
  // `set -e` heeds the last command of `a && b` alone, and nothing is said where `a` fails.
  if (at < pipelines.length - 1 || !shell.errexit) return 'passed-over';
  return at === 0 ? 'decides' : 'unknown';
}

/** `set -e`, `set -euo pipefail`, `set +e`. */
function changed(shell: Shell, [name, ...options]: readonly string[]): Shell {
  if (name !== 'set') return shell;
  const sets = (letter: string, long: string, was: boolean): boolean =>
    options.reduce((on, word, at) => {
      const isNamed = /^[-+][a-zA-Z]*o$/.test(word) && options[at + 1] === long;
      return isNamed || new RegExp(`^[-+][a-zA-Z]*${letter}`).test(word) ? word.startsWith('-') : on;
    }, was);
  return {
    errexit: sets('e', 'errexit', shell.errexit),
    pipefail: sets('(?!)', 'pipefail', shell.pipefail),
  };
}

/** A step that ends the script well where the tool is not installed. */
function stepsAside(list: AndOr): boolean {
  const { pipelines, operators } = list;
  const [first] = pipelines;
  const [command] = first!.commands;
  const isLookUp = some([{ pipelines: [first!], operators: [], background: false }], looksUp);
  if (command?.kind === 'if')
    return (
      some(command.condition, looksUp) &&
      command.condition[0]!.pipelines[0]!.negated &&
      some(command.then, ([name, code]) => name === 'exit' && code === '0')
    );
  return isLookUp && operators[0] === '||' && handled(pipelines[1]!) === 'stepped-aside';
}

function decidingOf(script: Script, last: boolean, started: Shell): Deciding {
  let shell = started;
  let found: Deciding = 'none';
  for (const [at, list] of script.entries()) {
    const words = simple(list);
    if (words !== undefined) shell = changed(shell, words);
    if (!list.pipelines.some(calls)) {
      const isEnd = words !== undefined && /^(?:exit|exec)$/.test(words[0]!);
      if (found === 'none' && isEnd && some(script.slice(at), judges)) return 'never-reached';
      if (found === 'none' && stepsAside(list) && some(script.slice(at), judges)) return 'stepped-aside';
      continue;
    }
    const next = script[at + 1];
    const after = next === undefined ? undefined : simple(next);
    const isLast = next === undefined ? last : after !== undefined && after[0] === 'exit' && refuses(after);
    const one = inList(list, isLast, shell);
    if (one === 'decides') return one;
    // `code=$?`, `[ $? = 0 ] || exit 1`: what is made of it later is not followed.
    const isKept = next !== undefined && some([next], (own) => own.some((word) => word.includes('$?')));
    if (isKept || one === 'unknown') found = 'unknown';
    else if (found === 'none') found = one;
  }
  return found;
}

/** Reads a script for POSIX shell. */
export function readDeciding(text: string, shell: Shell): Deciding {
  const script = readScript(text);
  return script === undefined ? 'unknown' : decidingOf(script, true, shell);
}
