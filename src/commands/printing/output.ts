import type { Writable } from 'node:stream';

/** Where a command prints, and what it may know of the terminal. Commands get one, so that tests can hand in theirs. */
export interface Io {
  /** The program of a thread that judges files; left out, everything is judged in one. */
  readonly thread?: URL;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly stdin: NodeJS.ReadableStream;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Colours and frames on standard output; progress on standard error. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
  /** When the run began, on the clock of `now()`. */
  readonly began: number;
  /** How a hook of this machine starts this program: Node and its file. */
  readonly program: readonly string[];
}

/** Exit codes: 0 judged and clean, 1 judged with findings, 2 could not judge. */
export type ExitCode = 0 | 1 | 2;

/** What was judged could not be told: exit 2, since half a report reads like a clean one. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  readonly help = 'Make room, or keep the reader of the pipe until the report has ended.';

  constructor(cause: Error) {
    super('The report could not be written in full.', { cause });
  }
}

/** Resolves when the text has left the process; rejects where the stream is full or broken, so that no exit code lies. */
export function print(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: Error): void => reject(new OutputError(cause));
    stream.once('error', failed);
    stream.write(text, (error) => {
      stream.off('error', failed);
      if (error) failed(error);
      else resolve();
    });
  });
}

/** https://no-color.org and https://force-color.org: set and not empty; NO_COLOR wins. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/**
 * How wide a terminal is. Some have no size (0 × 0: a serial line, `docker run -t`, a recorder): then `COLUMNS` says it.
 * @param size what the terminal says; `undefined` where there is none
 */
export function widthOf(size: number | undefined, { COLUMNS = '' }: NodeJS.ProcessEnv): number {
  if (size === undefined) return 80;
  return size || (/^\d{1,5}$/.test(COLUMNS) && Number(COLUMNS)) || 80;
}

/** Text is made to fit a terminal; what a pipe gets is never wrapped, since programs read it. */
export function columnsOf({ terminal }: Pick<Io, 'terminal'>): number {
  return terminal.out ? Math.min(Math.max(terminal.columns, 40), 100) : Number.POSITIVE_INFINITY;
}

/** Help is for people wherever it goes. */
export function helpColumns(io: Pick<Io, 'terminal'>): number {
  return io.terminal.out ? columnsOf(io) : 80;
}

/** What `print` is given of lines that end: on a terminal folded to its width. What they hold has been made safe. */
export async function foldedText(text: string, io: Pick<Io, 'terminal'>): Promise<string> {
  if (!io.terminal.out) return text;
  const { wrappedLines } = await import('../../report/wrapped.ts');
  return `${wrappedLines(text.trimEnd().split('\n'), columnsOf(io)).join('\n')}\n`;
}
