import { now } from '../../clock.ts';
/** Exit 2: what took too long has judged nothing. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly help =
    'Judge less at once (a smaller range, one revision), or raise `limits.seconds` in the policy.';

  constructor(seconds: number) {
    super(`The run took longer than the policy’s limits.seconds (${seconds}), so it has judged nothing.`);
  }
}

/** Node's timers take no more, and would fire at once. */
const LONGEST = 2 ** 31 - 1;

/**
 * Waits for work until so many seconds after `began`, on the clock of `now()`. Work that is late goes on
 * unheeded: whoever catches the `DeadlineError` ends the process.
 */
export async function withinSeconds<T>(seconds: number, began: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DeadlineError(seconds)),
      Math.min(LONGEST, Math.max(0, began + seconds * 1000 - now())),
    );
  });
  // When it is late nobody waits for it any more, and its failure is no second one.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
