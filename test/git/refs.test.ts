import { describe, expect, it } from 'vitest';
import type { ObjectId } from '../../src/git/object-id.ts';
import { readTags } from '../../src/git/refs.ts';
import { Temporary } from './temporary.ts';

const ABSENT = '12'.repeat(20) as ObjectId;
const MUCH = 'x'.repeat(17_000_000);

function tagOf(made: Temporary, object: string, type: string, message = 'text'): ObjectId {
  const tag = `object ${object}\ntype ${type}\ntag t\ntagger Ann <ann@example.org> 0 +0000\n\n${message}\n`;
  // Asks less of a tag than `git mktag`: what it names need not be there.
  const args = ['hash-object', '-t', 'tag', '-w', '--stdin'];
  return made.gitBytes(args, tag).toString('latin1').trim() as ObjectId;
}

describe('the tags among objects that refs name', () => {
  it.each<[string, (made: Temporary) => ObjectId, number]>([
    ['a commit', (made) => made.commit({ a: '1' }) as ObjectId, 0],
    ['a large blob', (made) => made.blob(MUCH) as ObjectId, 0],
    ['a tag', (made) => tagOf(made, made.commit({ a: '1' }), 'commit'), 1],
    ['a tag of a tag', (made) => tagOf(made, tagOf(made, made.commit({ a: '1' }), 'commit'), 'tag'), 2],
    ['a tag of a missing commit, which is looked for elsewhere', (made) => tagOf(made, ABSENT, 'commit'), 1],
  ])('are read: %s', async (_, name, count) => {
    const made = Temporary.init();
    const id = name(made);
    expect(await readTags(await made.open(), [id])).toHaveLength(count);
  });

  it.each<[string, (made: Temporary) => ObjectId, string]>([
    ['no object', () => ABSENT, 'an object that a ref names is missing from the repository'],
    [
      'a tag of no object',
      (made) => tagOf(made, ABSENT, 'tag'),
      'an object that a tag names is missing from the repository',
    ],
    [
      'a large tag',
      (made) => tagOf(made, made.commit({ a: '1' }), 'commit', MUCH),
      'a tag is too large to judge',
    ],
  ])('are not, and what is wrong is said: %s', async (_, name, message) => {
    const made = Temporary.init();
    const id = name(made);
    await expect(readTags(await made.open(), [id])).rejects.toMatchObject({ name: 'GitError', message });
  });
});
