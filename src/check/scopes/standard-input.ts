import { hashObject } from '../../git/object-id.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Scope } from '../scope.ts';
import type { RawFile } from '../source-file.ts';
import type { ScopeOptions } from './options.ts';
import { type GivenText, givenContent } from './raw-file.ts';
import { worktreeScope } from './worktree.ts';

/** The id that the text would have as a blob, by which a file of a run is known again. */
function blobOf(text: GivenText, { objectFormat }: Repository): string {
  return text === 'too-large' ? 'standard-input' : hashObject(objectFormat, 'blob', Buffer.from(text));
}

/**
 * A text as if it were the working tree's file at `path`: what an editor shows before it is saved. All other files are
 * the working tree's, so that the route is whole.
 */
export async function standardInputScope(
  repository: Repository,
  path: string,
  text: GivenText,
  options: ScopeOptions,
): Promise<Scope> {
  const tree = await worktreeScope(repository, [path], options);
  const file: RawFile = {
    path,
    mode: '100644',
    blob: blobOf(text, repository),
    ...givenContent(text),
    commit: undefined,
    origin: 'tree',
  };
  const listed = { path, mode: file.mode, blob: file.blob };
  const next = {
    get files() {
      return [...tree.head.files.filter((one) => one.path !== path), listed];
    },
    async *read(files: Parameters<typeof tree.head.read>[0]) {
      if (files.some((one) => one.path === path)) yield file;
      yield* tree.head.read(files.filter((one) => one.path !== path));
    },
  };
  return {
    ...tree,
    summary: { ...tree.summary, kind: 'stdin' },
    async *files(wants) {
      if (wants(file)) yield file;
    },
    head: next,
    changed: new Set([path]),
    async *steps() {
      for await (const step of tree.steps()) yield { ...step, next };
    },
  };
}
