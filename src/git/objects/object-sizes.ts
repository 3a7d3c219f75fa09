import type { Repository } from '../repository/repository.ts';
import { Batch } from './batch.ts';

/** How large the objects of these ids are, in turn; `undefined` of one that is missing. Reads none of them. One process. */
export async function* objectSizes(
  repository: Repository,
  ids: readonly string[],
): AsyncGenerator<number | undefined, void, undefined> {
  if (ids.length === 0) return;
  const sizes = new Batch(repository, '--batch-check', '--buffer');
  try {
    sizes.ask(ids);
    sizes.finish();
    for (const id of ids) yield (await sizes.header(id))?.size;
    await sizes.end();
  } finally {
    sizes.stop();
  }
}
