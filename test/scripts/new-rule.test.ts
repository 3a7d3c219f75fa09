import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

function scaffold(folder: string, id: string): number | null {
  return spawnSync(process.execPath, [resolve('scripts/new-rule.js'), id], { cwd: folder }).status;
}

it('writes a rule and its test once, and nothing for a name that is none', () => {
  const folder = temporaryFolder();
  expect(scaffold(folder, 'work/owner')).toBe(0);
  expect(scaffold(folder, 'work/owner')).toBe(2);
  expect(scaffold(folder, '../owner')).toBe(2);
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  expect(written.sort()).toEqual(['rules/work/owner.ts', 'test/rules/work/owner.test.ts']);
});
