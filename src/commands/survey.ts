import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { readPlainFile } from '../disk/read-file.ts';
import { decodeText } from '../documents/text.ts';
import { isRunDirectoryName } from '../evidence/run-directory.ts';
import { listWorktree } from '../git/listings/worktree-listing.ts';
import { readWorktreeFile } from '../git/listings/worktree-reading.ts';
import { findProgram, trustedPath } from '../git/program.ts';
import { hooksPath } from '../git/repository/hooks-path.ts';
import type { Repository } from '../git/repository/repository.ts';
import { mainBranch } from '../git/revision.ts';
import { shellWord } from '../setup/shell-word.ts';
import type { Survey } from '../setup/survey.ts';
import { VERSION } from '../version.ts';
import { UsageError } from './failure.ts';
import type { Io } from './printing/output.ts';

const MAX_BYTES = 1_000_000;
const DEEPEST = 3;
const MAX_FOLDERS = 5000;
const NOT_SEARCHED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Folders that hold runs, ignored ones too, since that is where runs mostly lie. Links are not followed. */
function runFolders(root: string): readonly string[] {
  const found: string[] = [];
  let looked = 0;
  const search = (folder: string, depth: number): void => {
    looked += 1;
    if (looked > MAX_FOLDERS) return;
    const names = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !NOT_SEARCHED.has(entry.name))
      .map(({ name }) => name);
    if (folder !== '' && names.some(isRunDirectoryName)) found.push(folder);
    else if (depth < DEEPEST)
      for (const name of names) search(folder === '' ? name : `${folder}/${name}`, depth + 1);
  };
  search('', 0);
  return found;
}

/**
 * How hooks call the tool. One that is committed needs a name that is the same on every machine. One of this machine
 * alone names node and this very program where the repository has none, so that it also runs from a GUI's short PATH;
 * but not a program in npx's cache, which is cleared some day.
 */
function callsOf(root: string, { env, program }: Io, hasPackage: boolean): Survey['call'] {
  const own = 'node_modules/.bin/cto-lint';
  const isInstalled = existsSync(join(root, own));
  const isOnPath = findProgram('cto-lint', trustedPath(env, root)) !== undefined;
  const committed = isInstalled || (hasPackage && !isOnPath) ? own : 'cto-lint';
  const isPassing = program.some((word) => /[\\/]_npx[\\/]/.test(word));
  const local = isInstalled ? own : isPassing ? committed : program.map(shellWord).join(' ');
  const install = hasPackage ? 'npm install --save-dev cto-lint' : 'npm install --global cto-lint';
  return { committed, local, install: isInstalled || isOnPath ? undefined : install };
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}

/** Where git looks for hooks, as a path from the root where it lies below. */
export async function hooksOf(repository: Repository, root: string): Promise<Survey['hooks']> {
  const setting = await hooksPath(repository);
  const absolute = setting === undefined ? join(repository.commonDir, 'hooks') : resolve(root, setting.value);
  const isOwn = isInside(root, absolute) || isInside(repository.commonDir, absolute);
  const folder = isInside(root, absolute) ? relative(root, absolute).split(sep).join('/') : absolute;
  return { folder, setBy: setting?.scope, isOwn };
}

/** The top of the working tree. */
export function rootOf({ root }: Repository): string {
  if (root !== undefined) return root;
  throw new UsageError(
    'There is no working tree here to set up.',
    'Run it in a clone; on a server use the pre-receive hook.',
  );
}

/** Looks at the repository as it is on disk. */
export async function survey(repository: Repository, io: Io): Promise<Survey> {
  const root = rootOf(repository);
  const { entries } = await listWorktree(repository);
  const paths = new Set(entries.filter(({ from }) => from !== 'gitlink').map(({ path }) => path));
  const hooks = await hooksOf(repository, root);
  const read = (path: string): string | undefined => {
    if (!isAbsolute(path) && !path.startsWith('.git/')) {
      const bytes = readWorktreeFile(repository, path, { maxBytes: MAX_BYTES });
      return bytes && decodeText(bytes, path).text;
    }
    const file = readPlainFile(resolve(root, path), MAX_BYTES);
    return typeof file === 'string' ? undefined : decodeText(file.bytes, path).text;
  };
  return {
    paths,
    submodules: entries.filter(({ from }) => from === 'gitlink').map(({ path }) => path),
    runFolders: runFolders(root),
    hooks,
    call: callsOf(root, io, paths.has('package.json')),
    version: VERSION,
    mainBranch: await mainBranch(repository),
    read,
  };
}
