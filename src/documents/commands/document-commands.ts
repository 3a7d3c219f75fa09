import { type Place, placeOf } from '../../file.ts';
import { literalPattern } from '../../pattern.ts';
import type { Scalar, Tree } from '../data/tree.ts';
import type { Document } from '../document.ts';
import type { Code, Heading, Prose } from '../markdown/markdown.ts';
import { isText } from '../markdown/text-block.ts';
import { AUXILIARIES } from '../statements/lexicon.ts';
import { argvLists } from './argv-lists.ts';
import { DENYING_HEADING, isDenied, isDenyingKey } from './denials.ts';
import { processCalls } from './process-calls.ts';
import { programWords, scriptOf, shellCommands } from './shell-words.ts';

/** A command that a document gives, the program first. */
export interface Command {
  readonly words: readonly string[];
  readonly place: Place;
  /** `span`: backticks or plain prose within a sentence. `code`: a code block. `data`: a value of JSON or YAML. */
  readonly in: 'span' | 'code' | 'data';
  /** The sentence or the heading says that it is not to be run. */
  readonly denied: boolean;
}

function isDeniedHeading(section: Heading | undefined): boolean {
  for (let heading = section; heading !== undefined; heading = heading.parent)
    if (DENYING_HEADING.test(heading.prose.text)) return true;
  return false;
}

function* inText(
  document: Document,
  text: string,
  at: (start: number, end: number) => { start: number; end: number },
  rest: Pick<Command, 'in' | 'denied'>,
): Iterable<Command> {
  for (const command of shellCommands(text)) {
    const words = programWords(command.words);
    if (words.length === 0) continue;
    const place = placeOf(document.file, at(command.start, command.end));
    yield { words, place, ...rest };
    for (const inner of shellCommands(scriptOf(words) ?? ''))
      yield { words: programWords(inner.words), place, ...rest };
  }
}

function* inProse(document: Document, prose: Prose, section: Heading | undefined): Iterable<Command> {
  for (const { start, end } of prose.code) {
    const denied = isDeniedHeading(section) || isDenied(prose.text, start);
    const at = (from: number, to: number) => prose.at(start + from, start + to);
    yield* inText(document, prose.text.slice(start, end), at, { in: 'span', denied });
  }
}

const MAX_SENTENCE = 1000;

/** The text with what stood in backticks blanked; lengths stay. */
function withoutCode({ text, code }: Pick<Prose, 'text' | 'code'>): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of code) {
    pieces.push(text.slice(from, start), '\0'.repeat(end - start));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

/** What stands in a sentence without backticks: from the program's name on, where `begins` finds one. */
function* inSentences(
  document: Document,
  prose: Prose,
  section: Heading | undefined,
  begins: RegExp,
): Iterable<Command> {
  for (const match of withoutCode(prose).matchAll(begins)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    const rest = prose.text.slice(start, start + MAX_SENTENCE);
    const sentence = rest.slice(0, /[.,;:!?)](?:\s|$)|$/.exec(rest)!.index);
    const denied = isDeniedHeading(section) || isDenied(prose.text, start);
    const at = (from: number, to: number) => prose.at(start + from, start + to);
    yield* inText(document, sentence, at, { in: 'span', denied });
  }
}

