import { pathBytes } from './path-text.ts';
import { unquote } from './quoted-path.ts';
import { wildmatch } from './wildmatch.ts';

/** A file of attributes: `.gitattributes` of some folder, or `info/attributes`, which outweighs all of them. */
export interface AttributesFile {
  /** `docs/.gitattributes`, or what else names it for a reader. */
  readonly source: string;
  /** Which folder it is about; empty for the root. `info` stands for `info/attributes`. */
  readonly folder: string | { readonly info: true };
  readonly text: string;
}

/** An attribute of a path that hides it from those who read diffs, or puts something else into the working tree. */
export interface BlindingAttribute {
  readonly attribute: 'diff' | 'binary' | 'filter' | 'working-tree-encoding';
  readonly source: string;
  /** From 1. */
  readonly line: number;
}

/** `true` set, `false` unset (`-diff`), `undefined` unspecified again (`!diff`), else a value (`filter=lfs`). */
type State = boolean | string | undefined;

interface Assignment {
  readonly name: string;
  readonly state: State;
}

interface Line {
  readonly source: string;
  readonly line: number;
  readonly matches: (path: string) => boolean;
  readonly assignments: readonly Assignment[];
}

interface Decision {
  readonly state: State;
  readonly by: Line;
  /** The macro that it came by. */
  readonly macro: string | undefined;
}

type Macros = ReadonlyMap<string, readonly Assignment[]>;

/** https://git-scm.com/docs/gitattributes#_defining_macro_attributes */
const BUILT_IN: readonly [string, readonly Assignment[]] = [
  'binary',
  [
    { name: 'diff', state: false },
    { name: 'merge', state: false },
    { name: 'text', state: false },
  ],
];
/** git passes over a line that names any other. */
const NAME = /^[A-Za-z0-9_.][A-Za-z0-9_.-]{0,2048}$/;
/** git passes over longer lines. */
const MAX_LINE = 2048;

function assignmentOf(word: string): Assignment {
  if (word.startsWith('-')) return { name: word.slice(1), state: false };
  if (word.startsWith('!')) return { name: word.slice(1), state: undefined };
  const equals = word.indexOf('=');
  return equals < 0
    ? { name: word, state: true }
    : { name: word.slice(0, equals), state: word.slice(equals + 1) };
}

interface Words {
  readonly pattern: string;
  readonly assignments: readonly Assignment[];
}

/** `"a b" -diff filter=x`: a pattern, quoted or not, and what it assigns. */
function wordsOf(line: string): Words | undefined {
  const text = line.replace(/^[ \t\r]{1,2048}/, '');
  if (text === '' || text.startsWith('#')) return undefined;
  const quoted = text.startsWith('"') ? unquote(text) : undefined;
  const end = quoted?.end ?? text.search(/[ \t\r]|$/);
  const assignments = text
    .slice(end)
    .split(/[ \t\r]/)
    .filter(Boolean)
    .map(assignmentOf);
  if (!assignments.every(({ name }) => NAME.test(name))) return undefined;
  return { pattern: quoted?.value ?? text.slice(0, end), assignments };
}

function inFolder(folder: string, matches: (path: string) => boolean): (path: string) => boolean {
  if (folder === '') return matches;
  const prefix = `${latin1Of(folder)}/`;
  return (path) => path.startsWith(prefix) && matches(path.slice(prefix.length));
}

/** As patterns are matched: one character a byte. */
function latin1Of(path: string): string {
  return pathBytes(path).toString('latin1');
}

function parse(file: AttributesFile, macros: Map<string, readonly Assignment[]>): readonly Line[] {
  const folder = typeof file.folder === 'string' ? file.folder : '';
  const lines: Line[] = [];
  for (const [index, text] of file.text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const words = text.length > MAX_LINE ? undefined : wordsOf(text);
    if (words === undefined) continue;
    const { pattern, assignments } = words;
    if (pattern.startsWith('[attr]')) {
      // Macros count at the root only.
      if (folder === '') macros.set(pattern.slice('[attr]'.length), assignments);
      continue;
    }
    // git refuses patterns that negate.
    if (pattern.startsWith('!')) continue;
    const matches = inFolder(folder, wildmatch(Buffer.from(pattern).toString('latin1')));
    lines.push({ source: file.source, line: index + 1, matches, assignments });
  }
  return lines;
}

/** From the strongest file to the weakest: `info/attributes`, then the path's own folder, then the ones above it. */
function strongestFirst(files: readonly AttributesFile[]): readonly AttributesFile[] {
  const depth = ({ folder }: AttributesFile) =>
    typeof folder === 'string' ? folder.length : Number.POSITIVE_INFINITY;
  return files.toSorted((one, other) => depth(other) - depth(one));
}

/** The first decision counts, and decisions are taken from the last word of the strongest line backwards. */
function decide(lines: readonly Line[], macros: Macros, path: string): ReadonlyMap<string, Decision> {
  const decided = new Map<string, Decision>();
  const assign = (by: Line, assignments: readonly Assignment[], macro: string | undefined) => {
    for (const { name, state } of assignments.toReversed()) {
      if (decided.has(name)) continue;
      decided.set(name, { state, by, macro });
      const expansion = state === true ? macros.get(name) : undefined;
      if (expansion) assign(by, expansion, macro ?? name);
    }
  };
  for (const line of lines) if (line.matches(path)) assign(line, line.assignments, undefined);
  return decided;
}

function isBlinding(name: string, state: State): boolean {
  if (name === 'diff') return state === false;
  if (name === 'filter') return state === true || (typeof state === 'string' && state !== '');
  return typeof state === 'string' && !/^utf-?8$/i.test(state);
}

/**
 * Reads attributes as text, without git: for each path, what would blind a reader of diffs to it. Give it every
 * `.gitattributes` of a revision; the function that comes back is for any number of paths.
 */
export function blindingAttributes(
  files: readonly AttributesFile[],
): (path: string) => readonly BlindingAttribute[] {
  const macros = new Map([BUILT_IN]);
  const lines = strongestFirst(files).flatMap((file) => parse(file, macros).toReversed());
  return (path) => {
    const found: BlindingAttribute[] = [];
    const decided = decide(lines, macros, latin1Of(path));
    for (const name of ['diff', 'filter', 'working-tree-encoding'] as const) {
      const decision = decided.get(name);
      if (!decision || !isBlinding(name, decision.state)) continue;
      const attribute = name === 'diff' && decision.macro === 'binary' ? 'binary' : name;
      found.push({ attribute, source: decision.by.source, line: decision.by.line });
    }
    return found;
  };
}
