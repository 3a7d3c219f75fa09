import { isIgnored } from '../../git/listings/ignored.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { UsageError } from '../failure.ts';

/**
 * A path that was asked for and of which nothing is judged would pass for a clean one.
 * @param asked from the root of the repository, `/`-separated; '' is all of it
 * @param judged paths of the files that were found for them
 */
export async function refuseUnjudged(
  repository: Repository,
  asked: readonly string[],
  judged: ReadonlySet<string>,
): Promise<void> {
  const covered = new Set(judged);
  for (const path of judged) {
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
      covered.add(path.slice(0, slash));
  }
  const path = asked.find((one) => one !== '' && !covered.has(one));
  if (path === undefined) return;
  const why = (await isIgnored(repository, path))
    ? 'is ignored by git, and so is not judged'
    : 'holds no file of this repository';
  throw new UsageError(
    `The path \`${path}\` ${why}.`,
    'Leave it out, or add `--allow-empty` where judging nothing of it is fine.',
  );
}
