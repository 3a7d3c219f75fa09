import { listRoot } from '../../git/listings/tree-listing.ts';
import { listWorktree, lookForFiles } from '../../git/listings/worktree-listing.ts';
import type { Repository } from '../../git/repository/repository.ts';
import { resolveRevision } from '../../git/revision.ts';
import { PolicyError } from '../../policy/policy-error.ts';
import { isPolicyFile, MISNAMED_POLICY_FILES, POLICY_FILES, properName } from '../../policy/policy-files.ts';
import type { PolicyPlace } from './policy-place.ts';

interface Listed {
  readonly path: string;
}

/** All names that a policy, or a misnamed one, is looked for by. */
export const POLICY_NAMES: readonly string[] = [...POLICY_FILES, ...MISNAMED_POLICY_FILES];

/** A policy that nothing reads, where the built-in one would judge in its place and nobody would notice. */
export function assertNamed(files: readonly Listed[]): void {
  if (files.some(({ path }) => isPolicyFile(path))) return;
  const path = files.find((file) => MISNAMED_POLICY_FILES.includes(file.path))?.path;
  if (path === undefined) return;
  throw new PolicyError(
    path,
    undefined,
    'No policy is read from a file of this name.',
    `Rename it to \`${properName(path)}\`.`,
  );
}

async function listed(repository: Repository, place: PolicyPlace): Promise<readonly Listed[]> {
  switch (place.kind) {
    case 'file':
    case 'built-in':
      return [];
    case 'index':
      return place.entries;
    case 'revision':
      return await listRoot(repository, await resolveRevision(repository, place.revision));
    case 'worktree':
      if (repository.root === undefined)
        return repository.head ? await listRoot(repository, repository.head) : [];
      return place.isListed
        ? (await listWorktree(repository)).entries
        : await lookForFiles(repository, POLICY_NAMES);
  }
}

/** The same of what is judged, where its policy comes from elsewhere. */
export async function refuseMisnamed(repository: Repository, judged: PolicyPlace): Promise<void> {
  assertNamed(await listed(repository, judged));
}
