import type { Repository } from '../../git/repository/repository.ts';

/** The key of the committed index: `CTO_LINT_EVIDENCE_KEY`, or git config `cto-lint.evidenceKey`. Never shown. */
export function evidenceKey(repository: Repository, env: NodeJS.ProcessEnv): string | undefined {
  if (env.CTO_LINT_EVIDENCE_KEY) return env.CTO_LINT_EVIDENCE_KEY;
  const setting = repository.settings.findLast(
    ({ section, key }) => section === 'cto-lint' && key.toLowerCase() === 'evidencekey',
  );
  return setting?.value === '' ? undefined : setting?.value;
}
