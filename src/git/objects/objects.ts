import { GitError, malformed } from '../git-error.ts';
import { toObjectId } from '../object-id.ts';
import type { Repository } from '../repository/repository.ts';
import { Batch, type ObjectAnswer, type ObjectType, type ReadOptions } from './batch.ts';
import { readChecked } from './checked-objects.ts';
import { readFew } from './few-objects.ts';

/**
 * `--buffer` makes git write when its buffer (4 KB to 64 KB) is full or its input ends. The answers to a whole block are
 * longer than that, so while one block more than the one that is read has been asked for, no answer stays behind.
 */
const BLOCK = 4096;
/** As many as one process that stays may be asked at once. */
const FEW = 512;

async function* blocks(ids: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string[]> {
  let block: string[] = [];
  for await (const id of ids) {
    // A newline would ask for a second object, a name for another than the listed one.
    if (toObjectId(id) === undefined) throw malformed('reading objects');
    block.push(id);
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** Content as it comes; ends where an object is too large, and gives the ids that were asked for and not answered. */
async function* readBlocks(
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
        yield await contents.answer(id, header);
      }
      block = following;
    }
    await contents.end();
    return [];
  } finally {
    contents.stop();
  }
}

async function* prefixed<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/**
 * The objects of these ids, in turn. Memory holds one object at a time. Ids may come from a stream, but must not depend
 * on the answers to earlier ones. One process, which few ids share with those asked before them; from the first object on
 * that is too large two others, so that git itself never has to send, or hold, what nobody reads.
 */
export async function* readObjects(
  repository: Repository,
  ids: Iterable<string> | AsyncIterable<string>,
  options: ReadOptions,
): AsyncGenerator<ObjectAnswer, void, undefined> {
  if (Array.isArray(ids) && ids.length <= FEW) {
    for await (const few of blocks(ids)) yield* readFew(repository, few, options.maxBytes);
    return;
  }
  const waiting = blocks(ids);
  try {
    const unanswered = yield* readBlocks(repository, waiting, options.maxBytes);
    if (unanswered.length > 0) {
      yield* readChecked(repository, prefixed(unanswered, waiting), options.maxBytes);
    }
  } finally {
    // Who leaves early ends what the ids come from, too: mostly another process.
    await waiting.return(undefined);
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
