import { describe, expect, it } from 'vitest';
import { filesExpected, Outlook } from '../../src/check/outlook.ts';
import type { FileToJudge } from '../../src/check/packed-files.ts';
import { EMPTY_SNAPSHOT } from '../../src/check/snapshot.ts';

function filesOf(count: number, size: number): readonly FileToJudge[] {
  const raw = {
    path: 'a',
    mode: '100644',
    blob: '',
    size,
    bytes: new Uint8Array(),
    unreadable: undefined,
    commit: undefined,
    origin: 'tree',
  } as const;
  return Array.from({ length: count }, () => ({ raw, isOfHead: true, isGoverned: false }));
}

describe('how much a run will have judged', () => {
  it.each([
    ['as many files as are listed', 1000, 100, { files: 1000, bytes: 1e9 }, true],
    ['fewer files than are listed', 999, 100, { files: 1000, bytes: 1e9 }, false],
    ['as many bytes as the first ones foretell', 1000, 100, { files: 1e9, bytes: 10_000 }, true],
    ['fewer bytes', 999, 100, { files: 1e9, bytes: 10_000 }, false],
    ['half of the files, of which the others are known', 1000, 50, { files: 501, bytes: 1e9 }, false],
    ['anything, where any number will do', 0, 0, { files: 0, bytes: 0 }, true],
    ['more than were expected', 0, 100, { files: 100, bytes: 1e9 }, true],
  ])('%s', (_, expected, toJudge, amount, reached) => {
    const outlook = new Outlook(expected);
    outlook.see(filesOf(100, 10), filesOf(toJudge, 10));
    expect(outlook.reaches(amount)).toBe(reached);
  });
});

describe('how many files a scope gives', () => {
  const listed = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ path: `${at}`, mode: '100644', blob: '' }) as const);
  const head = { ...EMPTY_SNAPSHOT, files: listed(7) };

  it.each([
    ['those of the head', { head, commits: 0, changed: undefined }, undefined, 7],
    ['those that changed', { head, commits: 0, changed: new Set(['1', '2']) }, undefined, 2],
    ['the texts of commits beside the files', { head, commits: 10, changed: undefined }, undefined, 27],
    ['of a shard its part', { head, commits: 10, changed: undefined }, { index: 2, total: 3 }, 9],
  ])('%s', (_, scope, shard, count) => {
    expect(filesExpected(scope, shard)).toBe(count);
  });
});
