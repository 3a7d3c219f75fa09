import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs';
import type { IsForbidden } from '../follow.ts';
import { GitError } from '../git-error.ts';
import { pathBytes } from '../path-text.ts';

/** `undefined` where there is nothing; a link is not followed. */
function lookAt(path: Buffer): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function isGone(error: unknown): boolean {
  // ELOOP: it became a link since it was looked at.
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** What a file holds, or its size alone where that is more than was asked for. */
export type FileContent =
  | { readonly kind: 'content'; readonly bytes: Buffer }
  | { readonly kind: 'too-large'; readonly size: number }
  | { readonly kind: 'gone' };

/** Files below one root, looked at without following a link in any part of their paths. */
export class WorktreeFiles {
  private readonly root: Buffer;
  private readonly directories = new Map<string, boolean>();

  private readonly isForbidden: IsForbidden;

  constructor(root: string, isForbidden: IsForbidden) {
    this.isForbidden = isForbidden;
    this.root = Buffer.from(root.endsWith('/') ? root : `${root}/`);
  }

  private bytesOf(path: string): Buffer {
    return Buffer.concat([this.root, pathBytes(path)]);
  }

  private isDirectory(path: string): boolean {
    const known = this.directories.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const above = slash < 0 || this.isDirectory(path.slice(0, slash));
    if (above && this.isForbidden(this.root.toString() + path)) {
      throw new GitError(
        'a tracked path lies in a Target Repository, which is never opened',
        'take it out of the index: git rm --cached',
      );
    }
    const is = above && (lookAt(this.bytesOf(path))?.isDirectory() ?? false);
    this.directories.set(path, is);
    return is;
  }

  /** `undefined` where the path does not exist, or leads through a link. */
  look(path: string): Stats | undefined {
    const slash = path.lastIndexOf('/');
    if (slash >= 0 && !this.isDirectory(path.slice(0, slash))) return undefined;
    return lookAt(this.bytesOf(path));
  }

  /** A regular file's bytes; of a link, where it leads. Pipes and devices are never opened. */
  read(path: string, maxBytes: number): FileContent {
    const stats = this.look(path);
    try {
      if (stats?.isSymbolicLink()) {
        return { kind: 'content', bytes: readlinkSync(this.bytesOf(path), 'buffer') };
      }
      return stats?.isFile() ? this.readRegular(path, maxBytes) : { kind: 'gone' };
    } catch (error) {
      if (isGone(error)) return { kind: 'gone' };
      throw new GitError('a file of the working tree could not be read', 'check its permissions and owner');
    }
  }

  private readRegular(path: string, maxBytes: number): FileContent {
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    const file = openSync(this.bytesOf(path), flags);
    try {
      const { size } = fstatSync(file);
      if (size > maxBytes) return { kind: 'too-large', size };
      // One byte more, to see whether it grew since.
      const bytes = Buffer.allocUnsafeSlow(size + 1);
      let filled = 0;
      for (;;) {
        const count = readSync(file, bytes, filled, bytes.length - filled, null);
        filled += count;
        if (count === 0 || filled === bytes.length) break;
      }
      if (filled > size) {
        throw new GitError(
          'a file of the working tree grew while it was read',
          'run again when nothing writes to it',
        );
      }
      return { kind: 'content', bytes: bytes.subarray(0, filled) };
    } finally {
      closeSync(file);
    }
  }
}
