import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** A file that could not be written where it belongs. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
  readonly help = 'Name a folder that this user may write to, and that is no link.';
}

const DIRECTORY = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0);
const NEW_FILE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/**
 * A directory that is held open, so that nobody can put a link in its place while something is written into it. Linux
 * lets a process name what it holds open; elsewhere the path is used, and looked at again.
 */
class HeldDirectory {
  readonly #descriptor: number;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, DIRECTORY);
  }

  at(name: string): string {
    const own = `/proc/self/fd/${this.#descriptor}`;
    if (existsSync(own)) return join(own, name);
    const [held, named] = [fstatSync(this.#descriptor), lstatSync(this.#path)];
    if (held.dev !== named.dev || held.ino !== named.ino || !named.isDirectory())
      throw new WriteError('A folder was replaced while it was written to.');
    return join(this.#path, name);
  }

  /** The directory of that name in it, made where there is none. */
  below(name: string): HeldDirectory {
    makeDirectory(this.at(name));
    return new HeldDirectory(this.at(name));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function writeNew(path: string, content: string | Uint8Array): void {
  const file = openSync(path, NEW_FILE, 0o644);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The whole file or nothing: written under another name, then renamed. What had the name, a link too, is replaced and not followed. */
function writeWhole(directory: HeldDirectory, name: string, content: string | Uint8Array): void {
  const temporary = directory.at(`.${name}.${randomBytes(6).toString('hex')}`);
  try {
    writeNew(temporary, content);
    renameSync(temporary, directory.at(name));
  } catch (error) {
    if (existsSync(temporary)) unlinkSync(temporary);
    throw error;
  }
}

/** Writes `root/folder/name`. `root` and `folder` are made where they are missing, and refused where they are links. */
export function writeInto(root: string, folder: string, name: string, content: string | Uint8Array): void {
  const held: HeldDirectory[] = [];
  try {
    makeFolder(dirname(root));
    makeDirectory(root);
    held.push(new HeldDirectory(root));
    held.push(held[0]!.below(folder));
    writeWhole(held[1]!, name, content);
  } catch (error) {
    if (error instanceof WriteError) throw error;
    throw new WriteError('A file could not be written.', { cause: error });
  } finally {
    for (const directory of held) directory.close();
  }
}
