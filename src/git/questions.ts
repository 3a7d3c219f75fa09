import type { Readable } from 'node:stream';
import { type Ending, failureOf } from './failure.ts';
import type { GitSetting } from './process.ts';
import { GIT_VARIABLES } from './repository/environment.ts';

// simple-git guards against settings of these kinds, since they could start a program: ours turn programs off.
const UNSAFE = {
  allowUnsafeAskPass: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGitProxy: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeCustomBinary: true,
} as const;

const GRACE = 200;

/**
 * Asks the repository a question whose answer is short. `undefined` where git ends with one of the codes by which it
 * says no to this question; any other failure is a `GitError`.
 */
export async function ask(
  git: GitSetting,
  step: string,
  args: readonly string[],
  no: readonly number[] = [1],
): Promise<string | undefined> {
  // A hook on staged files asks none of these questions, and starts faster without the library.
  const { simpleGit } = await import('simple-git');
  let ending: Ending | undefined;
  const client = simpleGit({
    baseDir: git.cwd,
    binary: git.program,
    config: git.overrides.filter((part) => part !== '-c'),
    allowEnvironment: GIT_VARIABLES,
    unsafe: UNSAFE,
    timeout: { block: git.patience, stdOut: false, stdErr: false },
    completion: { onExit: false },
    errors(error, { exitCode, stdErr }) {
      ending = { code: exitCode, signal: null, errors: Buffer.concat(stdErr).toString('latin1') };
      // Without this a git that fails in silence, or is killed, counts as having answered.
      return exitCode === 0 ? error : new Error('git refused');
    },
  }).env(git.env as Record<string, string>);
  const streams: Readable[] = [];
  client.outputHandler((_command, stdout, stderr) => {
    streams.push(stdout as Readable, stderr as Readable);
  });
  // The library ends git in time, but goes on waiting for as long as a child of git's holds the pipe.
  const timer = setTimeout(() => streams.forEach((stream) => void stream.destroy()), git.patience + GRACE);
  try {
    return (await client.raw([...args])).trimEnd();
  } catch {
    // What the library threw quotes git, and is no part of the answer.
    const ended: Ending = ending ?? { code: null, signal: null, errors: '' };
    if (ended.code !== null && no.includes(ended.code)) return undefined;
    throw failureOf(step, ended);
  } finally {
    clearTimeout(timer);
  }
}
