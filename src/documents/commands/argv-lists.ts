/** A command that is given word by word: `["ca", "run", "--task", "a.md"]`. */
export interface ArgvList {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

const STRING = String.raw`"(?:[^"\\\n]|\\.){0,400}"|'[^'\n]{0,400}'`;
const LIST = new RegExp(
  String.raw`\[\s{0,200}((?:(?:${STRING})\s{0,200}(?:,\s{0,200}|(?=\]))){1,60})\]`,
  'g',
);
const WORD = new RegExp(STRING, 'g');

/** Lists of strings in JSON, in flows of YAML, in the exec form of a Dockerfile; they begin with a program and have more. */
export function* argvLists(text: string): Iterable<ArgvList> {
  for (const match of text.matchAll(LIST)) {
    const words = match[1]!.match(WORD)!.map((word) => word.slice(1, -1).replace(/\\(["\\/])/g, '$1'));
    if (words.length > 1) yield { words, start: match.index, end: match.index + match[0].length };
  }
}
