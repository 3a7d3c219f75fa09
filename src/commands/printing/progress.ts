import type { createLogUpdate } from 'log-update';
import type { Io } from './output.ts';

/** Milliseconds before the first line: what is over sooner shows nothing. */
const PATIENCE = 500;
/** Milliseconds between two lines, so that showing them costs nothing. */
const PAUSE = 200;

/** How far long work is: one line on a terminal's standard error, gone at the end; nowhere else. */
export interface Progress {
  /** Tells how far the work is. Awaited, it lets the line be drawn also where the work never waits for anything. */
  at(line: () => string): Promise<void>;
  clear(): void;
}

type LogUpdate = ReturnType<typeof createLogUpdate>;

const SILENT: Progress = { at: async () => undefined, clear: () => undefined };

/** A line that is drawn over needs a terminal that can, and somebody who looks: a CI system's is a log. */
function isWatched({ terminal, env }: Pick<Io, 'terminal' | 'env'>): boolean {
  return terminal.err && env.TERM !== 'dumb' && !env.CI;
}

export function progressOn(io: Pick<Io, 'stderr' | 'terminal' | 'env'>): Progress {
  if (!isWatched(io)) return SILENT;
  let line = (): string => 'reading…';
  let due = Date.now() + PATIENCE;
  let view: LogUpdate | undefined;
  let isOver = false;
  const show = async (): Promise<void> => {
    due = Date.now() + PAUSE;
    // Loaded here: nearly every run is over before.
    const { createLogUpdate } = await import('log-update');
    if (isOver) return;
    view ??= createLogUpdate(io.stderr as NodeJS.WriteStream, { showCursor: true });
    view(line());
  };
  // The first line also comes where nothing has moved yet.
  const first = setTimeout(() => void show(), PATIENCE).unref();
  return {
    at: async (text) => {
      line = text;
      if (Date.now() >= due) await show();
    },
    clear: () => {
      isOver = true;
      clearTimeout(first);
      view?.clear();
    },
  };
}
