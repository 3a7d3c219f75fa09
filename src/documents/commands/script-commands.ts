import { codeLines, type ShownCode, shownCode } from '../code-lines.ts';
import { isMarkdown } from '../document-format.ts';
import { type ArgvList, argvLists } from './argv-lists.ts';
import { commandArgs } from './command-args.ts';
import {
  blank,
  cronLines,
  procfileLines,
  recipeLines,
  settingValues,
  templateValues,
  windowsLines,
  withoutBackslashes,
} from './launch-lines.ts';
import { launchedWords } from './launched-words.ts';
import { isOtherMarkup, provisionedScripts, shownInMarkup } from './other-markup.ts';
import { plistArguments } from './plist-arguments.ts';
import { processCalls } from './process-calls.ts';
import { programWords, scriptOf, shellCommands } from './shell-words.ts';

/** A command in a file that is run, or tells what to run: the program first, and where it stands in the text. */
export interface ScriptCommand {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  /** `span`: in backticks within a sentence. `script`: in a file, or what is shown of one, that a shell runs. `value`: in settings or data, which
   * hold sentences and other lists too. `shown`: anything else. */
  readonly in: 'span' | 'script' | 'value' | 'shown';
}

const SHELL =
  /\.(?:ba|da|z|k|fi)?sh$|(?:^|\/)\.(?:envrc|(?:ba|z)sh(?:rc|env)|(?:bash_|z)?profile|bash_aliases)$/i;
const MAKE = /\.mk$/i;
const DOCKER = /(?:^|\.)(?:docker|container|earth)file(?:$|\.)/;
const RECIPES = new Set(['makefile', 'gnumakefile', 'justfile']);
const PROCFILE = /^procfile(?:\.|$)/;
const CRON = /(?:^|\/)(?:crontab|[^/]+\.(?:cron|crontab)|cron\.d\/[^/]+|crontabs\/[^/]+)$/i;
const WINDOWS = /\.(?:psm?1|bat|cmd)$/;
const SETTINGS =
  /\.(?:toml|ini|cfg|conf|tf|hcl|nomad|tofu|nix|service|socket|timer|path|container|desktop|properties|env)$|^(?:\.env(?:\..+)?|\.?gitconfig)$/;
const MANIFESTS = new Set(['package.json', 'deno.json', 'composer.json']);
const NOTEBOOK = /\.ipynb$/;
const PLIST = /\.plist$/;
const LINES = /\.(?:jsonl|ndjson)$/i;
const DATA = /\.(?:json[c5]?|code-workspace)$/i;
const YAML = /\.ya?ml$/i;
const SHEBANG = /^#![^\n]{0,100}\b(?:ba|da|z|k|c|tc|fi)?sh\b/;

/** Folders whose files are hooks of git, or workflows: scripts by their place. */
const HOOKS = /(?:^|\/)\.(?:husky|githooks)\/[^/.]+$/;

/** `"test": "…"`: a string of JSON as it stands in the text. */
const JSON_STRING = /"((?:[^"\\\n]|\\.){0,4000})"/g;

/** `- run: "…"`, `script: …`, `- …`: what a line of YAML gives as its value. */
const YAML_VALUE = /^([ \t]*(?:- +)*(?:[\w.-]{1,80}:[ \t]+)?)(.*)$/;

/** Where the scripts of a package stand: `"scripts": {…}`, up to a brace that stands in no string. */
function scriptsOf(text: string): { readonly start: number; readonly end: number } {
  const start = /"scripts"\s{0,20}:\s{0,20}\{/.exec(text)?.index ?? text.length;
  const plain = text.slice(start).replace(JSON_STRING, blank);
  const end = plain.indexOf('}');
  return { start, end: end < 0 ? text.length : start + end };
}

function* inManifest(text: string): Iterable<ScriptCommand> {
  const scripts = scriptsOf(text);
  for (const match of text.matchAll(JSON_STRING)) {
    const isScript = match.index > scripts.start && match.index < scripts.end;
    yield* shifted(withoutBackslashes(match[1]!), match.index + 1, isScript ? 'script' : 'shown');
  }
}

/** `"command": "…"`, `"postCreateCommand": "…"`: a string of JSON under a key that tells a command. */
const JSON_COMMAND =
  /"(?:[\w-]{0,40}[cC]ommand|cmd|script|exec|run|shell|entrypoint)"\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){0,4000})"/g;

function* inJsonCommands(text: string): Iterable<ScriptCommand> {
  for (const match of text.matchAll(JSON_COMMAND))
    yield* shifted(withoutBackslashes(match[1]!), match.index + match[0].length - match[1]!.length - 1);
}

/** `"!make"`: a line of a notebook that a shell reads; any other is a line of code. */
function* inNotebook(text: string): Iterable<ScriptCommand> {
  for (const match of text.matchAll(JSON_STRING)) {
    const line = withoutBackslashes(match[1]!);
    const start = match.index + 1;
    if (line.startsWith('!')) yield* shifted(line.slice(1), start + 1);
    else yield* inCode(line, start);
  }
}

function* inLists(lists: Iterable<ArgvList>, by: number): Iterable<ScriptCommand> {
  for (const { words, start, end } of lists)
    yield* inWords(words, { start: by + start, end: by + end, in: 'shown' });
}

