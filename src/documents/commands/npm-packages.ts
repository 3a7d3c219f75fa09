import { shellCommands } from './shell-words.ts';

/** Where a package is asked for or installed: offsets in the text, and how it was told. */
export interface PackageUse {
  readonly use: 'dependency' | 'lock' | 'command';
  readonly start: number;
  readonly end: number;
}

const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'peerDependencies',
  'optionalDependencies',
  'bundledDependencies',
  'bundleDependencies',
  'overrides',
  'resolutions',
  'catalog',
];

/** The package in a registry: `https://registry.npmjs.org/case/-/case-1.6.3.tgz`; `@x/case` is somebody's scoped package. */
function tarball(name: string): string {
  return `(?<!/@[^/\\s]{1,100})/${name}/-/${name}-\\d`;
}

/** What npm lets a name be followed by: `case@1.6.3`; `npm:case@1` is the same package under another name. */
function isPackage(text: string, name: string): boolean {
  const plain = text.replace(/^npm:\/?/, '');
  return plain === name || plain.startsWith(`${name}@`) || isTarball(plain, name);
}

function isTarball(text: string, name: string): boolean {
  return /^https?:/.test(text) && new RegExp(tarball(name)).test(text);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

// `x/case` in overrides and resolutions is the package below another; `@x/case` is somebody's scoped package.
function isBelowAnother(key: string, name: string): boolean {
  return key.endsWith(`/${name}`) && !/(?:^|[/>])@[^/]+$/.test(key.slice(0, -name.length - 1));
}

/** Whether a mapping of dependencies, or a list of bundled ones, asks for the package, by its name or an alias of it. */
function asks(data: unknown, name: string, depth = 0): boolean {
  if (Array.isArray(data)) return data.includes(name);
  if (!isObject(data) || depth > 8) return false;
  return Object.entries(data).some(
    ([key, value]) =>
      isPackage(key, name) ||
      isBelowAnother(key, name) ||
      (typeof value === 'string' && /^(?:npm|https?):/.test(value) && isPackage(value, name)) ||
      asks(value, name, depth + 1),
  );
}

/** JSON as npm reads it; `undefined` for what is none, which npm does not install from either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function inManifest(text: string, name: string): boolean {
  const data = parsed(text);
  if (!isObject(data)) return false;
  return (
    DEPENDENCIES.some((key) => asks(data[key], name)) ||
    (isObject(data.pnpm) && asks(data.pnpm.overrides, name))
  );
}

/** package-lock.json: `packages` by folder (version 2 and 3), `dependencies` by name (version 1). */
function inNpmLock(text: string, name: string): boolean {
  const data = parsed(text);
  if (!isObject(data)) return false;
  const packages = isObject(data.packages) ? data.packages : {};
  return (
    asks(data.dependencies, name) ||
    Object.entries(packages).some(
      ([path, entry]) =>
        path.endsWith(`node_modules/${name}`) ||
        (isObject(entry) && path !== '' && entry.name === name) ||
        (isObject(entry) && DEPENDENCIES.some((key) => asks(entry[key], name))),
    )
  );
}

// yarn.lock `case@^1.6.3:` · pnpm-lock.yaml `  case@1.6.3:`, `  /case/1.6.3:`, `      case:` · bun.lock `"case": ["case@1.6.3"`
function lockPattern(name: string): RegExp {
  return new RegExp(
    `^[ \\t]{0,12}["']?(?:/?${name}(?:@|/)(?:npm:)?[\\d^~>=<*v]|${name}["']?:[ \\t]*(?:$|["'[{\\d^~]))|["'/]npm:${name}@|${tarball(name)}`,
    'm',
  );
}

// The same on one line, where `"case": "cli.js"` may be a program of another package
function bunLockPattern(name: string): RegExp {
  return new RegExp(
    `"${name}"\\s{0,8}:\\s{0,8}"(?:[\\d^~>=<*v]|latest"|next")|(?<=:\\s{0,8}\\[\\s{0,8})"${name}@\\d|["'/]npm:${name}@|${tarball(name)}`,
  );
}

// pnpm-workspace.yaml: `  case: ^1.6.3` below `catalog:`, `catalogs:` or `overrides:`, or `{case: ^1.6.3}`; `x: npm:case@1`
function workspacePattern(name: string): RegExp {
  return new RegExp(
    `(?:^[ \\t]{1,12}|[{,][ \\t]{0,8})["']?${name}["']?[ \\t]{0,8}:[ \\t]{1,8}["']?[\\d^~>=<*vlnh]|npm:${name}(?![\\w./-])|${tarball(name)}`,
    'm',
  );
}

// deno.json, an import map, deno.lock: `npm:case@1.6.3`, `npm:/case@1/lib` as a string
function specifierPattern(name: string): RegExp {
  return new RegExp(`(?<=")npm:/?${name}(?=["@/])`);
}

// The same where a module imports it
function importPattern(name: string): RegExp {
  return new RegExp(`(?<=\\b(?:from|import|require)\\s{0,8}\\(?\\s{0,8}["'])npm:/?${name}(?=["'@/])`);
}

const DENO = /^(?:deno\.jsonc?|import[_-]?map\.json|deno\.lock)$/;
const MODULE = /\.[cm]?[jt]sx?$/;

const GROUP = new RegExp(`"(?:${DEPENDENCIES.join('|')}|pnpm|packages)"\\s{0,20}:`);

/** Where to point in a JSON text: the name, its folder or its alias, behind the first list of packages; else the start. */
function placeIn(text: string, name: string): { start: number; end: number } {
  const begin = Math.max(0, text.search(GROUP));
  const used = new RegExp(
    `"((?:npm:|[^"@]{0,200}[/>])?${name}(?:@[^"]{0,80})?|https?:[^"]{0,200}/${name}-\\d[^"]{0,80})"`,
    'g',
  );
  used.lastIndex = begin;
  const match = used.exec(text);
  return match ? { start: match.index + 1, end: match.index + 1 + match[1]!.length } : { start: 0, end: 0 };
}

const STARTERS = new Set(['npx', 'bunx', 'pnpx']);
// Volta installs packages of npm's registry: https://docs.volta.sh/reference/install
const MANAGERS = new Set(['npm', 'pnpm', 'yarn', 'bun', 'deno', 'volta']);
const VERBS = new Set('i in ins install add ci x exec dlx update up upgrade link'.split(' '));
const TAKES_VALUE = new Set([
  '--prefix',
  '-C',
  '--dir',
  '--registry',
  '-w',
  '--workspace',
  '--filter',
  '-F',
  '-c',
  '--call',
]);

/** Whether a command, from the package manager on, installs or starts the package. */
function commandUses(words: readonly string[], name: string): boolean {
  const program = words[0]!.split('/').at(-1)!;
  const rest = words.slice(1);
  if (program === 'deno') return rest.some((word) => word.startsWith('npm:') && isPackage(word, name));
  let verb = STARTERS.has(program) ? program : '';
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    const given = /^(?:--package|-p)=(.+)$/.exec(word)?.[1];
    if (given !== undefined && isPackage(given, name)) return true;
    if (TAKES_VALUE.has(word)) at++;
    else if (word === '-p' || word === '--package') {
      if (isPackage(rest[++at] ?? '', name)) return true;
    } else if (word.startsWith('-')) continue;
    else if (verb === '') {
      if (word === 'global' || word === 'workspace') continue;
      if (!VERBS.has(word)) return false;
      verb = word;
    } else if (isPackage(word, name)) return true;
    // What follows the program that npx, exec, x or dlx start are that program's words.
    else if (/^(?:npx|bunx|pnpx|exec|x|dlx)$/.test(verb)) return false;
  }
  return false;
}

