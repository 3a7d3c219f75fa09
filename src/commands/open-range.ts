import { emptyRange, listRange, type Range, resolveRange } from '../git/range.ts';
import { rangeAuto } from '../git/range-auto.ts';
import type { Repository } from '../git/repository.ts';
import { UsageError } from './failure.ts';

const WHY = {
  same: 'Base and head of the range are the same commit.',
  reversed: 'The range has no commit: its base is newer than its head, or has all of it.',
  'nothing-new': 'The range has no commit.',
} as const;

/**
 * The range that was asked for: `BASE..HEAD`, or `auto` for what the environment is about. `undefined` is a push that
 * only deletes, which brings nothing. Nothing to judge is a mistake where something was asked for.
 */
export async function openRange(
  repository: Repository,
  text: string,
  env: NodeJS.ProcessEnv,
  allowEmpty: boolean,
): Promise<Range | undefined> {
  const range =
    text === 'auto' ? (await rangeAuto(repository, env)).range : await resolveRange(repository, text);
  if (range === undefined || allowEmpty) return range;
  const { commits } = await listRange(repository, range);
  if (commits.length > 0) return range;
  throw new UsageError(WHY[emptyRange(range)], 'Swap its sides, or add `--allow-empty` where that is fine.');
}
