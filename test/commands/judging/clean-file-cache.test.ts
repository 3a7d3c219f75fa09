import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCleanFiles } from '../../../src/commands/judging/clean-file-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KEY = Buffer.alloc(32, 1);
const OTHER = Buffer.alloc(32, 2);
/** Ids are hashes: a table of them goes by their first digits. */
const id = (number: number): string => createHash('sha1').update(`${number}`).digest('hex');

/** A git directory in which the clean files 1 and 2 are kept, and the file that keeps them. */
function kept(): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder();
  const clean = openCleanFiles(folder, KEY);
  clean.add(id(1));
  clean.add(id(2));
  clean.save();
  const [name] = readdirSync(join(folder, 'cto-lint/verdicts'));
  return { folder, file: join(folder, 'cto-lint/verdicts', name!) };
}

function knows(folder: string, key: Buffer): readonly boolean[] {
  const clean = openCleanFiles(folder, key);
  return [1, 2, 3].map((number) => clean.has(id(number)));
}

describe('clean files', () => {
  it('are known to the next run with the same key, and to no other', () => {
    const { folder } = kept();
    expect(knows(folder, KEY)).toEqual([true, true, false]);
    expect(knows(folder, OTHER)).toEqual([false, false, false]);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['an altered byte', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 80 ? byte ^ 1 : byte)))],
    ['one more id', (bytes) => Buffer.concat([bytes, Buffer.alloc(20, 3)])],
    ['its end cut off', (bytes) => bytes.subarray(0, -1)],
    ['an id cut out', (bytes) => Buffer.concat([bytes.subarray(0, 55), bytes.subarray(75)])],
    [
      'another version',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('files 1', 'files 2'), 'latin1'),
    ],
    ['nothing in it', () => Buffer.alloc(0)],
    ['something else in it', () => Buffer.from('{"clean":true}')],
  ])('are none where the file has %s', (_, damage) => {
    const { folder, file } = kept();
    writeFileSync(file, damage(readFileSync(file)));
    expect(knows(folder, KEY)).toEqual([false, false, false]);
  });

  it('are none under the name of another key', () => {
    const { folder, file } = kept();
    writeFileSync(
      join(folder, 'cto-lint/verdicts', `${OTHER.toString('hex', 0, 8)}.bin`),
      readFileSync(file),
    );
    expect(knows(folder, OTHER)).toEqual([false, false, false]);
  });

  it('are written beside a link, and not through it', () => {
    const { folder, file } = kept();
    const outside = join(temporaryFolder(), 'outside');
    writeFileSync(outside, 'mine');
    const target = join(folder, 'cto-lint/verdicts', `${OTHER.toString('hex', 0, 8)}.bin`);
    symlinkSync(outside, target);
    const clean = openCleanFiles(folder, OTHER);
    clean.add(id(1));
    clean.save();
    expect(readFileSync(outside, 'utf8')).toBe('mine');
    expect(knows(folder, OTHER)).toEqual([true, false, false]);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  it('of the runs before stay, those of the last keys alone', () => {
    const { folder, file } = kept();
    utimesSync(file, 1, 1);
    for (let key = 3; key < 8; key++) {
      const clean = openCleanFiles(folder, Buffer.alloc(32, key));
      clean.add(id(key));
      clean.save();
    }
    expect(readdirSync(join(folder, 'cto-lint/verdicts'))).toHaveLength(4);
    expect(knows(folder, KEY)).toEqual([false, false, false]);
    expect(openCleanFiles(folder, Buffer.alloc(32, 7)).has(id(7))).toBe(true);
  });

  it('are as many as fit, the oldest dropped first', () => {
    const folder = temporaryFolder();
    const open = () => openCleanFiles(folder, KEY, 4000);
    const clean = open();
    for (let number = 1; number <= 4000; number++) clean.add(id(number));
    clean.save();
    const next = open();
    expect(next.has(id(1))).toBe(true);
    next.add(id(4001));
    next.save();
    const last = open();
    // The first was asked for, so the second is the oldest.
    expect([1, 2, 3, 4001].map((number) => last.has(id(number)))).toEqual([true, false, true, true]);
  });

  it('are nowhere where nothing may be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'cto-lint'), 'a file where a folder should be');
    const clean = openCleanFiles(folder, KEY);
    clean.add(id(1));
    expect(() => clean.save()).not.toThrow();
  });
});
