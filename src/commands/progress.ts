import type { Io } from './output.ts';

/** Milliseconds between two lines, so that showing it costs nothing. */
const PAUSE = 200;
const MEGABYTE = 1024 * 1024;

/** How far a long reading is, on a terminal; nowhere else. */
export interface Progress {
  readonly report: (readBytes: number, allBytes: number) => void;
  readonly clear: () => void;
}

export function progressOn({ stderr, terminal }: Pick<Io, 'stderr' | 'terminal'>): Progress {
  if (!terminal.err) return { report: () => undefined, clear: () => undefined };
  let shownAt = Date.now();
  let isShown = false;
  return {
    report: (read, all) => {
      if (Date.now() - shownAt < PAUSE) return;
      shownAt = Date.now();
      isShown = true;
      const [done, total] = [read, all].map((bytes) => Math.round(bytes / MEGABYTE));
      stderr.write(`\r${done} of ${total} MB read\u001b[K`);
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}
