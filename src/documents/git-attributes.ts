import type { Span } from '../place.ts';

/** A line of a `.gitattributes` file: a pattern, and what it sets for the paths that it matches. */
export interface AttributeLine extends Span {
  readonly pattern: string;
  /** `diff` → `false` for `-diff`, `true` for `diff`, text for `diff=x`, `undefined` for `!diff`. */
  readonly sets: ReadonlyMap<string, string | boolean | undefined>;
}

// git's own macro: https://git-scm.com/docs/gitattributes#_defining_macro_attributes
const BINARY: readonly (readonly [string, boolean])[] = [
  ['binary', true],
  ['diff', false],
  ['merge', false],
  ['text', false],
];

type Macros = ReadonlyMap<string, AttributeLine['sets']>;

function readSets(words: readonly string[], macros: Macros): AttributeLine['sets'] {
  const sets = new Map<string, string | boolean | undefined>();
  for (const word of words) {
    const [, sign = '', name = '', value] = /^([-!]?)([^=]{1,200})(?:=(.*))?$/.exec(word) ?? [];
    if (sign === '' && value === undefined && name === 'binary')
      for (const [key, set] of BINARY) sets.set(key, set);
    else if (sign === '' && value === undefined && macros.has(name))
      for (const [key, set] of macros.get(name)!) sets.set(key, set);
    else sets.set(name, sign === '-' ? false : sign === '!' ? undefined : (value ?? true));
  }
  return sets;
}

/** Reads the text of a `.gitattributes` file. Patterns may stand in double quotes, escaped as in C. */
export function readAttributes(text: string): readonly AttributeLine[] {
  const macros = new Map<string, AttributeLine['sets']>();
  const lines: AttributeLine[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0].trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, quoted, plain = ''] = /^(?:"((?:[^"\\]|\\.){1,4000})"|(\S{1,4000}))/.exec(line) ?? [];
    const pattern = quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
    const head = quoted === undefined ? plain.length : quoted.length + 2;
    const sets = readSets(
      line
        .slice(head)
        .split(/\s+/)
        .filter((word) => word !== ''),
      macros,
    );
    if (pattern.startsWith('[attr]')) macros.set(pattern.slice('[attr]'.length), sets);
    else lines.push({ pattern, sets, start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** Whether one folder or file name fits one part of a pattern. Greedy with one step back, so linear in practice and never worse than the product of the lengths. */
function fitsPart(name: string, pattern: string): boolean {
  let [at, star, mark] = [0, -1, 0];
  let from = 0;
  while (from < name.length) {
    const width = widthOf(pattern, at);
    if (pattern[at] === '*') {
      star = at++;
      mark = from;
    } else if (at < pattern.length && fitsSign(name[from]!, pattern, at, width)) {
      at += width;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++mark;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** How many signs of the pattern stand for one sign of a name: `[a-z]` is one, `\*` too. */
function widthOf(pattern: string, at: number): number {
  if (pattern[at] === '\\' && at + 1 < pattern.length) return 2;
  if (pattern[at] !== '[') return 1;
  const end = pattern.indexOf(']', at + 2);
  return end < 0 ? 1 : end - at + 1;
}

function fitsSign(sign: string, pattern: string, at: number, width: number): boolean {
  if (width === 1) return pattern[at] === '?' || pattern[at] === sign;
  if (pattern[at] === '\\') return pattern[at + 1] === sign;
  const body = pattern.slice(at + 1, at + width - 1);
  const negated = /^[!^]/.test(body);
  const set = negated ? body.slice(1) : body;
  let within = false;
  for (let index = 0; index < set.length; index++) {
    const isRange = set[index + 1] === '-' && index + 2 < set.length;
    within ||= isRange ? set[index]! <= sign && sign <= set[index + 2]! : set[index] === sign;
    if (isRange) index += 2;
  }
  return within !== negated;
}

function fitsParts(names: readonly string[], parts: readonly string[]): boolean {
  // `reached[i]`: the parts so far can end before names[i].
  let reached = names.map((_, index) => index === 0).concat(names.length === 0);
  for (const part of parts) {
    const next = reached.map(() => false);
    for (let index = 0; index <= names.length; index++) {
      if (part === '**') next[index] = reached[index]! || (index > 0 && next[index - 1]!);
      else if (index > 0) next[index] = reached[index - 1]! && fitsPart(names[index - 1]!, part);
    }
    reached = next;
  }
  return reached[names.length]!;
}

/**
 * Whether a pattern of the attributes file in `folder` (empty for the root, else with its final `/`) matches a path: as
 * gitignore does, but for folders, whose content it never reaches. https://git-scm.com/docs/gitattributes#_description
 */
export function matchesAttributes(pattern: string, folder: string, path: string): boolean {
  if (!path.startsWith(folder) || pattern.endsWith('/') || pattern.startsWith('!')) return false;
  const names = path.slice(folder.length).split('/');
  const plain = pattern.replace(/^\//, '');
  if (!pattern.includes('/')) return fitsPart(names.at(-1)!, plain);
  return fitsParts(names, plain.split('/'));
}
