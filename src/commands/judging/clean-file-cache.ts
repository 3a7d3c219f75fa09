import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanFiles } from '../../check/clean-files.ts';
import { readPlainFile } from '../../disk/read-file.ts';
import { WriteError, writeInto } from '../../disk/write-into.ts';
import { IdSet } from '../../git/id-set.ts';

/**
 * The file of one key:
 *
 *     cto-lint clean files 1\n | key, 32 bytes | ids, 20 bytes each, oldest first | SHA-256 of all before, 32 bytes
 *
 * The key is a digest of everything that verdicts hang on, beside the file. What is cut off, altered or of another key is
 * as good as no file. Whoever can forge one can write to the git directory, and with that take the hooks out as well.
 */
const MAGIC = Buffer.from('cto-lint clean files 1\n');
const ID = 20;
const DIGEST = 32;
const HEAD = MAGIC.length + DIGEST;

/** 8 MB in a file. */
const MOST_IDS = 400_000;
/** Files of keys: branches with other policies, and the build before. */
const MOST_FILES = 4;

function digestOf(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The ids of a file, one behind another; none where it is not what was written. */
function idsOf(file: Buffer, key: Buffer): Buffer {
  const [head, ids, digest] = [
    file.subarray(0, HEAD),
    file.subarray(HEAD, -DIGEST),
    file.subarray(Math.max(HEAD, file.length - DIGEST)),
  ];
  const isSound =
    head.equals(Buffer.concat([MAGIC, key])) && ids.length % ID === 0 && digest.equals(digestOf(head, ids));
  return isSound ? ids : Buffer.alloc(0);
}

/** Leaves the files that were written last, so that the folder does not grow with every change of a policy. */
function dropOld(folder: string): void {
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, written: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
  });
  files.sort((a, b) => b.written - a.written);
  for (const { path } of files.slice(MOST_FILES)) rmSync(path, { force: true });
}

/**
 * The clean files of a key, kept below the git directory that worktrees share.
 * @param key 32 bytes
 * @param most how many are kept
 */
export function openCleanFiles(commonDir: string, key: Buffer, most = MOST_IDS): CleanFiles {
  const folder = join(commonDir, 'cto-lint', 'verdicts');
  const name = `${key.toString('hex', 0, 8)}.bin`;
  const read = readPlainFile(join(folder, name), HEAD + most * ID + DIGEST);
  const kept = typeof read === 'string' ? Buffer.alloc(0) : idsOf(read.bytes, key);
  const known = new IdSet();
  for (let at = 0; at < kept.length; at += ID) known.add(kept.toString('hex', at, at + ID));
  const used = new IdSet();
  const added: string[] = [];

  const save = (): void => {
    if (added.length === 0) return;
    // What this run did not ask for is the oldest: it is dropped first.
    const [unasked, asked]: [Buffer[], Buffer[]] = [[], []];
    for (let at = 0; at < kept.length; at += ID) {
      const id = kept.subarray(at, at + ID);
      (used.has(id.toString('hex')) ? asked : unasked).push(id);
    }
    const all = [...unasked, ...asked, ...added.map((id) => Buffer.from(id, 'hex'))];
    const ids = Buffer.concat(all.slice(-most));
    const head = Buffer.concat([MAGIC, key]);
    try {
      writeInto(
        join(commonDir, 'cto-lint'),
        'verdicts',
        name,
        Buffer.concat([head, ids, digestOf(head, ids)]),
      );
      dropOld(folder);
    } catch (error) {
      // A git directory that is not ours to write to: every run judges everything.
      if (!(error instanceof WriteError) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  };
  return {
    has(id) {
      if (!known.has(id)) return false;
      used.add(id);
      return true;
    },
    add(id) {
      if (added.length < most && known.add(id)) added.push(id);
    },
    save,
  };
}
