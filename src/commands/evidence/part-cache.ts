import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFolder } from '../../disk/make-folder.ts';
import { readPlainFile } from '../../disk/read-file.ts';
import { EvidenceIndexError } from '../../evidence/index/index-error.ts';
import { readIndex, writeIndex } from '../../evidence/index/index-file.ts';
import type { RunPart } from '../../evidence/index/run-part.ts';

/**
 * Parts of runs that are at hand, kept below the git directory so that a hook reads each run once. They hold keyed
 * hashes and no text; the key is made here and never leaves.
 */
export interface PartCache {
  readonly key: string;
  /** `undefined` where the run is new, or its files changed since. */
  get(run: string): RunPart | undefined;
  store(run: string, part: RunPart): void;
}

/** `git worktree` has a directory of its own for each tree; what they share is the common one. */
export function openPartCache(commonDir: string): PartCache {
  const folder = join(commonDir, 'cto-lint', 'evidence');
  const kept = readIfThere(join(folder, 'key'));
  const key = kept ?? randomBytes(32).toString('hex');
  const isWritable = kept !== undefined || written(folder, 'key', key);
  const fileOf = (run: string): string | undefined => {
    const stamp = stampOf(run);
    return stamp === undefined ? undefined : `${basename(run)}-${stamp}.json`;
  };
  return {
    key,
    get(run) {
      const file = fileOf(run);
      const text = file === undefined ? undefined : readIfThere(join(folder, file));
      return text === undefined ? undefined : soundPart(text, key);
    },
    store(run, part) {
      const file = isWritable ? fileOf(run) : undefined;
      if (file !== undefined) written(folder, file, writeIndex([part], key));
    },
  };
}

/** A damaged part is made anew. */
function soundPart(text: string, key: string): RunPart | undefined {
  try {
    return readIndex(text, key)[0];
  } catch (error) {
    if (error instanceof EvidenceIndexError) return undefined;
    throw error;
  }
}

/** Parts of before have no entry for a short file as a whole. */
const PARTS = 2;

/** What parts hold, and names, sizes and times of a run's files. `undefined` where they can't be looked at. */
function stampOf(run: string): string | undefined {
  const hash = createHash('sha256').update(`${PARTS}\0`);
  try {
    for (const entry of readdirSync(run, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = lstatSync(path);
      hash.update(`${path}\0${size}\0${mtimeMs}\0`);
    }
  } catch {
    // A closed folder, or a file that went meanwhile: who reads the run tells of it.
    return undefined;
  }
  return hash.digest('hex').slice(0, 16);
}

/** Larger than the index of some ten thousand runs. */
const MAX_BYTES = 1 << 29;

/** What can't be read, or is a pipe that would be waited for, is made anew. */
function readIfThere(path: string): string | undefined {
  const read = readPlainFile(path, MAX_BYTES);
  return typeof read === 'string' ? undefined : read.bytes.toString('utf8');
}

/** `false` where nothing may be written: then each check reads the runs anew. */
function written(folder: string, name: string, text: string): boolean {
  try {
    makeFolder(folder);
    const temporary = join(folder, `${name}.${process.pid}.tmp`);
    writeFileSync(temporary, text, { mode: 0o600 });
    renameSync(temporary, join(folder, name));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC') return false;
    throw error;
  }
}
