import { describe, expect, it } from 'vitest';
import { GitError } from '../../../src/git/git-error.ts';
import { type IndexRecords, readRecords } from '../../../src/git/listings/index-records.ts';
import { PathEnds } from '../../../src/path-end.ts';

const A = 'a'.repeat(40);
const EMPTY = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

function record(path: string, { tag = 'H', mode = '100644', blob = A, stage = '0' } = {}): string {
  return `${tag} ${mode} ${blob} ${stage}\t${path}\0`;
}

/** As git writes it: in pieces that end anywhere. */
async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size), 'latin1');
}

async function read(text: string, format: 'sha1' | 'sha256' = 'sha1', size = 1000): Promise<IndexRecords> {
  return await readRecords('listing', pieces(text, size), format);
}

describe('the records of the index', () => {
  it('become entries', async () => {
    const records = await read(record('a/b.md') + record('c', { tag: 'S', mode: '100755' }));
    expect(records.entries()).toEqual([
      { path: 'a/b.md', mode: '100644', blob: A, sparse: false, stage: 0 },
      { path: 'c', mode: '100755', blob: A, sparse: true, stage: 0 },
    ]);
  });

  it('have longer ids where the repository has', async () => {
    const blob = 'b'.repeat(64);
    expect((await read(record('a', { blob }), 'sha256')).entries()).toMatchObject([{ path: 'a', blob }]);
    await expect(read(record('a', { blob }))).rejects.toThrow(GitError);
    await expect(read(record('a'), 'sha256')).rejects.toThrow(GitError);
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
  ])('are refused with %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow(GitError);
    await expect(read(record('b').repeat(300) + text, 'sha1', 64)).rejects.toThrow(GitError);
  });

  it.each([
    ['plain', ''],
    ['beside one that is no ASCII', record('\xc3\xa9')],
  ])('have the paths, and the names of files, that they have: %s', async (_, more) => {
    const listed = ['a', 'b/c.md', 'd\te', 'd/\tf', `x\0`.slice(0, 1), 'g/h'];
    const records = await read(listed.map((path) => record(path)).join('') + more);
    const paths = ['a', 'b/c.md', 'c.md', 'd\te', 'e', 'f', '\tf', 'd/\tf', 'b', 'h', 'g/', '', 'é', 'A'];
    expect(paths.filter((path) => records.has(path))).toEqual([
      ...['a', 'b/c.md', 'd\te', 'd/\tf'],
      ...(more === '' ? [] : ['é']),
    ]);
    expect([...paths, 'b/c.md', '/h'].filter((name) => records.hasName(name))).toEqual([
      ...['a', 'c.md', 'd\te', '\tf', 'h'],
      ...(more === '' ? [] : ['é']),
    ]);
  });

  it('tell of stages and of empty files', async () => {
    const told = async (text: string) => {
      const { holdStages, holdEmpty } = await read(text);
      return [holdStages, holdEmpty];
    };
    expect(await told(record('a'))).toEqual([false, false]);
    expect(await told(record('a') + record('b', { stage: '2' }))).toEqual([true, false]);
    expect(await told(record('a', { blob: EMPTY }) + record('b'))).toEqual([false, true]);
  });

  it.each([1, 7, 52, 53, 54, 1000])('come in pieces of %i bytes', async (size) => {
    const text = record('a') + record('b/c.md', { stage: '2' }) + record('d', { blob: EMPTY });
    const records = await read(text, 'sha1', size);
    expect(records.entries().map(({ path, stage }) => [path, stage])).toEqual([
      ['a', 0],
      ['b/c.md', 2],
      ['d', 0],
    ]);
    expect([records.holdStages, records.holdEmpty]).toEqual([true, true]);
  });

  it.each([
    ['plain', ['a.md', 'b.ts', 'c.MD']],
    ['of other scripts', ['a.md', 'b.ts', 'c.MD', 'd.m\xc3\xa9', 'e.md\xe2\x80\x8b']],
  ])('%s are chosen by how their path ends', async (_, paths) => {
    const records = await read(paths.map((path) => record(path)).join(''));
    const all = records.entries().map(({ path }) => path);
    const ends = new PathEnds((code) => /d/i.test(String.fromCharCode(code)));
    expect(records.entries(ends).map(({ path }) => path)).toEqual(all.filter((path) => path !== 'b.ts'));
  });
});
