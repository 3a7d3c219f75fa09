import { type BigIntStats, closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { Refusal } from './refusal.ts';

const CHUNK_BYTES = 1024 * 1024;

// A pipe would wait for its writer, a terminal become ours: neither is opened so that it could.
const FLAGS =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** What tells one state of a file from another: another file in its place, or the same one written to. */
export function stateOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** `undefined` where there is nothing; a link is not followed. */
export function lookAt(path: string | Buffer): BigIntStats | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false });
}

/** What this user may not look at is not there for it. */
export function lookIfAllowed(path: string): BigIntStats | undefined {
  try {
    return lookAt(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return undefined;
    throw error;
  }
}

function refusalOf(error: unknown): Refusal {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'absent';
    case 'ELOOP':
      return 'link';
    default:
      return 'no-access';
  }
}

/** A regular file, opened without following a link at its name, and read once from start to end. */
export class PlainFile {
  readonly stats: BigIntStats;
  readonly #descriptor: number;

  private constructor(descriptor: number, stats: BigIntStats) {
    this.#descriptor = descriptor;
    this.stats = stats;
  }

  /** What is no regular file is looked at only: opening a device or a pipe may do something. */
  static open(path: string | Buffer): PlainFile | Refusal {
    try {
      const seen = lookAt(path);
      if (seen === undefined) return 'absent';
      if (seen.isSymbolicLink()) return 'link';
      if (!seen.isFile()) return 'not-a-file';
      const descriptor = openSync(path, FLAGS);
      const stats = fstatSync(descriptor, { bigint: true });
      if (stateOf(stats) === stateOf(seen)) return new PlainFile(descriptor, stats);
      closeSync(descriptor);
      return 'changed';
    } catch (error) {
      return refusalOf(error);
    }
  }

  get size(): number {
    return Number(this.stats.size);
  }

  /** Bytes in the order of the file; a chunk is valid until the next one is asked for. Memory does not grow with the file. */
  *chunks(): Generator<Buffer, void> {
    const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, this.size + 1));
    for (;;) {
      const count = readSync(this.#descriptor, buffer, 0, buffer.length, null);
      if (count === 0) return;
      yield buffer.subarray(0, count);
    }
  }

  /** Whether the file is still what it was when it was opened. */
  isUnchanged(): boolean {
    return stateOf(fstatSync(this.#descriptor, { bigint: true })) === stateOf(this.stats);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
