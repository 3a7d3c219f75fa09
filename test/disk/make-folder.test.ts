import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../../src/disk/make-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('is made with those that it lies in, and stays where it is there', () => {
  const folder = join(temporaryFolder(), 'a', 'b', 'c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('is not made below a file', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(join(file, 'a'))).toThrow(/ENOTDIR/);
});

it.runIf(existsSync('/proc/self'))('is not waited for where none can be made', () => {
  expect(() => makeFolder('/proc/nowhere/a/b')).toThrow();
});