/** On one line, between words: a shell puts in what the command says, a sentence names it. */
const NAMED = /(?<=\w[ \t]{1,8})`([^`\n]{1,500})`/g;

/** `dist/ca is recorded` is a sentence, whatever its first word names. */
function isSentence([, verb = '']: readonly string[]): boolean {
  return AUXILIARIES.has(verb);
}

/** A block of text holds sentences as well as what is typed: what they name in backticks is a span as elsewhere. */
function* inTextBlock(
  document: Document,
  { text, at }: Code,
  { denied }: Pick<Command, 'denied'>,
): Iterable<Command> {
  const code = [...text.matchAll(NAMED)].map(({ 0: named, index }) => ({
    start: index + 1,
    end: index + named.length - 1,
  }));
  for (const command of inText(document, withoutCode({ text, code }), at, { in: 'code', denied }))
    if (!isSentence(command.words)) yield command;
  for (const { start, end } of code) {
    const placed = (from: number, to: number) => at(start + from, start + to);
    const line = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const rest = { in: 'span', denied: denied || isDenied(line, line.length) } as const;
    yield* inText(document, text.slice(start, end), placed, rest);
  }
}

/** What code that a document shows starts. A value that the code puts in stands for a file, as a placeholder does. */
function* inCalls(
  document: Document,
  text: string,
  at: (start: number, end: number) => { start: number; end: number },
  rest: Pick<Command, 'in' | 'denied'>,
): Iterable<Command> {
  for (const call of processCalls(text)) {
    if ('script' in call) {
      const script = call.script.replace(/\$(?=x+(?!\w))/g, 'x');
      yield* inText(document, script, (from, to) => at(call.start + from, call.start + to), rest);
    } else {
      const words = programWords(call.words).map((word) => (word === '$given' ? 'given' : word));
      yield { words, place: placeOf(document.file, at(call.start, call.end)), ...rest };
    }
  }
}

/** A text in data is a command, or a sentence that names one in backticks. */
function* inScalar(
  document: Document,
  tree: Scalar,
  rest: Pick<Command, 'in' | 'denied'>,
): Iterable<Command> {
  const { value } = tree;
  if (typeof value !== 'string') return;
  let begin = 0;
  const at = (start: number): Scalar => {
    begin = start;
    return tree;
  };
  for (const command of inText(document, value, at, rest))
    yield value[begin - 1] === '`' && isDenied(value, begin) ? { ...command, denied: true } : command;
}

function* inTree(document: Document, tree: Tree, denied = false): Iterable<Command> {
  if (tree.kind === 'mapping') {
    for (const { key, value } of tree.entries) yield* inTree(document, value, isDenyingKey(key));
    return;
  }
  const rest = { in: 'data', denied } as const;
  if (tree.kind === 'scalar') {
    yield* inScalar(document, tree, rest);
    return;
  }
  // `["ca", "run", …]` is one command, word by word.
  const words = tree.items.map((item) => (item.kind === 'scalar' ? String(item.value) : ''));
  const isArgv = !/\s/.test(words[0] ?? ' ') && words.some((word) => /^--?[a-z]/i.test(word));
  if (isArgv || words.every((word) => word !== '' && !/\s/.test(word)))
    yield { words, place: placeOf(document.file, tree), ...rest };
  else for (const item of tree.items) yield* inTree(document, item, denied);
}

/** A program in a sentence without backticks: its name with a path or none, then that first word or a flag. */
function beginning(program: string, first: string): RegExp {
  return new RegExp(
    `(?:^|[\\s("])(?:[\\w.~-]{0,80}/){0,12}${literalPattern(program)}(?:\\.exe)?\\s+(?:${literalPattern(first)}(?![\\w-])|--?[a-z])`,
    'g',
  );
}

/** Every command in a document: backticks, code blocks, values of JSON and YAML; in plain sentences those of one program. */
export function* commandsOf(document: Document, program: string, first: string): Iterable<Command> {
  const { markdown } = document;
  const begins = beginning(program, first);
  for (const { prose } of markdown?.headings ?? []) yield* inProse(document, prose, undefined);
  for (const { prose, section } of markdown?.blocks ?? []) {
    yield* inProse(document, prose, section);
    yield* inSentences(document, prose, section, begins);
  }
  for (const { cells, section } of markdown?.rows ?? [])
    for (const cell of cells) yield* inProse(document, cell, section);
  for (const code of markdown?.code ?? []) {
    const { text, at, section } = code;
    const rest = { in: 'code', denied: isDeniedHeading(section) } as const;
    yield* isText(code) ? inTextBlock(document, code, rest) : inText(document, text, at, rest);
    for (const { words, start, end } of argvLists(text))
      yield { words: programWords(words), place: placeOf(document.file, at(start, end)), ...rest };
    yield* inCalls(document, text, at, rest);
  }
  for (const tree of document.trees) yield* inTree(document, tree);
}
