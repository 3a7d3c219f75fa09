import type { ResourceLimits, Worker } from 'node:worker_threads';
import { END, type FileToJudge, type PackedFiles, packed, unpacked } from './packed-files.ts';
import type { ThreadSetup, ThreadVerdicts } from './thread-judge.ts';

/** Portions that wait while one is judged keep a thread busy; with more of them it would be busy when all others are done. */
const WAITING = 4;

/** Milliseconds, of which a thread takes a few to write its code. */
const MOMENT = 500;

/** A thread ended, or never began: what it was given was not judged, so nothing may be said of the whole. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
  readonly help =
    'Give it more memory, or judge in one thread: `cto-lint check --threads 1`. Large runs can be split: `--shard I/N`.';

  constructor(cause: unknown) {
    super('A thread that judges files ended before it had judged them all, so nothing was judged.', {
      cause,
    });
  }
}

interface Thread {
  readonly worker: Worker;
  /** The batches that it has been given and not answered. */
  readonly given: PackedFiles['files'][];
}

/** A file that a thread looked at. Of what is not clean only that is known: who asks judges it anew. */
export interface Sorted extends FileToJudge {
  readonly clean: boolean;
}

/** Has a thread that has nothing to do end by itself, which keeps its compiled code for the next run. */
async function ended(worker: Worker): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.postMessage(END);
  await Promise.race([gone, new Promise((late) => setTimeout(late, MOMENT).unref())]);
  await worker.terminate();
}

/** Threads that tell the clean files from the others, so that the others alone are judged here. */
export class Threads {
  readonly #threads: readonly Thread[];
  #sorted: Sorted[] = [];
  #failure: ThreadError | undefined;
  #answered: () => void = () => undefined;
  #closed = false;
  readonly #onTimes: (times: ThreadVerdicts['times']) => void;

  /**
   * @param program the module that threads run
   * @param onTimes is told what each rule took
   * @param resourceLimits what each may take; left out, what this process may
   */
  constructor(
    program: URL,
    setup: ThreadSetup,
    count: number,
    onTimes: (times: ThreadVerdicts['times']) => void,
    resourceLimits?: ResourceLimits,
  ) {
    this.#onTimes = onTimes;
    this.#threads = Array.from({ length: count }, () => this.#start(program, setup, resourceLimits));
  }

  #start(program: URL, setup: ThreadSetup, resourceLimits: ResourceLimits = {}): Thread {
    // Loading it takes longer than a commit is judged, which starts no thread.
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    // Output of a thread is output of nobody: what a library prints there may quote what it reads.
    const worker = new Worker(program, {
      workerData: setup,
      argv: process.argv.slice(2),
      stdout: true,
      stderr: true,
      resourceLimits,
    });
    const thread: Thread = { worker, given: [] };
    const fail = (cause: unknown): void => {
      if (!this.#closed) this.#failure ??= new ThreadError(cause);
      this.#answered();
    };
    worker.on('message', (verdicts: ThreadVerdicts) => {
      const files = thread.given.shift();
      if (files === undefined || files.length !== verdicts.clean.length)
        fail('an answer that fits no question');
      else {
        this.#onTimes(verdicts.times);
        for (const [at, file] of unpacked(files, verdicts.bytes).entries())
          this.#sorted.push({ ...file, clean: verdicts.clean[at]! });
      }
      this.#answered();
    });
    worker.on('error', fail);
    worker.on('messageerror', fail);
    worker.on('exit', fail);
    return thread;
  }

  /** Whether a thread took the files. `false` where all have enough to do. */
  take(files: readonly FileToJudge[]): boolean {
    this.#assertAlive();
    const idle = this.#threads.reduce((least, one) => (one.given.length < least.given.length ? one : least));
    if (idle.given.length >= WAITING) return false;
    const { message, transfer, known } = packed(files);
    idle.given.push(known);
    idle.worker.postMessage(message, transfer);
    return true;
  }

  /** The files that were sorted since this was last asked; with `all` those that are still out, too. */
  async sorted(all = false): Promise<readonly Sorted[]> {
    // Answers come between two turns of the event loop, which a run that has its files at hand never leaves.
    await new Promise((turned) => setImmediate(turned));
    while (all && this.#failure === undefined && this.#threads.some(({ given }) => given.length > 0))
      await new Promise<void>((answered) => {
        this.#answered = answered;
      });
    this.#assertAlive();
    const sorted = this.#sorted;
    this.#sorted = [];
    return sorted;
  }

  #assertAlive(): void {
    if (this.#failure) throw this.#failure;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const isDone = this.#failure === undefined && this.#threads.every(({ given }) => given.length === 0);
    await Promise.all(this.#threads.map(({ worker }) => (isDone ? ended(worker) : worker.terminate())));
  }
}