function* inSettings(text: string): Iterable<ScriptCommand> {
  for (const value of settingValues(text)) yield* shifted(value.text, value.start, 'value');
}

function* inCode(text: string, by = 0): Iterable<ScriptCommand> {
  for (const call of processCalls(text))
    if ('script' in call) yield* shifted(call.script, by + call.start);
    else yield* inWords(call.words, { start: by + call.start, end: by + call.end, in: 'shown' });
}

function* inWords(given: readonly string[], place: Omit<ScriptCommand, 'words'>): Iterable<ScriptCommand> {
  const words = programWords(given);
  yield { words, ...place };
  for (const inner of shellCommands(scriptOf(words) ?? ''))
    yield { words: programWords(inner.words), ...place };
  for (const inner of launchedWords(words)) yield { ...place, words: inner, in: 'value' };
}

function* inYaml(text: string): Iterable<ScriptCommand> {
  for (const { index, 0: line } of templateValues(text).matchAll(/[^\r\n]+/g)) {
    const [, lead, value] = YAML_VALUE.exec(line)!;
    const quoted = /^(["'])(.*)\1\s*$/.exec(value!)?.[2];
    yield* shifted(quoted ?? value!, index + lead!.length + (quoted === undefined ? 0 : 1));
  }
}

function* shifted(text: string, by: number, where: ScriptCommand['in'] = 'shown'): Iterable<ScriptCommand> {
  for (const command of shellCommands(text)) {
    const place = { start: by + command.start, end: by + command.end, in: where };
    yield* inWords(command.words, place);
  }
}

const SHELL_FENCE = /^(?:sh|(?:ba|z|k|da|fi)?sh|shell|console|terminal|shell-?session|command-?line)$/i;

/** `  certs    generates all assets`: what a program prints of its commands, each with what it does. */
const EXPLAINED = /^\s{0,40}\S{1,60}[ \t]{2,60}[A-Za-z]/;

function isForShell({ language, text }: Pick<ShownCode, 'language' | 'text'>): boolean {
  if (language === undefined || EXPLAINED.test(text)) return false;
  return SHELL_FENCE.test(language) || (language === '' && /^\s*[$%] /.test(text));
}

function* inMarkdown(text: string): Iterable<ScriptCommand> {
  for (const line of codeLines(text))
    yield* shifted(line.text, line.start, line.isSpan ? 'span' : isForShell(line) ? 'script' : 'shown');
  for (const { text: block, start, isSpan } of shownCode(text)) {
    yield* inArgv(block, start);
    if (!isSpan) yield* inCode(block, start);
  }
}

function* inOtherMarkup(text: string): Iterable<ScriptCommand> {
  for (const { text: shown, start, isSpan } of shownInMarkup(text))
    yield* shifted(shown, start, isSpan ? 'span' : 'shown');
}

/** Lists of words, and those that a key gives to the command of another. */
function* inArgv(text: string, by = 0): Iterable<ScriptCommand> {
  const joined = [...commandArgs(text)];
  yield* inLists(joined, by);
  let next = 0;
  for (const { words, start, end } of argvLists(text)) {
    while (joined[next] !== undefined && joined[next]!.end <= start) next += 1;
    if ((joined[next]?.start ?? end) >= end)
      yield* inWords(words, { start: by + start, end: by + end, in: 'value' });
  }
}

function* both(...parts: readonly Iterable<ScriptCommand>[]): Iterable<ScriptCommand> {
  for (const part of parts) yield* part;
}

/** Whether a shell runs the file as a whole. */
export function isShellScript(path: string, text: string): boolean {
  return SHELL.test(path) || HOOKS.test(path) || SHEBANG.test(text);
}

/**
 * The commands of a script: of shells, of `package.json`, of YAML that a pipeline runs; those that settings tell to
 * start, that code starts, that markdown shows, and that data holds as a list of words.
 * A text that is only said, such as a program's help, runs nothing.
 */
export function scriptCommands(path: string, text: string): Iterable<ScriptCommand> {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (MANIFESTS.has(name)) return both(inManifest(text), inArgv(text));
  if (LINES.test(name)) return inArgv(text);
  if (DATA.test(name)) return both(inJsonCommands(text), inArgv(text));
  if (YAML.test(path)) return both(inYaml(text), inArgv(text));
  if (isMarkdown(path)) return inMarkdown(text);
  if (isOtherMarkup(name)) return inOtherMarkup(text);
  if (name === 'vagrantfile')
    return both(
      inCode(text),
      ...[...provisionedScripts(text)].map(({ text: one, start }) => shifted(one, start)),
    );
  if (DOCKER.test(name)) return both(shifted(text, 0), inArgv(text));
  if (RECIPES.has(name) || MAKE.test(name)) return shifted(recipeLines(text), 0);
  if (PROCFILE.test(name)) return shifted(procfileLines(text), 0);
  if (CRON.test(path)) return both(...cronLines(text).map((lines) => shifted(lines, 0)));
  if (isShellScript(path, text)) return shifted(text, 0, 'script');
  if (WINDOWS.test(name)) return shifted(windowsLines(text), 0);
  if (SETTINGS.test(name)) return both(inSettings(text), inArgv(text));
  if (NOTEBOOK.test(name)) return inNotebook(text);
  if (PLIST.test(name)) return inLists(plistArguments(text), 0);
  return inCode(text);
}
