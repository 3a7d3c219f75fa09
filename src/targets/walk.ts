import type { Name } from '../name.ts';
import { NAMED_SPACE } from './escapes.ts';
import { following, type PathNode } from './graph.ts';
import { digestOf } from './hash-target-path.ts';
import { isLongerThanAName, nameEnd, type SpelledName, withoutTrailing } from './names.ts';

/** How far a path has come: the places that it may be at, and how it is written from where it began. */
export interface Step {
  readonly nodes: readonly PathNode[];
  readonly written: readonly string[];
}

export const NOWHERE: Step = { nodes: [], written: [] };

/** How names are compared while a path is followed. */
export interface Lookup {
  readonly hashes: ReadonlyMap<string, Name>;
  readonly namesOf: (name: string) => readonly SpelledName[];
}

export interface Arrival {
  readonly target: Name;
  readonly by: 'path' | 'hash';
  /** Offset after the last name that led there. */
  readonly end: number;
}

/** More ways than these to write one path (each alias of a root adds one) are followed by nobody. */
const MOST_WAYS = 4;
/** A path is followed over this many line ends. */
const MOST_WRAPS = 4;

/**
 * A line end within a path: the spaces round it, and what begins a line in quotes, comments, lists of changes and
 * tables. A blank line ends every path.
 */
