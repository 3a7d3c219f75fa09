import { now } from '../clock.ts';
/** Where the time of a run went: milliseconds by step, in the order in which the steps were first met. */
export interface Timing {
  readonly steps: ReadonlyMap<string, number>;
  add(step: string, milliseconds: number): void;
  /** The steps so far, which then begin anew. */
  take(): ReadonlyMap<string, number>;
}

export function createTiming(): Timing {
  const steps = new Map<string, number>();
  return {
    steps,
    add(step, milliseconds) {
      steps.set(step, (steps.get(step) ?? 0) + milliseconds);
    },
    take() {
      const taken = new Map(steps);
      steps.clear();
      return taken;
    },
  };
}

/** Runs `work` and notes how long it took, waiting included. Without a timing it only runs it. */
export async function timed<T>(timing: Timing | undefined, step: string, work: () => Promise<T>): Promise<T> {
  if (timing === undefined) return await work();
  const begin = now();
  try {
    return await work();
  } finally {
    timing.add(step, now() - begin);
  }
}
