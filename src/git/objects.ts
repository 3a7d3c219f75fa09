import { GitError, malformed } from './git-error.ts';
import { Incoming } from './incoming.ts';
import { toObjectId } from './object-id.ts';
import { type GitProcess, startGit } from './process.ts';
import type { Repository } from './repository.ts';

const STEP = 'reading objects';

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

interface Header {
  readonly id: string;
  readonly type: ObjectType;
  readonly size: number;
}

/** `<id> blob 12`, or `<id> missing`. */
const HEADER = /^([0-9a-f]{40,64}) (?:(blob|tree|commit|tag) (\d{1,15})|missing)$/;
/** 64 digits, ` commit ` and 15 digits, with something to spare. */
const MAX_HEADER = 100;
/** So few that they, and their newlines, always fit into a pipe: writing never waits for reading. */
const ASKED_AT_ONCE = 512;

class Batch {
  private readonly running: GitProcess;
  private readonly incoming: Incoming;

  constructor(repository: Repository, mode: '--batch' | '--batch-check') {
    this.running = startGit(repository.git, STEP, ['cat-file', mode]);
    this.incoming = new Incoming(STEP, this.running);
  }

  ask(ids: readonly string[]): void {
    if (ids.length > 0) this.running.stdin.write(`${ids.join('\n')}\n`);
  }

  /** `undefined` where the object is missing. Every id asked gets its answer, in turn. */
  async header(asked: string): Promise<Header | undefined> {
    const match = HEADER.exec(await this.incoming.line(MAX_HEADER));
    if (!match || match[1] !== asked) throw malformed(STEP);
    if (match[2] === undefined) return undefined;
    return { id: asked, type: match[2] as ObjectType, size: Number(match[3]) };
  }

  async content(size: number): Promise<Buffer> {
    const bytes = await this.incoming.take(size);
    if ((await this.incoming.line(0)) !== '') throw malformed(STEP);
    return bytes;
  }

  async end(): Promise<void> {
    this.running.stdin.end();
    await this.incoming.end();
  }

  stop(): void {
    this.running.stop();
  }
}

async function* blocks(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[]> {
  let block: string[] = [];
  for await (const id of ids) {
    // A newline would ask for a second object, a name for another than the listed one.
    if (toObjectId(id) === undefined) throw malformed(STEP);
    block.push(id);
    if (block.length < ASKED_AT_ONCE) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** One process; a second one, for sizes, from the first object on that is too large. */
class Reader {
  private readonly repository: Repository;
  private readonly maxBytes: number;
  private contents: Batch | undefined;
  private sizes: Batch | undefined;

  constructor(repository: Repository, maxBytes: number) {
    this.repository = repository;
    this.maxBytes = maxBytes;
  }

  async *answers(ids: readonly string[]): AsyncGenerator<ObjectAnswer> {
    if (this.sizes !== undefined) {
      yield* this.checked(this.sizes, ids);
      return;
    }
    this.contents ??= new Batch(this.repository, '--batch');
    this.contents.ask(ids);
    for (const [index, id] of ids.entries()) {
      const header = await this.contents.header(id);
      if (header !== undefined && header.size > this.maxBytes) {
        // git is about to send it all: it is ended, and from here on sizes are asked for first.
        this.contents.stop();
        this.contents = undefined;
        this.sizes = new Batch(this.repository, '--batch-check');
        yield* this.checked(this.sizes, ids.slice(index));
        return;
      }
      yield await this.answer(this.contents, id, header);
    }
  }

  private async answer(contents: Batch, id: string, header: Header | undefined): Promise<ObjectAnswer> {
    if (header === undefined) return { kind: 'missing', id };
    return { kind: 'object', id, type: header.type, bytes: await contents.content(header.size) };
  }

  private async *checked(sizes: Batch, ids: readonly string[]): AsyncGenerator<ObjectAnswer> {
    sizes.ask(ids);
    const headers: (Header | undefined)[] = [];
    for (const id of ids) headers.push(await sizes.header(id));
    const fits = (header: Header | undefined) => header !== undefined && header.size <= this.maxBytes;
    this.contents ??= new Batch(this.repository, '--batch');
    this.contents.ask(ids.filter((_, index) => fits(headers[index])));
    for (const [index, id] of ids.entries()) {
      const header = headers[index];
      if (header === undefined || fits(header)) {
        yield await this.answer(this.contents, id, header && (await this.contents.header(id)));
      } else {
        yield { kind: 'too-large', ...header };
      }
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.contents?.end(), this.sizes?.end()]);
  }

  stop(): void {
    this.contents?.stop();
    this.sizes?.stop();
  }
}

/**
 * The objects of these ids, in turn, each read as a whole and none twice as far as the caller asks only once. Memory
 * holds one object at a time. Ids may come from a stream; they must not depend on the answers to earlier ones.
 */
export async function* readObjects(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
  options: ReadOptions,
): AsyncGenerator<ObjectAnswer, void, undefined> {
  const reader = new Reader(repository, options.maxBytes);
  try {
    for await (const block of blocks(ids)) yield* reader.answers(block);
    await reader.end();
  } finally {
    reader.stop();
  }
}

/** One object of a known type; another type, none, or one that is larger is a `GitError`. */
export async function readObject(
  repository: Repository,
  id: string,
  type: ObjectType,
  options: ReadOptions,
): Promise<Buffer> {
  for await (const answer of readObjects(repository, [id], options)) {
    if (answer.kind === 'object' && answer.type === type) return answer.bytes;
  }
  throw new GitError(`a ${type} of the repository is missing or too large`, 'look with `git fsck`');
}
