import { join, sep } from 'node:path';

/** Folders that a data directory must keep out of. Real paths. */
export interface Surroundings {
  readonly homes: readonly string[];
  readonly configHome: string | undefined;
  /** The working tree, the git directory, and the one that linked worktrees share. */
  readonly repository: readonly string[];
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/**
 * Case's own default is `$XDG_CONFIG_HOME/case`, else `$HOME/.config/case` (workos/case, `src/paths.ts`); `.case` is
 * where it keeps the state of a task.
 */
export function isolationFaults(path: string, { homes, configHome, repository }: Surroundings): string[] {
  const defaults = [
    ...homes.flatMap((home) => [join(home, '.config', 'case'), join(home, '.case')]),
    ...(configHome === undefined ? [] : [join(configHome, 'case')]),
  ];
  const faults: string[] = [];
  if (homes.some((home) => isWithin(home, path)))
    faults.push('CASE_DATA_DIR is the home folder, or around it.');
  if (defaults.some((folder) => overlap(path, folder)))
    faults.push('CASE_DATA_DIR is the default folder of the backend.');
  if (repository.some((folder) => overlap(path, folder)))
    faults.push('CASE_DATA_DIR lies in the repository, or around it.');
  return faults;
}
