import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { now } from '../clock.ts';
import { Chunks } from './chunks.ts';
import { type Ending, failureOf, NOT_STARTED } from './failure.ts';
import { GitError } from './git-error.ts';

/** All that starting git takes: the program, where it runs, its environment, and how long it is waited for. */
export interface GitSetting {
  readonly program: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** `-c` and its value, repeated: what no configuration may change. */
  readonly overrides: readonly string[];
  /** Milliseconds spent waiting for one process, all in all; what it has sent in time buys it more. */
  readonly patience: number;
}

/** A process that sends this many bytes for each further second is at work; a slower drip is none. */
const BYTES_PER_SECOND = 64 * 1024;
const MAX_ERRORS = 8 * 1024;
const GRACE_MILLISECONDS = 200;

interface Running {
  /** What git wrote, to the end; throws a `GitError` where it failed, hung or was killed. Leaving early ends git. */
  output(): AsyncGenerator<Buffer, void, undefined>;
  /** Ends git, if it still runs. */
  stop(): void;
  /** Whether it keeps this process of ours from ending, as Node's own handles may be asked. It does at first. */
  ref(): void;
  unref(): void;
}

export interface GitProcess extends Running {
  readonly stdin: Writable;
}

type Child<Input extends Writable | null> = ChildProcessByStdio<Input, Readable, Readable>;
type AnyChild = Child<Writable> | Child<null>;

function endingOf(child: AnyChild): Promise<Ending> {
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < MAX_ERRORS) errors += chunk.toString('latin1');
  });
  return new Promise((settle) => {
    child.on('error', () => settle(NOT_STARTED));
    child.on('close', (code, signal) => settle({ code, signal, errors }));
    // `close` never comes while a grandchild holds a pipe.
    child.on('exit', (code, signal) => {
      setTimeout(() => settle({ code, signal, errors }), GRACE_MILLISECONDS).unref();
    });
  });
}

/** Runs `wait`, and ends the process when its time is used up. */
async function within<T>(milliseconds: number, wait: () => Promise<T>, stop: () => void): Promise<T> {
  const timer = setTimeout(stop, Math.max(1, milliseconds));
  try {
    return await wait();
  } finally {
    clearTimeout(timer);
  }
}

/** `stdin` is a pipe, or nothing that could be read: a pipe takes longer to make than most answers. */
function spawnGit(git: GitSetting, step: string, args: readonly string[], stdin: 'pipe'): Child<Writable>;
function spawnGit(git: GitSetting, step: string, args: readonly string[], stdin: 'ignore'): Child<null>;
function spawnGit(
  git: GitSetting,
  step: string,
  args: readonly string[],
  stdin: 'pipe' | 'ignore',
): ChildProcess {
  try {
    return spawn(git.program, [...git.overrides, '--no-replace-objects', ...args], {
      cwd: git.cwd,
      env: git.env,
      stdio: [stdin, 'pipe', 'pipe'],
      windowsHide: true,
    });
  } catch {
    // Too many arguments, no memory: some failures to start are thrown, the others come as an event.
    throw failureOf(step, NOT_STARTED);
  }
}

/** Watches a process that was started; `patience` as of a setting. */
function watch(child: AnyChild, step: string, patience: number): Running {
  const ending = endingOf(child);
  const chunks = new Chunks(child.stdout);
  let late = false;
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill('SIGKILL');
    // A grandchild may hold the pipe open after git is gone.
    child.stdout.destroy();
    child.stderr.destroy();
    child.stdin?.destroy();
  };
  const stopLate = () => {
    late = true;
    stop();
  };
  // A process that ends before it has read all closes the pipe; why it ended is told by its code.
  child.stdin?.on('error', () => undefined);

  const tooLate = () =>
    new GitError(
      `${step}: git took longer than it may`,
      'try again when the machine is less busy; look with `git fsck`',
    );

  async function* output(): AsyncGenerator<Buffer, void, undefined> {
    let left = patience;
    try {
      for (;;) {
        const chunk = chunks.take();
        if (chunk !== undefined) {
          left += (chunk.length * 1000) / BYTES_PER_SECOND;
          yield chunk;
          continue;
        }
        if (late) throw tooLate();
        if (chunks.isOver) break;
        const asked = now();
        await within(left, () => chunks.change(), stopLate);
        left -= now() - asked;
      }
      const ended = await within(left, () => ending, stopLate);
      if (late) throw tooLate();
      if (ended.code !== 0) throw failureOf(step, ended);
      if (stopped) throw new GitError(`${step}: git was stopped`, 'try again');
    } finally {
      if (child.exitCode === null && child.signalCode === null) stop();
    }
  }

  const handles = [child, child.stdin, child.stdout, child.stderr] as (ChildProcess | Socket | null)[];
  return {
    output,
    stop,
    ref: () => handles.forEach((handle) => void handle?.ref()),
    unref: () => handles.forEach((handle) => void handle?.unref()),
  };
}

/** Starts git; no shell. `step` says what for, as in `listing the index`. */
export function startGit(git: GitSetting, step: string, args: readonly string[]): GitProcess {
  const child = spawnGit(git, step, args, 'pipe');
  return { stdin: child.stdin, ...watch(child, step, git.patience) };
}

function startedWith(git: GitSetting, step: string, args: readonly string[], input: string): Running {
  const running = startGit(git, step, args);
  running.stdin.end(input);
  return running;
}

/** Runs git, which is told nothing, and gives what it writes as it comes. */
export function gitChunks(
  git: GitSetting,
  step: string,
  args: readonly string[],
): AsyncGenerator<Buffer, void, undefined> {
  return watch(spawnGit(git, step, args, 'ignore'), step, git.patience).output();
}

/** Runs git to its end and gives all that it wrote. */
export async function gitOutput(
  git: GitSetting,
  step: string,
  args: readonly string[],
  input = '',
): Promise<Buffer> {
  const output = input === '' ? gitChunks(git, step, args) : startedWith(git, step, args, input).output();
  const chunks: Buffer[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}
