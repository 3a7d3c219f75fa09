import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: string | undefined;

/** What `git init` makes, once a worker: it goes with the temporary folder of the suite. Housekeeping and syncing serve no test. */
function template(): string {
  if (made !== undefined) return made;
  const folder = mkdtempSync(join(tmpdir(), 'cto-lint-template-'));
  const git = (...args: readonly string[]): void => {
    const env = { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
    execFileSync('git', args, { cwd: folder, env, stdio: 'ignore' });
  };
  git('init', '-q', '-b', 'main');
  for (const [key, value] of [
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['core.fsync', 'none'],
  ])
    git('config', key!, value!);
  // Samples, which git never runs.
  rmSync(join(folder, '.git/hooks'), { recursive: true });
  mkdirSync(join(folder, '.git/hooks'));
  made = join(folder, '.git');
  return made;
}

/** Makes a folder the root of a repository without a commit, whose branch is `main`. */
export function initialise(root: string): void {
  cpSync(template(), join(root, '.git'), { recursive: true });
}
