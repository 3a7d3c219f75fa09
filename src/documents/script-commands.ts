import { argvLists } from './argv-lists.ts';
import { codeLines, shownCode } from './code-lines.ts';
import { isMarkdown } from './document-format.ts';
import { programWords, scriptOf, shellCommands } from './shell-words.ts';

/** A command in a file that is run, or tells what to run: the program first, and where it stands in the text. */
export interface ScriptCommand {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  /** `span`: in backticks within a sentence. `script`: in a file that a shell runs. `shown`: anything else. */
  readonly in: 'span' | 'script' | 'shown';
}

const SHELL = /\.(?:ba|da|z|k)?sh$/i;
const MAKE = /\.mk$/i;
const DOCKER = /(?:^|\.)(?:docker|container)file(?:$|\.)/;
const RECIPES = new Set(['makefile', 'gnumakefile', 'justfile', 'procfile']);
const MANIFESTS = new Set(['package.json', 'deno.json', 'composer.json']);
const DATA = /\.(?:jsonc?|jsonl|ndjson)$/i;
const YAML = /\.ya?ml$/i;
const SHEBANG = /^#![^\n]{0,100}\b(?:ba|da|z|k)?sh\b/;

/** Folders whose files are hooks of git, or workflows: scripts by their place. */
const HOOKS = /(?:^|\/)\.(?:husky|githooks)\/[^/.]+$/;

/** `"test": "…"`: a string of JSON as it stands in the text. */
const JSON_STRING = /"((?:[^"\\\n]|\\.){0,4000})"/g;

/** `- run: "…"`, `script: …`, `- …`: what a line of YAML gives as its value. */
const YAML_VALUE = /^([ \t]*(?:- +)*(?:[\w.-]{1,80}:[ \t]+)?)(.*)$/;

function* inJson(text: string): Iterable<ScriptCommand> {
  for (const match of text.matchAll(JSON_STRING)) {
    // `\"` is one character of the command; blanks keep the places.
    const command = match[1]!.replace(/\\(["\\/])/g, ' $1').replace(/\\[bfnrt]/g, ' ;');
    yield* shifted(command, match.index + 1);
  }
}

function* inYaml(text: string): Iterable<ScriptCommand> {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const [, lead, value] = YAML_VALUE.exec(line)!;
    const quoted = /^(["'])(.*)\1\s*$/.exec(value!)?.[2];
    yield* shifted(quoted ?? value!, index + lead!.length + (quoted === undefined ? 0 : 1));
  }
}

function* shifted(text: string, by: number, where: ScriptCommand['in'] = 'shown'): Iterable<ScriptCommand> {
  for (const command of shellCommands(text)) {
    const words = programWords(command.words);
    const place = { start: by + command.start, end: by + command.end, in: where };
    yield { words, ...place };
    for (const inner of shellCommands(scriptOf(words) ?? ''))
      yield { words: programWords(inner.words), ...place };
  }
}

function* inMarkdown(text: string): Iterable<ScriptCommand> {
  for (const { text: line, start, isSpan } of codeLines(text))
    yield* shifted(line, start, isSpan ? 'span' : 'shown');
  for (const { text: block, start } of shownCode(text)) yield* inArgv(block, start);
}

function* inArgv(text: string, by = 0): Iterable<ScriptCommand> {
  for (const { words, start, end } of argvLists(text))
    yield { words: programWords(words), start: by + start, end: by + end, in: 'shown' };
}

function* both(...parts: readonly Iterable<ScriptCommand>[]): Iterable<ScriptCommand> {
  for (const part of parts) yield* part;
}

/** Whether a shell runs the file as a whole. */
export function isShellScript(path: string, text: string): boolean {
  return SHELL.test(path) || HOOKS.test(path) || SHEBANG.test(text);
}

/**
 * The commands of a script: of shells, of `package.json`, of YAML that a pipeline runs; those that markdown shows, and
 * those that data holds as a list of words.
 * Nothing for any other file: a program's own source, or its help text, runs nothing.
 */
export function scriptCommands(path: string, text: string): Iterable<ScriptCommand> {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (MANIFESTS.has(name)) return both(inJson(text), inArgv(text));
  if (DATA.test(name)) return inArgv(text);
  if (YAML.test(path)) return both(inYaml(text), inArgv(text));
  if (isMarkdown(path)) return inMarkdown(text);
  if (DOCKER.test(name)) return both(shifted(text, 0), inArgv(text));
  if (RECIPES.has(name) || MAKE.test(name)) return shifted(text.replace(/^(\t *)[@-]/gm, '$1 '), 0);
  if (isShellScript(path, text)) return shifted(text, 0, 'script');
  return [];
}
