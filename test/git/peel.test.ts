import { expect, it } from 'vitest';
import { knownCommits } from '../../src/git/peel.ts';
import { Temporary } from './temporary.ts';

it('tells commits from everything else that looks like an id', async () => {
  const made = Temporary.init();
  const commit = made.commit({ a: '1' });
  made.git('tag', '--annotate', '--message', 'x', 'v1');
  const tag = made.git('rev-parse', 'v1');
  const others = [
    made.blob('1'),
    made.git('rev-parse', 'HEAD^{tree}'),
    '12'.repeat(20),
    'abcd',
    'HEAD',
    'x y',
    'AB12',
  ];
  const texts = [commit, commit.slice(0, 7), tag, ...others];
  expect(await knownCommits(await made.open(), texts)).toEqual(new Set([commit, commit.slice(0, 7), tag]));
  expect(await knownCommits(await made.open(), [])).toEqual(new Set());
});
