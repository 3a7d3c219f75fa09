import { isAbsolute, join, resolve } from 'node:path';
import { forbiddenBy, namedPath } from '../../disk/named-path.ts';
import { readPlainFile } from '../../disk/read-file.ts';
import { type IsForbidden, refuseForbidden } from '../../git/follow.ts';
import { GitError } from '../../git/git-error.ts';
import {
  findRepository,
  locateTop,
  type OpenOptions,
  openRepository,
  type Repository,
} from '../../git/repository/repository.ts';
import { plainPolicy } from '../../policy/plain-policy.ts';
import { PolicyError } from '../../policy/policy-error.ts';
import { POLICY_FILES } from '../../policy/policy-files.ts';
import type { PolicyData } from '../../policy/schema.ts';
import type { Io } from '../printing/output.ts';
import { listOfSettings, readTargetList } from './local-targets.ts';
import { targetMatcher } from './target-matcher.ts';

type Targets = PolicyData['targets'];

const MAX_BYTES = 1_000_000;

/** Where the policy of the working tree lies. What `GIT_DIR` names is not opened yet: it may be a target. */
function topOf({ cwd, env }: Pick<Io, 'cwd' | 'env'>): string {
  try {
    return locateTop({ cwd, env, hook: false });
  } catch (error) {
    if (error instanceof GitError) return cwd;
    throw error;
  }
}

/** Targets of the working tree's own policy file, read as text; none where it is no policy that could be used. */
async function targetsOfPolicy(top: string): Promise<Targets> {
  for (const name of POLICY_FILES) {
    const read = readPlainFile(join(top, name), MAX_BYTES);
    const text = typeof read === 'string' ? '' : read.bytes.toString('utf8');
    // In quotes YAML and JSON may write any letter of the key as an escape.
    if (!/targets|\\/.test(text) || plainPolicy(text) !== undefined) continue;
    const { loadTargets } = await import('../../policy/load-targets.ts');
    try {
      return loadTargets(text, name);
    } catch (error) {
      // What is judged may have a policy of its own that is in order; that one is told of its faults.
      if (!(error instanceof PolicyError)) throw error;
    }
  }
  return [];
}

/** `../shop` of a policy counts from the root, `~/shop` from the home of whoever runs this, too. */
function absolutePaths(targets: Targets, top: string, home: string | undefined): readonly string[] {
  return targets.flatMap(({ paths }) =>
    paths.map((path) =>
      home !== undefined && path.startsWith('~/') ? join(home, path.slice(2)) : resolve(top, path),
    ),
  );
}

/** Whether a path of the file system lies in one of these targets, however their own paths are written. */
export function forbiddenPaths(targets: Targets, top: string, home: string | undefined): IsForbidden {
  const absolute = targets.map((target) => ({
    ...target,
    paths: [...target.paths, ...absolutePaths([target], top, home)],
  }));
  return forbiddenBy(targetMatcher(absolute, 'targets'));
}

/** Variables by which git is told where something lies; one that leads into a target is refused even where it is not used. */
function refuseVariables(env: NodeJS.ProcessEnv, cwd: string, isForbidden: IsForbidden): void {
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('GIT_') || value === undefined) continue;
    for (const path of value.split(process.platform === 'win32' ? ';' : ':')) {
      if (path.includes('/') || isAbsolute(path)) namedPath(name, path, cwd, isForbidden);
    }
  }
}

export interface OpenHereOptions {
  /** Whether git started us. */
  readonly hook: boolean;
  /** Paths that arguments name, by the arguments: `--policy`. Those that are absent are left out. */
  readonly named?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * The repository that a command stands in. Every list of targets that can be known without git is read first, as text,
 * so that nothing that an argument, a variable or the repository names leads into a Target Repository.
 */
export async function openHere(
  io: Pick<Io, 'cwd' | 'env'>,
  { hook, named = {} }: OpenHereOptions,
): Promise<Repository> {
  const { cwd, env } = io;
  const options: OpenOptions = { cwd, env, hook };
  const top = topOf(io);
  const targets = [...(await targetsOfPolicy(top))];
  const forbidden = (): IsForbidden => forbiddenPaths(targets, top, env.HOME);
  if (env.CTO_LINT_TARGETS)
    targets.push(...(await readTargetList('CTO_LINT_TARGETS', env.CTO_LINT_TARGETS, top, env, forbidden())));
  let isForbidden = forbidden();
  refuseForbidden('the current directory', cwd, isForbidden);
  refuseVariables(env, cwd, isForbidden);
  let found = findRepository({ ...options, isForbidden });
  const listed = env.CTO_LINT_TARGETS ? undefined : listOfSettings(found.settings);
  if (listed !== undefined) {
    targets.push(...(await readTargetList('cto-lint.targets', listed, top, env, isForbidden)));
    isForbidden = forbidden();
    refuseVariables(env, cwd, isForbidden);
    found = findRepository({ ...options, isForbidden });
  }
  for (const [what, paths] of Object.entries(named)) {
    for (const path of [paths ?? []].flat()) namedPath(what, path, cwd, isForbidden);
  }
  const keepOut = absolutePaths(targets, top, env.HOME);
  return await openRepository({ ...options, isForbidden, keepOut }, found);
}
