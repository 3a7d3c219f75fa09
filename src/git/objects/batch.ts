import { malformed } from '../git-error.ts';
import { type GitProcess, startGit } from '../process.ts';
import type { Repository } from '../repository/repository.ts';
import { Incoming } from './incoming.ts';
import { readAhead } from './read-ahead.ts';

const STEP = 'reading objects';
const AHEAD = 1024 * 1024;

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

export type ObjectAnswer =
  | { readonly kind: 'object'; readonly id: string; readonly type: ObjectType; readonly bytes: Buffer }
  /** Its content was not read. `size` in bytes. */
  | { readonly kind: 'too-large'; readonly id: string; readonly type: ObjectType; readonly size: number }
  /** Not in this repository: damaged, a gitlink's commit, or left out of a partial clone. */
  | { readonly kind: 'missing'; readonly id: string };

export interface ReadOptions {
  /** What is larger is answered by its size alone, and never read. */
  readonly maxBytes: number;
}

export interface Header {
  readonly id: string;
  readonly type: ObjectType;
  readonly size: number;
}

/** `<id> blob 12`, or `<id> missing`. */
const HEADER = /^([0-9a-f]{40,64}) (?:(blob|tree|commit|tag) (\d{1,15})|missing)$/;
/** 64 digits, ` commit ` and 15 digits, with something to spare. */
const MAX_HEADER = 100;
/** One `git cat-file`, asked by ids and answering in turn. */
export class Batch {
  private readonly running: GitProcess;
  private readonly incoming: Incoming;

  constructor(repository: Repository, ...mode: readonly string[]) {
    this.running = startGit(repository.git, STEP, ['cat-file', ...mode]);
    // Who asks for many has git read on while the first are judged.
    const { running } = this;
    const ahead = { output: () => readAhead(running.output(), AHEAD) };
    this.incoming = new Incoming(STEP, mode.includes('--buffer') ? ahead : running);
  }

  ask(ids: readonly string[]): void {
    if (ids.length > 0) this.running.stdin.write(`${ids.join('\n')}\n`);
  }

  /** `undefined` where the object is missing. Every id asked gets its answer, in turn. */
  async header(asked: string): Promise<Header | undefined> {
    const line = this.incoming.lineAtHand(MAX_HEADER) ?? (await this.incoming.line(MAX_HEADER));
    const match = HEADER.exec(line);
    if (!match || match[1] !== asked) throw malformed(STEP);
    if (match[2] === undefined) return undefined;
    return { id: asked, type: match[2] as ObjectType, size: Number(match[3]) };
  }

  private async content(size: number): Promise<Buffer> {
    const bytes = await this.incoming.take(size);
    if (this.incoming.lineAtHand(0) === undefined) await this.incoming.line(0);
    return bytes;
  }

  /** The object, or that it is missing, behind a header that was read. */
  async answer(asked: string, header: Header | undefined): Promise<ObjectAnswer> {
    if (header === undefined) return { kind: 'missing', id: asked };
    return { kind: 'object', id: asked, type: header.type, bytes: await this.content(header.size) };
  }

  /** Nothing more is asked for. */
  finish(): void {
    this.running.stdin.end();
  }

  async end(): Promise<void> {
    this.finish();
    await this.incoming.end();
  }

  stop(): void {
    this.running.stop();
  }

  /** While it waits to be asked it keeps nobody from ending. */
  rest(): void {
    this.running.unref();
  }

  wake(): void {
    this.running.ref();
  }
}
