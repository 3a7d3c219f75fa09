import type { FileToJudge } from './packed-files.ts';
import type { RawFile } from './source-file.ts';

/** In a batch; a scope of fewer is a small one. */
export const FILES = 128;
const BYTES = 512 * 1024;

/** Of files that are handed to a thread, or judged here, before a thread may have the next. */
const PORTION_BYTES = 96 * 1024;

/** Files that are judged together. All but the last batch are full: what has one batch that is not is a small scope. */
export interface Batch {
  readonly files: readonly RawFile[];
  readonly isFull: boolean;
}

export async function* batchesOf(files: AsyncIterable<RawFile>): AsyncGenerator<Batch, void, undefined> {
  let batch: RawFile[] = [];
  let bytes = 0;
  for await (const file of files) {
    batch.push(file);
    bytes += file.bytes?.length ?? 0;
    if (batch.length < FILES && bytes < BYTES) continue;
    yield { files: batch, isFull: true };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { files: batch, isFull: false };
}

/** Parts of a batch that take about the same time: at the end none waits long for another. */
export function* portionsOf(
  files: readonly FileToJudge[],
): Generator<readonly FileToJudge[], void, undefined> {
  let start = 0;
  let bytes = 0;
  for (const [at, { raw }] of files.entries()) {
    bytes += raw.size;
    if (bytes < PORTION_BYTES) continue;
    yield files.slice(start, at + 1);
    start = at + 1;
    bytes = 0;
  }
  if (start < files.length) yield files.slice(start);
}
