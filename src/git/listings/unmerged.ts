import { join } from 'node:path';
import { look } from '../follow.ts';
import { GitError } from '../git-error.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * What git leaves in its directory while it is at something: `wt_status_get_state` in wt-status.c. A rebase picks
 * commits and merges them, so its own files are looked for first. What a stash or a squash left has none.
 */
const UNDER_WAY: readonly (readonly [file: string, command: string])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
];

/** The index has several versions of a path. */
export function unmerged({ gitDir }: Pick<Repository, 'gitDir'>): GitError {
  const command = UNDER_WAY.find(([file]) => look(join(gitDir, file)) !== undefined)?.[1];
  const leave = command === undefined ? '' : `, or leave the ${command}: git ${command} --abort`;
  return new GitError(
    'the index holds an unfinished merge',
    `resolve the conflicts and \`git add\` each file${leave}`,
  );
}
