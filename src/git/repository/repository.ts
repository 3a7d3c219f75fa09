import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { type IsForbidden, realPath, refuseForbidden } from '../follow.ts';
import { GitError } from '../git-error.ts';
import { hashObject, type ObjectFormat, type ObjectId, toObjectId } from '../object-id.ts';
import { type GitSetting, gitOutput } from '../process.ts';
import { findGit, trustedPath } from '../program.ts';
import type { Setting } from './config-text.ts';
import { gitEnvironment, type HookVariables, hookVariables, OVERRIDES } from './environment.ts';
import { type RepositoryLink, readLinks } from './links.ts';
import { type Location, locate } from './locate.ts';
import { assertUnborn } from './unborn.ts';

export interface Repository {
  /** The top of the working tree; `undefined` in a bare repository and inside a git directory. */
  readonly root: string | undefined;
  readonly gitDir: string;
  /** Shared by linked worktrees; the same as `gitDir` elsewhere. */
  readonly commonDir: string;
  readonly bare: boolean;
  readonly objectFormat: ObjectFormat;
  /** History is cut off: commits beyond `git fetch --depth` are not here. */
  readonly shallow: boolean;
  /** The commit of HEAD; `undefined` before the first. */
  readonly head: ObjectId | undefined;
  readonly links: readonly RepositoryLink[];
  /** As read from the files, for questions such as `core.fileMode`. Never shown. */
  readonly settings: readonly Setting[];
  readonly git: GitSetting;
  readonly isForbidden: IsForbidden;
  /** Directories that are neither opened nor listed, absolute. */
  readonly keepOut: readonly string[];
}

export interface OpenOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether git started us: only then do its `GIT_INDEX_FILE` and the like count. */
  readonly hook: boolean;
  readonly isForbidden?: IsForbidden;
  /** Forbidden directories that are known by name: git is told to pass them over when it lists untracked files. */
  readonly keepOut?: readonly string[];
  /** Milliseconds to wait for one git process; what it sends in time buys it more. */
  readonly patience?: number;
}

const DEFAULT_PATIENCE = 60_000;

/** The tree without entries has an id without being stored: its hash. */
export function emptyTree(format: ObjectFormat): ObjectId {
  return hashObject(format, 'tree', Buffer.alloc(0));
}

/** Relative values of git's own variables are made absolute, since not every process of ours runs where git started us. */
function absolute(hook: HookVariables, location: Location, cwd: string): HookVariables {
  const values = { ...hook };
  if (values.GIT_DIR !== undefined) values.GIT_DIR = location.gitDir;
  if (values.GIT_COMMON_DIR !== undefined) values.GIT_COMMON_DIR = location.commonDir;
  if (values.GIT_WORK_TREE !== undefined) values.GIT_WORK_TREE = resolve(cwd, values.GIT_WORK_TREE);
  if (values.GIT_OBJECT_DIRECTORY !== undefined) {
    values.GIT_OBJECT_DIRECTORY = resolve(cwd, values.GIT_OBJECT_DIRECTORY);
  }
  return values;
}

function realDirectory(cwd: string, isForbidden: IsForbidden): string {
  refuseForbidden('the current directory', cwd, isForbidden);
  try {
    return realpathSync(realPath('the current directory', cwd, isForbidden));
  } catch (error) {
    if (error instanceof GitError) throw error;
    throw new GitError('the current directory could not be opened', 'change to a directory that exists');
  }
}

interface Answers {
  readonly bare: boolean;
  readonly inside: boolean;
  readonly shallow: boolean;
  readonly objectFormat: ObjectFormat;
  readonly up: string;
  readonly head: ObjectId | undefined;
}

const QUESTIONS = [
  '--is-bare-repository',
  '--is-inside-work-tree',
  '--is-shallow-repository',
  '--show-object-format',
  '--show-cdup',
  '--absolute-git-dir',
  '--revs-only',
  'HEAD^{commit}',
];

