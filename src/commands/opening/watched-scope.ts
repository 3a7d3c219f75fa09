import type { Scope, Step, Wants } from '../../check/scope.ts';
import type { RawFile } from '../../check/source-file.ts';
import { counted, sized } from '../../report/summary.ts';
import type { Progress } from '../printing/progress.ts';

/** `commit 120 of 5000, 830 files, 24 MB`; of a tree, whose files are listed beforehand, `file 830 of 12000, 24 MB`. */
async function* watchedFiles(scope: Scope, wants: Wants, progress: Progress): AsyncGenerator<RawFile> {
  const total = scope.changed === undefined && scope.commits < 2 ? scope.head.files.length : 0;
  let files = 0;
  let commits = 0;
  let bytes = 0;
  const line = (): string => {
    const read = `${counted(files, 'file')}, ${sized(bytes)}`;
    if (total > 0) return `file ${files} of ${total}, ${sized(bytes)}`;
    if (commits === 0) return read;
    // Some thousand files are read at a time, after the commits that bring them.
    return commits < scope.commits
      ? `commit ${commits} of ${scope.commits}, ${read}`
      : `${counted(commits, 'commit')}, ${read}`;
  };
  for await (const file of scope.files(wants)) {
    if (file.origin === 'commit') commits += file.path === 'COMMIT_EDITMSG' ? 1 : 0;
    else files += 1;
    bytes += file.size;
    await progress.at(line);
    yield file;
  }
  await progress.at(() => `linking documents, ${line()}`);
}

async function* watchedSteps(scope: Scope, progress: Progress): AsyncGenerator<Step> {
  let steps = 0;
  for await (const step of scope.steps()) {
    steps += 1;
    await progress.at(() => `${counted(steps, 'change')} compared`);
    yield step;
  }
}

/** The same scope, which tells how far it has been asked for. */
export function watchedScope(scope: Scope, progress: Progress): Scope {
  return {
    ...scope,
    files: (wants) => watchedFiles(scope, wants, progress),
    steps: () => watchedSteps(scope, progress),
  };
}
