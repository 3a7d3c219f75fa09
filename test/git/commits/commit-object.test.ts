import { expect, it } from 'vitest';
import { parseCommit, parseTag } from '../../../src/git/commits/commit-object.ts';
import { readObject } from '../../../src/git/objects/objects.ts';
import { Temporary } from '../temporary.ts';

const TREE = 'ab'.repeat(20);
const PARENTS = ['12'.repeat(20), '34'.repeat(20)];

it('reads a commit as it is stored', async () => {
  const made = Temporary.init();
  const parent = made.commit({ a: '1' });
  const id = made.commit({ a: '2' }, 'Title\n\nBody é');
  const commit = parseCommit(await readObject(await made.open(), id, 'commit', { maxBytes: 10_000 }));
  expect(commit.parents).toEqual([parent]);
  expect(commit.author.toString()).toBe('Ann <ann@example.org> 1767225600 +0000');
  expect(commit.committer.toString()).toBe('Cem <cem@example.org> 1767225600 +0000');
  expect(commit.message.toString()).toBe('Title\n\nBody é\n');
  expect(commit.otherHeaders.toString()).toBe('');
});

const HEAD = `tree ${TREE}\nparent ${PARENTS[0]}\nparent ${PARENTS[1]}\nauthor A <a> 1 +0\ncommitter C <c> 1 +0\n`;

it.each([
  ['a NUL in the message', `${HEAD}\none\0two\n`, { message: 'one\0two\n' }],
  ['no message', `${HEAD}\n`, { message: '' }],
  ['no blank line', HEAD, { message: '' }],
  ['a message that begins with a blank line', `${HEAD}\n\nx`, { message: '\nx' }],
  [
    'a signature, and a tag that was merged',
    `${HEAD}gpgsig -----BEGIN\n line\n -----END\nmergetag object x\n type commit\n \n text\n\nm`,
    {
      message: 'm',
      otherHeaders: 'gpgsig -----BEGIN\n line\n -----END\nmergetag object x\n type commit\n \n text\n',
    },
  ],
  ['an encoding', `${HEAD}encoding ISO-8859-1\n\n\xe9`, { message: '\xe9', encoding: 'ISO-8859-1' }],
  ['a header of its own', `${HEAD}x-note hidden\n\nm`, { otherHeaders: 'x-note hidden\n' }],
  ['a second author', `${HEAD}author Other <o> 1 +0\n\nm`, { otherHeaders: 'author Other <o> 1 +0\n' }],
  ['a line without a key', `${HEAD} odd\n\nm`, { committer: 'C <c> 1 +0\n odd' }],
])('reads %s', (_, raw, expected) => {
  const commit = parseCommit(Buffer.from(raw, 'latin1'));
  const shown = Object.entries(commit).map(([key, value]) => [
    key,
    Buffer.isBuffer(value) ? value.toString('latin1') : value,
  ]);
  expect(Object.fromEntries(shown)).toMatchObject({ parents: PARENTS, author: 'A <a> 1 +0', ...expected });
});

it('reads a tag as it is stored', async () => {
  const made = Temporary.init();
  const commit = made.commit({ a: '1' });
  made.git('tag', '--annotate', '--message', 'Released', 'v1');
  const id = made.git('rev-parse', 'refs/tags/v1');
  const tag = parseTag(await readObject(await made.open(), id, 'tag', { maxBytes: 10_000 }));
  expect({ ...tag, name: `${tag.name}`, tagger: `${tag.tagger}`, message: `${tag.message}` }).toMatchObject({
    object: commit,
    type: 'commit',
    name: 'v1',
    tagger: 'Cem <cem@example.org> 1767225600 +0000',
    message: 'Released\n',
  });
});

it('refuses a tag of nothing', () => {
  expect(() => parseTag(Buffer.from('type commit\ntag x\n\nm'))).toThrow(/no known form/);
});
