import { isSeq } from 'yaml';
import type { Change } from '../change.ts';
import { PRE_COMMIT_FILE } from '../hook-manager.ts';
import type { Survey } from '../survey.ts';
import { callsTool } from './hook-lines.ts';
import { yamlAddition } from './yaml-addition.ts';

/**
 * `always_run` and no file names: what counts is the index, and a commit that only removes files is judged too. A push
 * is left to CI, since pre-commit reads what git sends to the hook and hands on no refs but the first.
 */
function repository(call: string): Record<string, unknown> {
  return {
    repo: 'local',
    hooks: [
      {
        id: 'cto-lint',
        name: 'cto-lint',
        entry: `${call} --staged`,
        language: 'system',
        pass_filenames: false,
        always_run: true,
      },
      {
        id: 'cto-lint-message',
        name: 'cto-lint (message)',
        entry: `${call} --message`,
        language: 'system',
        always_run: true,
        stages: ['commit-msg'],
      },
    ],
  };
}

/** https://pre-commit.com/#repository-local-hooks */
export function preCommitChange({ read, call }: Survey): Change {
  const text = read(PRE_COMMIT_FILE) ?? '';
  if (callsTool(text)) return { kind: 'keep', path: PRE_COMMIT_FILE, why: 'it runs cto-lint already' };
  const added = `hooks cto-lint (${call.committed} --staged) and cto-lint-message`;
  return yamlAddition(PRE_COMMIT_FILE, text, added, (document) => {
    const repositories = document.get('repos');
    const own = document.createNode(repository(call.committed));
    if (isSeq(repositories)) repositories.add(own);
    else document.set('repos', document.createNode([repository(call.committed)]));
  });
}
