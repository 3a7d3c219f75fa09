import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CodeCache } from '../../src/start/code-cache.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SOURCE = '(function () { return 1 + 1; })';

interface Place {
  readonly folder: string;
  readonly program: string;
}

function place(): Place {
  const top = temporaryFolder();
  const program = join(top, 'main.js');
  writeFileSync(program, '');
  return { folder: join(top, 'cache'), program };
}

function kept({ folder, program }: Place, version = 'a1'): CodeCache {
  const cache = new CodeCache(folder, program, version);
  cache.write('cli', new Script(SOURCE), ['cli', 'yaml']);
  return cache;
}

function fileIn({ folder }: Place): string {
  return join(folder, readdirSync(folder)[0]!);
}

describe('code that is kept', () => {
  it('is read again by the same version, with the parts that were loaded', () => {
    const at = place();
    kept(at);
    const { code, parts } = new CodeCache(at.folder, at.program, 'a1').read('cli')!;
    expect(parts).toEqual(['cli', 'yaml']);
    expect(new Script(SOURCE, { cachedData: code }).cachedDataRejected).toBe(false);
  });

  it('is one file, whatever was written before', () => {
    const at = place();
    kept(at);
    kept(at);
    expect(readdirSync(at.folder)).toHaveLength(1);
  });

  it.each<[string, (at: Place) => void]>([
    ['nothing was kept', () => undefined],
    ['another version kept it', (at) => void kept(at, 'b2')],
    [
      'a bit is wrong',
      (at) => {
        kept(at);
        const bytes = readFileSync(fileIn(at));
        bytes[bytes.length >> 1]! ^= 4;
        writeFileSync(fileIn(at), bytes);
      },
    ],
    [
      'its end is missing',
      (at) => {
        kept(at);
        writeFileSync(fileIn(at), readFileSync(fileIn(at)).subarray(0, -1));
      },
    ],
    [
      'it is empty',
      (at) => {
        kept(at);
        writeFileSync(fileIn(at), '');
      },
    ],
    [
      'its group may write in the folder',
      (at) => {
        kept(at);
        chmodSync(at.folder, 0o775);
      },
    ],
    [
      'anybody may write in the folder',
      (at) => {
        kept(at);
        chmodSync(at.folder, 0o777);
      },
    ],
    [
      'the folder is a link to another',
      (at) => {
        const other = place();
        kept(other);
        symlinkSync(other.folder, at.folder);
      },
    ],
  ])('is not read where %s', (_, make) => {
    const at = place();
    make(at);
    expect(new CodeCache(at.folder, at.program, 'a1').read('cli')).toBeUndefined();
  });

  it('is not written where others may write, and that is no failure', () => {
    const at = place();
    mkdirSync(at.folder);
    chmodSync(at.folder, 0o777);
    kept(at);
    expect(readdirSync(at.folder)).toEqual([]);
  });
});
