import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Repository } from '../git/repository.ts';
import type { PolicyData } from '../policy/schema.ts';
import { UsageError } from './failure.ts';
import type { Io } from './output.ts';

function listFile(repository: Repository, env: NodeJS.ProcessEnv): string | undefined {
  if (env.CTO_LINT_TARGETS) return env.CTO_LINT_TARGETS;
  const setting = repository.settings.findLast((one) => one.section === 'cto-lint' && one.key === 'targets');
  return setting?.value === '' ? undefined : setting?.value;
}

/** Targets of a list that is kept outside of the repository: `CTO_LINT_TARGETS`, or git config `cto-lint.targets`. */
export async function localTargets(
  repository: Repository,
  io: Pick<Io, 'cwd' | 'env'>,
): Promise<PolicyData['targets']> {
  const file = listFile(repository, io.env);
  if (file === undefined) return [];
  let text: string;
  try {
    text = readFileSync(
      resolve(repository.root ?? io.cwd, file.replace(/^~(?=\/)/, io.env.HOME ?? '~')),
      'utf8',
    );
  } catch (cause) {
    const error = new UsageError(
      'The list of targets cannot be read.',
      'Check CTO_LINT_TARGETS, or `git config cto-lint.targets`.',
    );
    error.cause = cause;
    throw error;
  }
  const { loadTargets } = await import('../policy/load-targets.ts');
  return loadTargets(text, 'list of targets');
}
