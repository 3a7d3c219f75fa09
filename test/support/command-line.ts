import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { runCli } from '../../src/cli.ts';
import { now } from '../../src/clock.ts';

/** What a run left behind. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Started {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** All of standard input. */
  readonly input?: string | undefined;
  /** Whether standard output is a terminal, which alone is shown lines of files. */
  readonly terminal?: boolean;
  readonly columns?: number;
  /** The program of threads; the tool's own where it is left out. */
  readonly thread?: URL;
}

class Text extends Writable {
  #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  override toString(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

/**
 * Runs the tool in this process, by the function that `dist/main.js` calls: what it would print, and its exit code. A
 * test of how the process itself starts, ends, is killed or packed starts `dist/main.js` instead.
 */
export async function runInProcess(args: readonly string[], started: Started): Promise<Ended> {
  const { cwd, env, input = '', terminal = false, columns = 80 } = started;
  const { thread = pathToFileURL(resolve('dist/thread.js')) } = started;
  const stdout = new Text();
  const stderr = new Text();
  const code = await runCli(args, {
    stdout,
    stderr,
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    env,
    cwd: realpathSync(cwd),
    terminal: { out: terminal, err: false, columns },
    began: now(),
    thread,
    program: [process.execPath, resolve('dist/main.js')],
  });
  return { code, stdout: String(stdout), stderr: String(stderr) };
}
