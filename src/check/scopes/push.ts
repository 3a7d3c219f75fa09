import { listCommits } from '../../git/commits/commit-list.ts';
import type { PushedRef } from '../../git/ranges/push-range.ts';
import { walkSelection } from '../../git/ranges/range.ts';
import { readTags } from '../../git/refs.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope, Wants } from '../scope.ts';
import type { RawFile } from '../source-file.ts';
import { commitFiles, nameFile, tagTexts } from './commit-files.ts';
import { emptyScope } from './nothing.ts';
import type { ScopeOptions } from './options.ts';
import { rangeScope } from './range.ts';

/** The ref's name, and the tags that it leads to: what a push brings beside commits and files. */
async function* pushedTexts(
  repository: Repository,
  { ref, id }: PushedRef,
  wants: Wants,
): AsyncGenerator<RawFile> {
  yield* [nameFile(ref, id)].filter(wants);
  for (const found of await readTags(repository, [id]))
    yield* tagTexts(ref, found.id, found.tag).filter(wants);
}

/** What one ref of a push brings, judged as a range; a tag of a blob or a tree brings that alone. */
export async function pushScope(
  repository: Repository,
  pushed: PushedRef,
  options: ScopeOptions,
): Promise<Scope> {
  const { range, selection } = pushed;
  const scope = range === undefined ? emptyScope('push') : await rangeScope(repository, range, options);
  return {
    ...scope,
    summary: { ...scope.summary, kind: 'push' },
    async *files(wants) {
      yield* pushedTexts(repository, pushed, wants);
      if (range === undefined) {
        const commits = await listCommits(repository, selection);
        const steps = walkSelection(repository, selection, commits);
        yield* commitFiles(repository, steps, options.maxBytes, wants, () => undefined);
      } else yield* scope.files(wants);
    },
  };
}
