import type { Name } from '../name.ts';
import { addAlias, childOf, type PathNode, pathNode } from './graph.ts';
import { isNameSign } from './names.ts';
import { type NormalPath, normalPath } from './normalise.ts';
import { type Prefilter, prefilterOf } from './prefilter.ts';
import { parseRemote, type Remote } from './remote.ts';
import { fileSystemRoots, type Roots } from './roots.ts';
import { type Shorthands, shorthandsOf } from './shorthand.ts';

/** One Target Repository as a policy lists it. Paths are absolute, begin with `~`, or count from the repository's root. */
export interface TargetEntry {
  readonly name: Name;
  readonly paths: readonly string[];
  readonly remotes: readonly string[];
  /** `sha256:…` of normalised paths, as `hashTargetPath` makes them. */
  readonly hashes?: readonly string[];
}

/** Made once of all targets, used for every text. */
export interface TargetMatcher {
  readonly isEmpty: boolean;
  readonly prefilter: Prefilter;
  readonly roots: Roots;
  /** Homes of the people whom the policy's paths name, for `~jp/shop`. */
  readonly people: ReadonlyMap<string, PathNode>;
  /** Folders above the repository's root (0: the root itself), for targets written relative to it. */
  readonly above: ReadonlyMap<number, PathNode>;
  readonly hosts: ReadonlyMap<string, PathNode>;
  /** Finds any of the hosts in a folded text, up to the separator after it. Undefined where there is no remote. */
  readonly hostPattern: RegExp | undefined;
  readonly shorthands: Shorthands | undefined;
  readonly hashes: ReadonlyMap<string, Name>;
}

/** Most repositories list none, and are asked for it several times in a run. */
let matcherOfNone: TargetMatcher | undefined;

/** Throws a RangeError on a path that names no folder (`/`, `~`): everything would lie in it. */
export function compileTargets(targets: readonly TargetEntry[]): TargetMatcher {
  if (targets.length > 0) return matcherOf(targets);
  matcherOfNone ??= matcherOf([]);
  return matcherOfNone;
}

function matcherOf(targets: readonly TargetEntry[]): TargetMatcher {
  const roots = fileSystemRoots();
  const people = new Map<string, PathNode>();
  const above = new Map<number, PathNode>();
  const hosts = new Map<string, PathNode>();
  const hashes = new Map<string, Name>();
  const paths: (readonly string[])[] = [];
  const remotes: { remote: Remote; target: Name }[] = [];
  for (const target of targets) {
    for (const path of target.paths) addPath(path, target.name, { roots, people, above, paths });
    for (const text of target.remotes) {
      const remote = parseRemote(text);
      if (remote === undefined) addPath(text, target.name, { roots, people, above, paths });
      else remotes.push({ remote, target: target.name });
    }
    for (const hash of target.hashes ?? []) hashes.set(hash.trim().toLowerCase(), target.name);
  }
  for (const { remote, target } of remotes) insert(nodeOfHost(hosts, remote.host), remote.names, target);
  return {
    isEmpty:
      targets.every((target) => target.paths.length + target.remotes.length === 0) && hashes.size === 0,
    prefilter: prefilterOf([...paths, ...remotes.map(({ remote }) => remote.names)]),
    roots,
    people,
    above,
    hosts,
    hostPattern: hostPatternOf([...hosts.keys()]),
    shorthands: shorthandsOf(remotes),
    hashes,
  };
}

interface Trees {
  readonly roots: Roots;
  readonly people: Map<string, PathNode>;
  readonly above: Map<number, PathNode>;
  /** The names of every path that was added. */
  readonly paths: (readonly string[])[];
}

function addPath(text: string, target: Name, trees: Trees): void {
  const path = normalPath(text);
  if (path.names.length === 0) throw new RangeError('a target path names a folder below the root or a home');
  insert(rootOf(path, trees), path.names, target);
  trees.paths.push(path.names);
  const home = path.base === '' || path.base === 'c:' ? homeOf(path.names) : undefined;
  if (home === undefined || home.names.length === 0) return;
  insert(trees.roots.ownHome, home.names, target);
  if (home.person !== undefined) insert(nodeOf(trees.people, home.person), home.names, target);
}

function rootOf(path: NormalPath, { roots, above }: Trees): PathNode {
  if (path.base === '~') return roots.home;
  if (path.base === '..') return nodeOf(above, path.above);
  return roots.drives.get(path.base.slice(0, 1)) ?? roots.posix;
}

function homeOf([first, second, ...rest]: readonly string[]) {
  if (first === 'root') return { person: first, names: second === undefined ? [] : [second, ...rest] };
  if (first === 'home' || first === 'users') return { person: second, names: rest };
  return undefined;
}

function insert(root: PathNode, names: readonly string[], target: Name): void {
  let parent = root;
  for (const name of names.slice(0, -1)) parent = named(parent, name);
  const last = names.at(-1)!;
  // git opens `shop.git` where `shop` was asked for, and the reverse is how bare copies are named.
  for (const name of new Set([last, last.replace(/(?<=.)\.git$/, '')])) named(parent, name).target ??= target;
}

function named(parent: PathNode, name: string): PathNode {
  const isNew = !parent.names.has(name);
  if (isNew && ![...name].every((sign) => isNameSign(sign, 0))) parent.unusual.push(name);
  return childOf(parent, name);
}

function nodeOf<Key>(nodes: Map<Key, PathNode>, key: Key): PathNode {
  const known = nodes.get(key) ?? pathNode();
  nodes.set(key, known);
  return known;
}

/** Other names under which a server's repositories, their files or their images are served. */
const OTHER_HOSTS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'github.com',
    [
      'raw.githubusercontent.com',
      'codeload.github.com',
      'api.github.com',
      'uploads.github.com',
      'ssh.github.com',
      'github.dev',
      'github1s.com',
      'vscode.dev',
      'ghcr.io',
      'cdn.jsdelivr.net',
      'fastly.jsdelivr.net',
      'cdn.statically.io',
      'raw.githack.com',
      'rawcdn.githack.com',
    ],
  ],
  ['gitlab.com', ['altssh.gitlab.com', 'registry.gitlab.com']],
  ['bitbucket.org', ['altssh.bitbucket.org', 'api.bitbucket.org']],
]);

/** What goes before the owner there: `api.github.com/repos/…`, `cdn.jsdelivr.net/gh/…`, `vscode.dev/github/…`. */
const PREFIXES = [['repos'], ['2.0', 'repositories'], ['gh'], ['github']];

function nodeOfHost(hosts: Map<string, PathNode>, host: string): PathNode {
  const known = hosts.get(host);
  if (known !== undefined) return known;
  const node = pathNode();
  for (const name of [host, ...(OTHER_HOSTS.get(host) ?? [])]) hosts.set(name, node);
  for (const prefix of PREFIXES) addAlias(node, prefix, node);
  return node;
}

function hostPatternOf(hosts: readonly string[]): RegExp | undefined {
  if (hosts.length === 0) return undefined;
  const names = hosts.map((host) => host.replaceAll('.', '\\.')).sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![a-z0-9.-])(?:www\\.)?(?:${names.join('|')})\\.?(?::[0-9]{1,5}(?=\\/))?[:/]`, 'g');
}
