import { chmodSync, existsSync, lstatSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { WriteError } from './write-into.ts';

/** A link in the way would have the file written somewhere else. */
function assertNoLink(root: string, path: string): void {
  let at = root;
  for (const part of relative(root, path).split(sep)) {
    at = join(at, part);
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new WriteError('A file to be written, or a folder of it, is a link.');
  }
}

/** Writes a whole file below a folder, or nothing; folders are made. Links are refused. */
export function writeBelow(root: string, path: string, text: string, executable: boolean): void {
  assertNoLink(root, path);
  const temporary = `${path}.cto-lint-${process.pid}`;
  try {
    makeFolder(dirname(path));
    const mode = lstatSync(path, { throwIfNoEntry: false })?.mode;
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o644 });
    if (executable || mode !== undefined) chmodSync(temporary, executable ? 0o755 : mode! & 0o777);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) unlinkSync(temporary);
    throw new WriteError('A file could not be written.', { cause: error });
  }
}