const WRAP =
  /[ \t]{0,8}(?:\r\n?|\n)[ \t]{0,120}(?:(?:>|#{1,6}|\*|\||;|\/{2,3}|--|\+)[ \t]{1,8}){0,3}(?=[^\s])/y;
const BRACES = /\{[^{}\s/]{1,200}\}/y;
/** A folder of any spelling that is left again at once: `/srv/old shop/../shops`. */
const LEFT_AGAIN = /[^/\r\n"'`<>]{1,255}\/+(?:\.\/+)*\.\.(?=\/)/y;

export function stepTo(nodes: readonly PathNode[], written: readonly string[] = []): Step {
  return { nodes, written: [...new Set([...written, ...nodes.flatMap(({ base }) => base ?? [])])] };
}

/**
 * Follows the path that stands at an offset of a folded text, from the last of `steps`; `..` goes back along them, and
 * never before the first. Yields every target that it comes to or through; returns where its first line ends.
 */
export function* walk(
  text: string,
  at: number,
  steps: readonly Step[],
  lookup: Lookup,
): Generator<Arrival, number> {
  const stack = [...steps];
  let offset = at;
  let firstLineEnd: number | undefined;
  let wraps = 0;
  for (;;) {
    while (text[offset] === '/') offset += 1;
    const before = stack.at(-1)!;
    let name = '';
    let end = offset;
    for (;;) {
      end = nameEnd(text, offset);
      name += text.slice(offset, end);
      if (isLongerThanAName(name.length)) return firstLineEnd ?? end;
      const next = wraps < MOST_WRAPS ? afterWrap(text, end) : undefined;
      if (next === undefined) break;
      yield* arrivals(before, name, end, lookup);
      firstLineEnd ??= end;
      wraps += 1;
      offset = next;
      if (text[offset] === '/') {
        end = offset;
        break;
      }
    }
    const choice = bracedNames(text, offset);
    if (choice !== undefined) {
      for (const one of choice.names) yield* arrivals(before, one, choice.end, lookup);
      stack.push(anyOf(choice.names.map((one) => advance(before, one, lookup))));
      if (text[choice.end] !== '/') return firstLineEnd ?? choice.end;
      offset = choice.end;
      continue;
    }
    const unusual = before.nodes.length > 0 ? unusualName(text, offset, before.nodes) : undefined;
    if (unusual !== undefined) {
      name = unusual;
      end = offset + unusual.length;
    } else if (isDrive(text, name, end, before, lookup)) {
      name += ':';
      end += 1;
    }
    if (name === '..') {
      if (stack.length > 1) stack.pop();
    } else if (name !== '' && name !== '.') {
      yield* arrivals(before, name, end, lookup);
      if (isMarkedUp(text, at, end)) yield* arrivals(before, withoutTrailing(name, '_'), end, lookup);
      const left = text[end] === '/' ? undefined : leftAgain(text, offset, before);
      if (left !== undefined) end = left;
      else stack.push(advance(before, name, lookup));
    }
    if (text[end] !== '/') return firstLineEnd ?? end;
    offset = end;
  }
}

/** The targets that one more name leads to. */
export function* arrivals(step: Step, name: string, end: number, lookup: Lookup): Generator<Arrival> {
  if (step.nodes.length === 0 && lookup.hashes.size === 0) return;
  for (const spelled of lookup.namesOf(name)) {
    const cut = end - (name.length - spelled.length);
    for (const { target } of following(step.nodes, spelled.name)) {
      if (target !== undefined) yield { target, by: 'path', end: cut };
    }
    if (lookup.hashes.size === 0) continue;
    for (const written of step.written) {
      const target = lookup.hashes.get(digestOf(`${written}/${spelled.name.replaceAll(NAMED_SPACE, ' ')}`));
      if (target !== undefined) yield { target, by: 'hash', end: cut };
    }
  }
}

/** One name further. Names that end in dots or `.git` go on as what they stand for, too. */
export function advance(step: Step, name: string, lookup: Lookup): Step {
  if (step.nodes.length === 0 && lookup.hashes.size === 0) return NOWHERE;
  const nodes = lookup.namesOf(name).flatMap((spelled) => following(step.nodes, spelled.name));
  const written = lookup.hashes.size === 0 ? [] : step.written.map((path) => `${path}/${name}`);
  return nodes.length === 0 && written.length === 0 ? NOWHERE : stepTo(nodes, written.slice(-MOST_WAYS));
}

function afterWrap(text: string, at: number): number | undefined {
  const sign = text[at];
  if (sign !== '\n' && sign !== '\r' && sign !== ' ' && sign !== '\t') return undefined;
  WRAP.lastIndex = at;
  return WRAP.test(text) ? WRAP.lastIndex : undefined;
}

/** `{shop,other}`: names of which a shell takes each. */
function bracedNames(text: string, at: number): { names: string[]; end: number } | undefined {
  if (text[at] !== '{') return undefined;
  BRACES.lastIndex = at;
  const found = BRACES.exec(text)?.[0];
  return found === undefined ? undefined : { names: found.slice(1, -1).split(','), end: at + found.length };
}

function anyOf(steps: readonly Step[]): Step {
  const written = steps.flatMap((step) => step.written).slice(-MOST_WAYS);
  return stepTo(
    steps.flatMap((step) => step.nodes),
    written,
  );
}

/** `file:///c:/srv`, where a drive may stand. In `/opt/x:/srv/shop` the colon parts two paths of a list. */
function isDrive(text: string, name: string, end: number, before: Step, lookup: Lookup): boolean {
  if (name.length !== 1 || text[end] !== ':' || text[end + 1] !== '/') return false;
  return advance(before, `${name}:`, lookup).nodes.length > 0;
}

/** `_/srv/shop_` and `__/srv/shop__`: the last underscores are markdown's, as the first are. */
function isMarkedUp(text: string, at: number, end: number): boolean {
  return text[at - 1] === '_' && text[end - 1] === '_' && text[end] !== '/';
}

function leftAgain(text: string, at: number, before: Step): number | undefined {
  if (before.nodes.length === 0) return undefined;
  LEFT_AGAIN.lastIndex = at;
  return LEFT_AGAIN.test(text) ? LEFT_AGAIN.lastIndex : undefined;
}

/** A name with spaces or brackets, which only the policy's own list can tell from the prose around it. */
function unusualName(text: string, at: number, nodes: readonly PathNode[]): string | undefined {
  for (const { unusual } of nodes) {
    for (const name of unusual) {
      const found = text.slice(at, at + name.length).replaceAll(NAMED_SPACE, ' ');
      if (found === name && nameEnd(text, at + name.length) === at + name.length) return name;
    }
  }
  return undefined;
}
