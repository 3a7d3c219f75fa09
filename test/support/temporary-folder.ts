import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const shared: string[] = [];
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A folder that is gone after the test, or, for what several tests of a file share, after all of them. */
export function temporaryFolder(forSeveral?: 'shared'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cto-lint-test-')));
  if (forSeveral) shared.push(folder);
  else onTestFinished(() => remove(folder));
  return folder;
}

/** For the end of a test file. */
export function removeSharedFolders(): void {
  for (const folder of shared.splice(0)) remove(folder);
}
