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
/**
 * `--buffer` makes git write when its buffer (4 KB to 64 KB) is full or its input ends. The answers to a whole block are
 * longer than that, so while one block more than the one that is read has been asked for, no answer stays behind.
 */
const BLOCK = 4096;
/** So few that they, and their newlines, always fit into a pipe, each way. */
const SMALL_BLOCK = 512;

class Batch {
  private readonly running: GitProcess;
  private readonly incoming: Incoming;

  constructor(repository: Repository, ...mode: readonly string[]) {
    this.running = startGit(repository.git, STEP, ['cat-file', ...mode]);
    this.incoming = new Incoming(STEP, this.running);
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

  async content(size: number): Promise<Buffer> {
    const bytes = await this.incoming.take(size);
    if (this.incoming.lineAtHand(0) === undefined) await this.incoming.line(0);
    return bytes;
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
}

async function* blocks(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[]> {
  let block: string[] = [];
  for await (const id of ids) {
    // A newline would ask for a second object, a name for another than the listed one.
    if (toObjectId(id) === undefined) throw malformed(STEP);
    block.push(id);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function contentOf(contents: Batch, header: Header | undefined, id: string): Promise<ObjectAnswer> {
  if (header === undefined) return { kind: 'missing', id };
  return { kind: 'object', id, type: header.type, bytes: await contents.content(header.size) };
}

/** Content as it comes; ends where an object is too large, and gives the ids that were asked for and not answered. */
async function* readAhead(
  repository: Repository,
  waiting: AsyncGenerator<readonly string[]>,
  maxBytes: number,
): AsyncGenerator<ObjectAnswer, readonly string[]> {
  const first = await waiting.next();
  if (first.done) return [];
  const contents = new Batch(repository, '--batch', '--buffer');
  try {
    let block: readonly string[] | undefined = first.value;
    contents.ask(block);
    while (block !== undefined) {
      // A block that is not full is the last.
      const next: IteratorResult<readonly string[]> | undefined =
        block.length < BLOCK ? undefined : await waiting.next();
      const following: readonly string[] | undefined = next?.done === false ? next.value : undefined;
      if (following !== undefined) contents.ask(following);
      if (following === undefined || following.length < BLOCK) contents.finish();
      for (const [index, id] of block.entries()) {
        const header = await contents.header(id);
        if (header !== undefined && header.size > maxBytes)
          return [...block.slice(index), ...(following ?? [])];
        yield await contentOf(contents, header, id);
      }
      block = following;
    }
    await contents.end();
    return [];
  } finally {
    contents.stop();
  }
}

function* pieces(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += SMALL_BLOCK) yield ids.slice(at, at + SMALL_BLOCK);
}

/** Sizes first, from one process; then the content of what is small enough, from another. */
async function* readChecked(
  repository: Repository,
  waiting: AsyncIterable<readonly string[]>,
  maxBytes: number,
): AsyncGenerator<ObjectAnswer> {
  const sizes = new Batch(repository, '--batch-check');
  const contents = new Batch(repository, '--batch');
  const fits = (header: Header | undefined) => header !== undefined && header.size <= maxBytes;
  try {
    for await (const block of waiting) {
      for (const ids of pieces(block)) {
        sizes.ask(ids);
        const headers: (Header | undefined)[] = [];
        for (const id of ids) headers.push(await sizes.header(id));
        contents.ask(ids.filter((_, index) => fits(headers[index])));
        for (const [index, id] of ids.entries()) {
          const header = headers[index];
          if (header !== undefined && !fits(header)) yield { kind: 'too-large', ...header };
          else yield await contentOf(contents, header && (await contents.header(id)), id);
        }
      }
    }
    await Promise.all([sizes.end(), contents.end()]);
  } finally {
    sizes.stop();
    contents.stop();
  }
}

async function* prefixed<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/**
 * The objects of these ids, in turn. Memory holds one object at a time. Ids may come from a stream, but must not depend
 * on the answers to earlier ones. One process; from the first object on that is too large two others, so that git itself
 * never has to send, or hold, what nobody reads.
 */
export async function* readObjects(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
  options: ReadOptions,
): AsyncGenerator<ObjectAnswer, void, undefined> {
  const waiting = blocks(ids);
  const unanswered = yield* readAhead(repository, waiting, options.maxBytes);
  if (unanswered.length > 0) yield* readChecked(repository, prefixed(unanswered, waiting), options.maxBytes);
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
