import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { dirname, join, parse, resolve, sep } from 'node:path';
import { GitError } from './git-error.ts';

/** Whether a path lies in a Target Repository, which is never opened or listed. Gets absolute paths. */
export type IsForbidden = (path: string) => boolean;

/** More links than this on the way to one file is a loop; Linux stops at the same number. */
const MAX_LINKS = 40;
/** Configuration, alternates and `.git` files are small; what is larger is none. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

function isAbsence(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** `undefined` where there is nothing; a link is not followed. */
export function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false, bigint: false });
  } catch (error) {
    // Below a file there is nothing, either.
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

export function refuseForbidden(what: string, path: string, isForbidden: IsForbidden): void {
  if (!isForbidden(path)) return;
  throw new GitError(
    `${what} leads into a Target Repository, which is never opened`,
    'remove that setting or link, or run cto-lint from a repository of its own',
  );
}

/**
 * The real path, found one part at a time, so that a link into a forbidden place is refused before anything behind it
 * is looked at. Parts that do not exist are kept as they are.
 */
export function realPath(what: string, path: string, isForbidden: IsForbidden): string {
  let links = 0;
  let real = parse(resolve(path)).root;
  const rest = resolve(path).slice(real.length).split(sep).filter(Boolean);
  while (rest.length > 0) {
    const next = join(real, rest.shift()!);
    refuseForbidden(what, next, isForbidden);
    if (!look(next)?.isSymbolicLink()) {
      real = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) {
      throw new GitError(`${what} leads through too many symbolic links`, 'remove the loop of links');
    }
    const target = resolve(dirname(next), readlinkSync(next));
    real = parse(target).root;
    rest.unshift(...target.slice(real.length).split(sep).filter(Boolean));
  }
  refuseForbidden(what, real, isForbidden);
  return real;
}

/** The names of symbolic links in a directory; nothing where it is a link itself, or does not exist. */
export function linksIn(path: string): readonly string[] {
  if (!look(path)?.isDirectory()) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isSymbolicLink()).map((entry) => entry.name);
}

/** A small text file of a repository's administration; `undefined` where there is none. */
export function readAdministration(what: string, path: string, isForbidden: IsForbidden): string | undefined {
  const real = realPath(what, path, isForbidden);
  const stats = look(real);
  if (!stats?.isFile()) return undefined;
  if (stats.size > MAX_TEXT_BYTES) {
    throw new GitError(
      `${what} is larger than any such file is`,
      'look at that file: git would read it whole',
    );
  }
  try {
    return readFileSync(real, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw new GitError(`${what} could not be read`, 'check its permissions and owner');
  }
}
