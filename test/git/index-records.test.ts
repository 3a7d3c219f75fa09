import { describe, expect, it } from 'vitest';
import { GitError } from '../../src/git/git-error.ts';
import { IndexRecords } from '../../src/git/index-records.ts';
import { PathEnds } from '../../src/path-end.ts';

const A = 'a'.repeat(40);
const EMPTY = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

function record(path: string, { tag = 'H', mode = '100644', blob = A, stage = '0' } = {}): string {
  return `${tag} ${mode} ${blob} ${stage}\t${path}\0`;
}

function read(text: string, format: 'sha1' | 'sha256' = 'sha1'): IndexRecords {
  return new IndexRecords('listing', Buffer.from(text, 'latin1'), format);
}

describe('the records of the index', () => {
  it('become entries', () => {
    const records = read(record('a/b.md') + record('c', { tag: 'S', mode: '100755' }));
    expect(records.entries()).toEqual([
      { path: 'a/b.md', mode: '100644', blob: A, sparse: false, stage: 0 },
      { path: 'c', mode: '100755', blob: A, sparse: true, stage: 0 },
    ]);
  });

  it('have longer ids where the repository has', () => {
    const blob = 'b'.repeat(64);
    expect(read(record('a', { blob }), 'sha256').entries()).toMatchObject([{ path: 'a', blob }]);
    expect(() => read(record('a', { blob }))).toThrow(GitError);
    expect(() => read(record('a'), 'sha256')).toThrow(GitError);
  });

  it.each([
    ['no end', record('a').slice(0, -1)],
    ['no path', record('')],
    ['no tab', record('a').replace('\t', ' ')],
    ['no blank behind the tag', record('a').replace('H ', 'H-')],
    ['no blank behind the mode', record('a').replace('644 ', '6440')],
    ['no stage', record('a', { stage: '4' })],
    ['no mode', record('a', { mode: '10064x' })],
    ['no tag', record('a', { tag: '1' })],
    ['no id', record('a', { blob: A.replace('a', 'g') })],
    ['a cut id', record('a', { blob: A.slice(1) })],
    ['what follows', `${record('a')}H 100644`],
  ])('are refused with %s', (_, text) => {
    expect(() => read(text)).toThrow(GitError);
  });

  it('tell of stages and of empty files', () => {
    const told = (text: string) => [read(text).holdStages, read(text).holdEmpty];
    expect(told(record('a'))).toEqual([false, false]);
    expect(told(record('a') + record('b', { stage: '2' }))).toEqual([true, false]);
    expect(told(record('a', { blob: EMPTY }) + record('b'))).toEqual([false, true]);
  });

  it.each([
    ['plain', ['a.md', 'b.ts', 'c.MD']],
    ['of other scripts', ['a.md', 'b.ts', 'c.MD', 'd.m\xc3\xa9', 'e.md\xe2\x80\x8b']],
  ])('%s are chosen by how their path ends', (_, paths) => {
    const records = read(paths.map((path) => record(path)).join(''));
    const all = records.entries().map(({ path }) => path);
    const ends = new PathEnds((code) => /d/i.test(String.fromCharCode(code)));
    expect(records.entries(ends).map(({ path }) => path)).toEqual(all.filter((path) => path !== 'b.ts'));
  });
});
