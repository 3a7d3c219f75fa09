import { describe, expect, it } from 'vitest';
import { portionsOf } from '../../src/check/batches.ts';
import type { FileToJudge } from '../../src/check/packed-files.ts';

const KB = 1024;

function fileOf(size: number): FileToJudge {
  const raw = { path: 'a', mode: '100644', blob: '', size, bytes: new Uint8Array() } as const;
  return {
    raw: { ...raw, unreadable: undefined, commit: undefined, origin: 'tree' },
    isOfHead: true,
    isGoverned: false,
  };
}

describe('portions of a batch', () => {
  it.each([
    ['of nothing', [], []],
    ['small files together', [1, 1, 1], [[1, 1, 1]]],
    ['files that fill one, and what is left', [50, 45, 1, 2], [[50, 45, 1], [2]]],
    ['no empty one behind a full one', [96], [[96]]],
    ['a large file alone', [500, 1], [[500], [1]]],
  ])('%s', (_, sizes, portions) => {
    const all = [...portionsOf(sizes.map((size) => fileOf(size * KB)))];
    expect(all.map((files) => files.map(({ raw }) => raw.size / KB))).toEqual(portions);
  });
});
