import type { ObjectId } from './object-id.ts';
import { listRefs } from './refs.ts';
import type { Repository } from './repository/repository.ts';

/** What a clone calls the default branch of its remote, and what it is mostly called where nobody cloned. */
const NAMES = ['HEAD', 'main', 'master'];

/**
 * The default branch of each remote that the repository is set up with, as it was last fetched or pushed; none where
 * no remote has one. One process, where there is a remote.
 */
export async function defaultBranches(repository: Repository): Promise<readonly ObjectId[]> {
  const remotes = new Set(
    repository.settings.flatMap(({ section, subsection }) =>
      section === 'remote' && subsection !== undefined ? [subsection] : [],
    ),
  );
  if (remotes.size === 0) return [];
  const commits = new Map<string, ObjectId>();
  for (const { name, type, id } of await listRefs(repository)) if (type === 'commit') commits.set(name, id);
  return [...remotes].flatMap((remote) => {
    const ids = NAMES.map((name) => commits.get(`refs/remotes/${remote}/${name}`));
    return ids.find((id) => id !== undefined) ?? [];
  });
}
