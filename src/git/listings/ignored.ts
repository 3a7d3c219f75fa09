import { gitOutput } from '../process.ts';
import type { Repository } from '../repository/repository.ts';

/** Whether git leaves an untracked path of the working tree, or all that is in that folder, aside by an ignore rule. */
export async function isIgnored(repository: Repository, path: string): Promise<boolean> {
  // Not with --directory: of a file in an ignored folder, `git ls-files` then ends with an internal error (128).
  const output = await gitOutput(repository.git, 'looking for an ignored path', [
    '--literal-pathspecs',
    'ls-files',
    '--others',
    '--ignored',
    '--exclude-standard',
    '-z',
    '--',
    path,
  ]);
  return output.length > 0;
}
