import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** `f_type` of a tmpfs, by statfs(2). */
const TMPFS = 0x01021994;
/** Bytes: far more than the tests of two workers keep at a time. */
const ROOM = 2 ** 31;

/** What goes with the folder: templates of repositories, and code that npm and tsc keep compiled from Node 22 on. */
const OF_ALL = /^cto-lint-template-|^node-compile-cache$/;

function startsPrograms(folder: string): boolean {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  try {
    execFileSync(program, { stdio: 'ignore' });
    return true;
  } catch {
    return false; // Mounted with `noexec`, and hooks have to be started.
  } finally {
    rmSync(program);
  }
}

/** Removing a repository of forty files takes 1 ms in memory, and 20 ms on a disk that others write to. */
function made(): string {
  if (process.env.TMPDIR === undefined && existsSync(MEMORY)) {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    if (type === TMPFS && bavail * bsize >= ROOM) {
      const folder = mkdtempSync(join(MEMORY, 'cto-lint-tests-'));
      if (startsPrograms(folder)) return folder;
      rmSync(folder, { recursive: true });
    }
  }
  return mkdtempSync(join(tmpdir(), 'cto-lint-tests-'));
}

/** The folder that is the temporary one of all tests, and of what they start. Who leaves something in it is told. */
export default function temporaryPlace(): () => void {
  const place = made();
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = place;
  return () => {
    const left = readdirSync(place).filter((name) => !OF_ALL.test(name));
    rmSync(place, { recursive: true, force: true });
    if (left.length === 0) return;
    // Of an error here vitest tells, and ends with what it had.
    process.exitCode = 1;
    throw new Error(`left behind in the temporary folder: ${left.join(', ')}`);
  };
}