/** Uses in the commands of one line or span. */
export function packageCommands(text: string, name: string): readonly PackageUse[] {
  if (!text.includes(name)) return [];
  return shellCommands(text).flatMap(({ words, start, end }): PackageUse[] => {
    const at = words.findIndex((word) => {
      const program = word.split('/').at(-1)!;
      return STARTERS.has(program) || MANAGERS.has(program);
    });
    if (at < 0 || !commandUses(words.slice(at), name)) return [];
    return [{ use: 'command', start: Math.max(start, text.indexOf(words[at]!, start)), end }];
  });
}

/** What a manifest or lock file says of a package; nothing for any other file. */
export function packageEntries(path: string, text: string, name: string): readonly PackageUse[] {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (file === 'package.json' && inManifest(text, name))
    return [{ use: 'dependency', ...placeIn(text, name) }];
  if ((file === 'package-lock.json' || file === 'npm-shrinkwrap.json') && inNpmLock(text, name))
    return [{ use: 'lock', ...placeIn(text, name) }];
  const pattern = patternOf(file, text)?.(name);
  const match = pattern?.exec(text);
  if (!match) return [];
  const use = /lock/.test(file) ? 'lock' : 'dependency';
  return [{ use, start: match.index, end: match.index + match[0].length }];
}

function patternOf(file: string, text: string): ((name: string) => RegExp) | undefined {
  if (file === 'yarn.lock' || file === 'pnpm-lock.yaml') return lockPattern;
  if (file === 'bun.lock') return bunLockPattern;
  if (file === 'pnpm-workspace.yaml') return workspacePattern;
  if (DENO.test(file)) return specifierPattern;
  return MODULE.test(file) && text.includes('npm:') ? importPattern : undefined;
}
