import { Script } from 'node:vm';

/** Work took longer than it may and was stopped half-way: what it would have said is not known. */
export class LateError extends Error {
  override readonly name = 'LateError';
  readonly help =
    'Judge less at once (a smaller file or range, one revision), or raise `limits.fileSeconds` or `limits.seconds` in the policy.';
}

/**
 * Runs synchronous work, perhaps so that it can be stopped. Of an asynchronous function that is what it does before it
 * first waits.
 */
export type Run = <T>(work: () => T) => T;

/** For what can't take long, or may. */
export const unlimited: Run = (work) => work();

// V8 stops a script wherever it is, within a regular expression too, and nothing in it can catch that. What is stopped
// here is a function of ours: the script only calls it.
const HELD = Symbol.for('cto-lint.work');
let caller: Script | undefined;

/** A pattern remembers places that it may come back to, of which V8 takes some millions; a function, who called it. */
export function isOutOfStack(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/** Node's timers and V8's watching threads take no more. */
const LONGEST = 2 ** 31 - 1;

/**
 * Runs work for so long at most, then throws `LateError`. Each call makes a thread that watches, for some 50 µs: this is
 * nothing for every line of a text.
 */
export function stopAfter<T>(milliseconds: number, work: () => T): T {
  const holder = globalThis as { [HELD]?: (() => unknown) | undefined };
  const outer = holder[HELD];
  const timeout = Math.min(LONGEST, Math.max(1, Math.ceil(milliseconds)));
  caller ??= new Script("globalThis[Symbol.for('cto-lint.work')]()");
  holder[HELD] = work;
  try {
    return caller.runInThisContext({ timeout, displayErrors: false }) as T;
  } catch (error) {
    if (isOutOfStack(error))
      throw new LateError('Work took more memory than a pattern may.', { cause: error });
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new LateError(`Work took longer than ${milliseconds / 1000} seconds and was stopped.`, {
      cause: error,
    });
  } finally {
    holder[HELD] = outer;
  }
}

/**
 * Characters a second, far below what the most hostile text known to us is read with. A thread that watches costs more
 * than reading most files, and on a busy machine the work waits for it to end.
 */
const LEAST_SPEED = 2000;

/** Runs what we do with one text, and stops it when it takes longer than a file may. */
export function runForText(text: string, { fileSeconds }: { readonly fileSeconds: number }): Run {
  if (text.length < fileSeconds * LEAST_SPEED) return unlimited;
  return (work) => stopAfter(fileSeconds * 1000, work);
}

/** Reading a shorter text takes less than making the thread. */
const SHORT_TEXT = 2000;

/** The same for rules that others wrote, of which nobody knows how their time grows. */
export function runForStrangers(text: string, { fileSeconds }: { readonly fileSeconds: number }): Run {
  if (text.length < SHORT_TEXT) return unlimited;
  return (work) => stopAfter(fileSeconds * 1000, work);
}
