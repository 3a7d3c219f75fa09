import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listCommits } from '../../src/git/commits/commit-list.ts';
import { toObjectId } from '../../src/git/object-id.ts';
import { walkSelection } from '../../src/git/ranges/range.ts';
import { Temporary } from './temporary.ts';

interface Made {
  /** Which earlier commits it has as parents; the first is where its files start from. */
  readonly parents: readonly number[];
  /** For a few paths, a new content, the content of that path in another commit, or no file any more. */
  readonly files: readonly (readonly [path: string, content: string | undefined])[];
}

/** Few contents at few paths, so that moves, reverts and merges of the same text happen all the time. */
const commit = fc.record({
  parents: fc.uniqueArray(fc.nat(20), { maxLength: 3 }),
  files: fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b', 'd/a', 'd/b', 'd/e/a'),
      fc.option(fc.constantFrom('1', '2', '3', '4', '5', '6'), { nil: undefined }),
    ),
    { maxLength: 3 },
  ),
});

function stream(commits: readonly Made[]): string {
  return commits
    .map(({ parents, files }, index) => {
      const [from, ...merged] = [...new Set(parents.filter((parent) => parent < index))];
      const lines = [
        `commit refs/heads/c${index}`,
        `mark :${index + 1}`,
        'committer C <c> 1 +0000',
        'data 1',
        'x',
      ];
      if (from !== undefined) lines.push(`from :${from + 1}`);
      for (const parent of merged) lines.push(`merge :${parent + 1}`);
      for (const [path, content] of files) {
        if (content === undefined) lines.push(`D ${path}`);
        else lines.push(`M 100644 inline ${path}`, 'data 1', content);
      }
      return `${lines.join('\n')}\n`;
    })
    .join('');
}

it('sees every object of a range with a commit of it, whatever the history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commit, { minLength: 2, maxLength: 12 }), fc.nat(11), async (commits, base) => {
      const made = Temporary.init();
      made.gitBytes(['fast-import', '--quiet'], stream(commits));
      const id = (index: number) => toObjectId(made.git('rev-parse', `refs/heads/c${index}`))!;
      const selection = { tips: [id(commits.length - 1)], not: [id(Math.min(base, commits.length - 1))] };
      const listed = made.git(
        'rev-list',
        '--objects',
        '--no-object-names',
        selection.tips[0]!,
        `^${selection.not[0]}`,
      );
      const types = made.gitBytes(['cat-file', '--batch-check'], `${listed}\n`).toString().split('\n');
      const blobs = types.filter((line) => line.includes(' blob ')).map((line) => line.slice(0, 40));
      const repository = await made.open();
      const brought = new Set<string>();
      for await (const step of walkSelection(
        repository,
        selection,
        await listCommits(repository, selection),
      )) {
        expect(step.kind).toBe('commit');
        if (step.kind === 'commit') for (const { next } of step.brought) brought.add(next!.blob);
      }
      expect(blobs.filter((blob) => !brought.has(blob))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
