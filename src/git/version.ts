import { realpathSync } from 'node:fs';
import { gitOutput } from './process.ts';
import { findGit, trustedPath } from './program.ts';
import { gitEnvironment } from './repository/environment.ts';

/** The oldest git that the project's commands are understood by. */
export const OLDEST_GIT = '2.32';

/** `git version 2.39.5 (Apple Git-154)` → `2.39.5`; asked without a repository, so that an old git can be told. */
export async function gitVersion(cwd: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const path = trustedPath(env, realpathSync(cwd));
  const setting = {
    program: findGit(path),
    cwd,
    env: { ...gitEnvironment(env, {}), PATH: path },
    overrides: [],
    patience: 10_000,
  };
  const output = await gitOutput(setting, 'asking for the version of git', ['version']);
  return /^git version (\d{1,4}\.\d{1,4}(?:\.\d{1,4})?)/.exec(output.toString('utf8'))?.[1];
}
