import type { Repository } from '../repository/repository.ts';
import { Batch, type ObjectAnswer } from './batch.ts';
import { readChecked } from './checked-objects.ts';

/** Milliseconds that an idle process is kept. */
const KEPT = 5_000;

interface Kept {
  readonly batch: Batch;
  readonly timer: NodeJS.Timeout;
}

const kept = new WeakMap<Repository['git'], Kept>();

function take(repository: Repository): Batch {
  const idle = kept.get(repository.git);
  if (idle === undefined) return new Batch(repository, '--batch');
  kept.delete(repository.git);
  clearTimeout(idle.timer);
  idle.batch.wake();
  return idle.batch;
}

function keep(repository: Repository, batch: Batch): void {
  if (kept.has(repository.git)) {
    batch.stop();
    return;
  }
  batch.rest();
  const timer = setTimeout(() => {
    kept.delete(repository.git);
    batch.stop();
  }, KEPT).unref();
  kept.set(repository.git, { batch, timer });
}

/**
 * A few objects, from a process that stays for the next few: a run on staged files asks a handful of times, and a new
 * process costs more than all of its answers.
 */
export async function* readFew(
  repository: Repository,
  ids: readonly string[],
  maxBytes: number,
): AsyncGenerator<ObjectAnswer, void, undefined> {
  const batch = take(repository);
  let answered = 0;
  try {
    batch.ask(ids);
    for (const id of ids) {
      const header = await batch.header(id);
      // git is about to send it all, and is ended instead.
      if (header !== undefined && header.size > maxBytes) break;
      const answer = await batch.answer(id, header);
      answered += 1;
      yield answer;
    }
  } finally {
    if (answered === ids.length) keep(repository, batch);
    else batch.stop();
  }
  if (answered < ids.length) yield* readChecked(repository, [ids.slice(answered)], maxBytes);
}