/**
 * One line an answer; `--show-cdup` (`../../`) is left out where there is no working tree, HEAD before the first commit.
 * The git directory may hold a newline, but it is known: git has to name the one that was found by reading.
 */
function parseAnswers(output: string, gitDir: string): Answers {
  const match = /^(true|false)\n(true|false)\n(true|false)\n(sha1|sha256)\n/.exec(output);
  if (!match) throw new GitError('git gave no answer about the repository', 'update to Git 2.32 or newer');
  const inside = match[2] === 'true';
  let rest = output.slice(match[0].length);
  const up = inside ? (/^((?:\.\.\/)*)\n/.exec(rest)?.[0] ?? '') : '';
  rest = rest.slice(up.length);
  const head = /(?:^|\n)([0-9a-f]{40,64})\n$/.exec(rest)?.[1];
  const named = head === undefined ? rest : rest.slice(0, -head.length - 1);
  if (resolve(named.slice(0, -1)) !== resolve(gitDir)) {
    throw new GitError(
      'git works with another repository than the one found here',
      'run cto-lint from the top of the working tree, without GIT_DIR set',
    );
  }
  return {
    bare: match[1] === 'true',
    inside,
    shallow: match[3] === 'true',
    objectFormat: match[4] as ObjectFormat,
    up: up.trimEnd(),
    head: toObjectId(head ?? ''),
  };
}

/**
 * Where the repository was found, mostly the top of its working tree: what has to be known before it may be opened, such
 * as the policy with its list of forbidden places, lies there. Reads `.git` alone, and starts nothing.
 */
export function locateTop(options: OpenOptions): string {
  const isForbidden = options.isForbidden ?? (() => false);
  const cwd = realDirectory(options.cwd, isForbidden);
  return locate(cwd, hookVariables(options.env, options.hook), isForbidden).foundIn;
}

/** What is known of a repository before git is asked anything. */
export interface FoundRepository {
  /** A real path. */
  readonly cwd: string;
  readonly hook: HookVariables;
  readonly location: Location;
  readonly links: readonly RepositoryLink[];
  /** Those of the repository, its user and the machine. */
  readonly settings: readonly Setting[];
}

/** Finds the repository and reads, as text, what it links to. Starts nothing. */
export function findRepository(options: OpenOptions): FoundRepository {
  const isForbidden = options.isForbidden ?? (() => false);
  const cwd = realDirectory(options.cwd, isForbidden);
  const hook = hookVariables(options.env, options.hook);
  const location = locate(cwd, hook, isForbidden);
  return { cwd, hook, location, ...readLinks(location, cwd, hook, options.env, isForbidden) };
}

/** Asks git about a repository that was found with the same options. One process. */
export async function openRepository(
  options: OpenOptions,
  found: FoundRepository = findRepository(options),
): Promise<Repository> {
  const isForbidden = options.isForbidden ?? (() => false);
  const { cwd, hook, location, links, settings } = found;
  const path = trustedPath(options.env, location.foundIn);
  const git: GitSetting = {
    program: findGit(path),
    cwd,
    env: { ...gitEnvironment(options.env, absolute(hook, location, cwd)), PATH: path },
    overrides: OVERRIDES,
    patience: options.patience ?? DEFAULT_PATIENCE,
  };
  const output = await gitOutput(git, 'opening the repository', ['rev-parse', ...QUESTIONS]);
  const answers = parseAnswers(output.toString('utf8'), location.gitDir);
  if (answers.head === undefined) assertUnborn(location, isForbidden);
  const root = answers.inside ? resolve(cwd, answers.up) : undefined;
  return {
    gitDir: location.gitDir,
    commonDir: location.commonDir,
    root,
    bare: answers.bare,
    objectFormat: answers.objectFormat,
    shallow: answers.shallow,
    head: answers.head,
    links,
    settings,
    git: { ...git, cwd: root ?? cwd },
    isForbidden,
    keepOut: options.keepOut ?? [],
  };
}
