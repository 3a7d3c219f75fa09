import type { Repository } from '../repository/repository.ts';
import { Batch, type Header, type ObjectAnswer } from './batch.ts';

/** Ids asked for at once. So few that neither they nor their sizes ever fill a pipe. */
const AT_ONCE = 512;

function* pieces(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}

/** Sizes first, from one process; then the content of what is small enough, from another. */
export async function* readChecked(
  repository: Repository,
  waiting: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
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
          else yield await contents.answer(id, header && (await contents.header(id)));
        }
      }
    }
    await Promise.all([sizes.end(), contents.end()]);
  } finally {
    sizes.stop();
    contents.stop();
  }
}
