import { emptyRange, listRange, type Range, resolveRange } from '../../git/ranges/range.ts';
import { rangeAuto } from '../../git/ranges/range-auto.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { UsageError } from '../failure.ts';

const WHY = {
  same: 'Base and head of the range are the same commit.',
  reversed: 'The range has no commit: its base is newer than its head, or has all of it.',
  'nothing-new': 'The range has no commit.',
} as const;

const WAY_OUT = {
  same: 'Name an older base, as in `HEAD~1..HEAD`',
  reversed: 'Swap its sides',
  'nothing-new': 'Name a range that has some',
} as const;

/**
 * The range that was asked for: `BASE..HEAD`, or `auto` for what the environment is about. `undefined` is a push that
 * only deletes, which brings nothing. Nothing to judge is a mistake where something was asked for; a branch that has
 * no more than its upstream is none, and is told with `tell`.
 */
export async function openRange(
  repository: Repository,
  text: string,
  env: NodeJS.ProcessEnv,
  allowEmpty: boolean,
  tell: (sentence: string) => Promise<void>,
): Promise<Range | undefined> {
  const auto = text === 'auto' ? await rangeAuto(repository, env) : undefined;
  const range = auto === undefined ? await resolveRange(repository, text) : auto.range;
  if (range === undefined || allowEmpty) return range;
  const { commits } = await listRange(repository, range);
  if (commits.length > 0) return range;
  const why = emptyRange(range);
  if (why === 'same' && auto?.from === 'upstream') {
    await tell('The branch has no commit that its upstream does not have: nothing is new.');
    return range;
  }
  throw new UsageError(WHY[why], `${WAY_OUT[why]}, or add \`--allow-empty\` where that is fine.`);
}
