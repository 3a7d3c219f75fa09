import { malformed } from '../git-error.ts';
import type { GitProcess } from '../process.ts';

/** What a batch process sends: lines, and stretches of an announced length. */
export class Incoming {
  private readonly step: string;
  private readonly chunks: AsyncGenerator<Buffer, void, undefined>;
  private held: Buffer = Buffer.alloc(0);

  constructor(step: string, running: Pick<GitProcess, 'output'>) {
    this.step = step;
    this.chunks = running.output();
  }

  private async more(): Promise<Buffer> {
    const next = await this.chunks.next();
    if (next.done) throw malformed(this.step);
    return next.value;
  }

  /** The next line, at most `maxBytes` long, without its newline, if all of it is here already. */
  lineAtHand(maxBytes: number): string | undefined {
    const end = this.held.indexOf(0x0a);
    if (end > maxBytes || (end < 0 && this.held.length > maxBytes)) throw malformed(this.step);
    if (end < 0) return undefined;
    const text = this.held.toString('latin1', 0, end);
    this.held = this.held.subarray(end + 1);
    return text;
  }

  async line(maxBytes: number): Promise<string> {
    for (;;) {
      const text = this.lineAtHand(maxBytes);
      if (text !== undefined) return text;
      const chunk = await this.more();
      this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    }
  }

  /** The next `size` bytes. They may share their memory with others that came at the same time. */
  async take(size: number): Promise<Buffer> {
    if (this.held.length >= size) {
      const bytes = this.held.subarray(0, size);
      this.held = this.held.subarray(size);
      return bytes;
    }
    const bytes = Buffer.allocUnsafeSlow(size);
    let filled = this.held.copy(bytes);
    while (filled < size) {
      const chunk = await this.more();
      const used = chunk.copy(bytes, filled);
      filled += used;
      this.held = chunk.subarray(used);
    }
    return bytes;
  }

  /** Nothing may follow the last answer, and git has to end well. */
  async end(): Promise<void> {
    if (this.held.length > 0 || !(await this.chunks.next()).done) throw malformed(this.step);
  }
}
