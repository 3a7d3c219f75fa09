import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type IsForbidden, linksIn, readAdministration, realPath } from '../follow.ts';
import { GitError } from '../git-error.ts';
import { parseAlternates } from './alternates.ts';
import { parseConfig, type Setting } from './config-text.ts';
import type { HookVariables } from './environment.ts';
import type { Location } from './locate.ts';

/** Something outside of the working tree that git reads for a repository: where it is named, and where it leads. */
export interface RepositoryLink {
  /** `config include`, `alternate`, `git directory`… */
  readonly what: string;
  /** Absolute, links resolved. */
  readonly path: string;
}

const MAX_DEPTH = 10;
/** Keys whose value is a path that git opens. */
const PATH_KEYS = new Set(['core.worktree', 'core.attributesfile', 'core.excludesfile']);

interface Reader {
  readonly home: string;
  readonly isForbidden: IsForbidden;
  readonly links: RepositoryLink[];
  readonly visited: Set<string>;
}

function expand(path: string, base: string, home: string): string {
  if (path === '~' || path.startsWith('~/')) return join(home, path.slice(1));
  return resolve(base, path);
}

function follow(reader: Reader, what: string, path: string): string {
  const real = realPath(what, path, reader.isForbidden);
  reader.links.push({ what, path: real });
  return real;
}

function isInclude(setting: Setting): boolean {
  return (setting.section === 'include' || setting.section === 'includeif') && setting.key === 'path';
}

/** Conditions of `includeIf` are not weighed: what git may open is treated as opened. */
function readConfig(reader: Reader, file: string, depth: number): readonly Setting[] {
  if (depth > MAX_DEPTH) {
    throw new GitError(
      'includes of the Git configuration are nested too deep',
      'remove the loop of includes',
    );
  }
  const text = readAdministration('the Git configuration', file, reader.isForbidden);
  if (text === undefined || reader.visited.has(file)) return [];
  reader.visited.add(file);
  const settings: Setting[] = [];
  for (const setting of parseConfig(text)) {
    settings.push(setting);
    if (isInclude(setting)) {
      const included = follow(reader, 'a config include', expand(setting.value, dirname(file), reader.home));
      settings.push(...readConfig(reader, included, depth + 1));
    } else if (PATH_KEYS.has(`${setting.section}.${setting.key}`) && setting.value !== '') {
      follow(reader, `${setting.section}.${setting.key}`, expand(setting.value, dirname(file), reader.home));
    }
  }
  return settings;
}

/** Those of an object directory, relative to it, and theirs in turn. */
function readAlternates(reader: Reader, objects: string, depth: number): void {
  if (depth > MAX_DEPTH)
    throw new GitError('alternates are nested too deep', 'remove the loop of alternates');
  const text = readAdministration(
    'objects/info/alternates',
    join(objects, 'info', 'alternates'),
    reader.isForbidden,
  );
  for (const path of parseAlternates(text ?? '', '\n')) {
    const alternate = follow(reader, 'an alternate', resolve(objects, path));
    if (!reader.visited.has(alternate)) {
      reader.visited.add(alternate);
      readAlternates(reader, alternate, depth + 1);
    }
  }
}

/** Parts of a repository may be links themselves: `git-new-workdir` makes such, and so may anybody. */
function followParts(reader: Reader, directory: string): void {
  for (const name of linksIn(directory)) follow(reader, 'a link in the git directory', join(directory, name));
}

/** Of the machine and of the user; git reads them first. */
function configsAround(env: NodeJS.ProcessEnv, home: string): readonly string[] {
  return [
    '/etc/gitconfig',
    join(env.XDG_CONFIG_HOME || join(home, '.config'), 'git', 'config'),
    join(home, '.gitconfig'),
  ];
}

/** What a git directory keeps in folders of few entries; each may be, or hold, a link. */
const PARTS = [
  '',
  'info',
  'refs',
  'refs/heads',
  'refs/remotes',
  'refs/tags',
  'objects',
  'objects/info',
  'objects/pack',
];

function followDirectories(reader: Reader, location: Location): void {
  follow(reader, 'the git directory', location.gitDir);
  if (location.commonDir !== location.gitDir) follow(reader, 'the common directory', location.commonDir);
  for (const directory of new Set([location.gitDir, location.commonDir])) {
    for (const part of PARTS) followParts(reader, join(directory, part));
  }
}

function followStores(reader: Reader, location: Location, cwd: string, hook: HookVariables): void {
  const own = join(location.commonDir, 'objects');
  for (const store of new Set([own, resolve(cwd, hook.GIT_OBJECT_DIRECTORY ?? own)])) {
    readAlternates(reader, follow(reader, 'the object directory', store), 0);
  }
  const separator = process.platform === 'win32' ? ';' : ':';
  for (const path of parseAlternates(hook.GIT_ALTERNATE_OBJECT_DIRECTORIES ?? '', separator)) {
    readAlternates(reader, follow(reader, 'GIT_ALTERNATE_OBJECT_DIRECTORIES', resolve(cwd, path)), 0);
  }
}

export interface Links {
  readonly links: readonly RepositoryLink[];
  /** Of the machine, the user and the repository, with what they include. Never shown: an address may hold a password. */
  readonly settings: readonly Setting[];
}

/**
 * Everything that git would open on its own account because a repository, its environment or its user says so, read as
 * text before the first git process. One that leads into a forbidden place is a `GitError`, and nothing there is opened.
 */
export function readLinks(
  location: Location,
  cwd: string,
  hook: HookVariables,
  env: NodeJS.ProcessEnv,
  isForbidden: IsForbidden,
): Links {
  const home = env.HOME || homedir();
  const reader: Reader = { home, isForbidden, links: [], visited: new Set() };
  followDirectories(reader, location);
  followStores(reader, location, cwd, hook);
  for (const name of ['GIT_WORK_TREE', 'GIT_INDEX_FILE'] as const) {
    if (hook[name] !== undefined) follow(reader, name, resolve(cwd, hook[name]));
  }
  const files = [
    ...configsAround(env, home),
    join(location.commonDir, 'config'),
    join(location.gitDir, 'config.worktree'),
  ];
  return { links: reader.links, settings: files.flatMap((file) => readConfig(reader, file, 0)) };
}
