import { resolve } from 'node:path';
import { namedPath } from '../../disk/named-path.ts';
import { readPlainFile } from '../../disk/read-file.ts';
import type { IsForbidden } from '../../git/follow.ts';
import { realPath } from '../../git/follow.ts';
import type { Setting } from '../../git/repository/config-text.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { PolicyData } from '../../policy/schema.ts';
import { UsageError } from '../failure.ts';
import type { Io } from '../printing/output.ts';

type Targets = PolicyData['targets'];

const MAX_BYTES = 1_000_000;

/** The file that `git config cto-lint.targets` names. */
export function listOfSettings(settings: readonly Setting[]): string | undefined {
  const setting = settings.findLast((one) => one.section === 'cto-lint' && one.key === 'targets');
  return setting?.value === '' ? undefined : setting?.value;
}

/**
 * A list of targets that is kept outside of the repository. Relative paths count from the top of the working tree.
 * @param what the variable or setting that names it
 */
export async function readTargetList(
  what: string,
  file: string,
  top: string,
  env: NodeJS.ProcessEnv,
  isForbidden: IsForbidden,
): Promise<Targets> {
  const path = namedPath(what, resolve(top, file.replace(/^~(?=\/)/, env.HOME ?? '~')), top, isForbidden);
  const read = readPlainFile(realPath(what, path, isForbidden), MAX_BYTES);
  if (typeof read === 'string') {
    throw new UsageError(
      'The list of targets cannot be read.',
      'Check CTO_LINT_TARGETS, or `git config cto-lint.targets`.',
    );
  }
  const { loadTargetList } = await import('../../policy/load-targets.ts');
  return loadTargetList(read.bytes.toString('utf8'), 'list of targets');
}

/** Targets of a list that is kept outside of the repository: `CTO_LINT_TARGETS`, or git config `cto-lint.targets`. */
export async function localTargets(
  { root, settings, isForbidden }: Repository,
  { cwd, env }: Pick<Io, 'cwd' | 'env'>,
): Promise<Targets> {
  const file = env.CTO_LINT_TARGETS || listOfSettings(settings);
  return file ? await readTargetList('the list of targets', file, root ?? cwd, env, isForbidden) : [];
}
