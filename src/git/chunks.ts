import type { Readable } from 'node:stream';

/**
 * What a process writes, as it is asked for. Node's own iterator of a stream does the same; of what a hook does it took
 * a thirtieth, for all that Node loads and compiles for it.
 */
export class Chunks {
  readonly #stream: Readable;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor(stream: Readable) {
    this.#stream = stream;
    const over = (): void => {
      this.#isOver = true;
      this.#wake();
    };
    stream.on('readable', () => this.#wake());
    // A pipe that breaks has come to its end, too; why is told by how git ended.
    for (const event of ['end', 'error', 'close']) stream.on(event, over);
  }

  /** Nothing comes any more. */
  get isOver(): boolean {
    return this.#isOver || this.#stream.destroyed;
  }

  /** What has come by now; nothing where that was taken already. */
  take(): Buffer | undefined {
    return this.isOver ? undefined : ((this.#stream.read() as Buffer | null) ?? undefined);
  }

  /** Settles when more may be there, or nothing comes any more. To be called behind a `take` that gave nothing. */
  change(): Promise<void> {
    if (this.isOver) return Promise.resolve();
    return new Promise((resolve) => (this.#wake = resolve));
  }
}
