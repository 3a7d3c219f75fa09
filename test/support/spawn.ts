import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

/** What a process left behind. */
export interface Spawned {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without holding up the tests beside it. */
export function spawned(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Spawned> {
  return new Promise((done, failed) => {
    execFile(program, args, { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') done({ code, stdout, stderr });
      else failed(error);
    });
  });
}

/** The built tool, as a user runs it. */
export const TOOL = resolve('dist/main.js');
