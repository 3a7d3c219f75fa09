import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingAt, listingBefore } from '../../../src/check/scopes/governing-commits.ts';
import { listingOf } from '../../../src/check/scopes/listing.ts';
import { walkCommits } from '../../../src/git/commits/commit-walk.ts';
import type { Entry } from '../../../src/git/listings/entry.ts';
import { listTree } from '../../../src/git/listings/tree-listing.ts';
import { type ObjectId, toObjectId } from '../../../src/git/object-id.ts';
import { Temporary } from '../../git/temporary.ts';

const sorted = (entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => (`${a.path}\0${a.blob}` < `${b.path}\0${b.blob}` ? -1 : 1));

/** What each commit or tree holds, told by the last of them, and by git. */
async function toldOf(made: Temporary, ids: readonly string[]) {
  const repository = await made.open();
  const head = toObjectId(ids.at(-1)!)!;
  const listed = { id: head, listing: listingOf(await listTree(repository, head)) };
  const told: (readonly Entry[])[] = [];
  const expected: (readonly Entry[])[] = [];
  for (const id of ids as readonly ObjectId[]) {
    told.push(sorted((await listingAt(repository, id, listed)).entries));
    expected.push(sorted(await listTree(repository, id)));
  }
  return { told, expected };
}

/** A file, a folder of the same name, a link, and a name that is no text. */
const edit = fc.oneof(
  fc
    .constantFrom('M 100644 inline a', 'M 100755 inline b', 'M 120000 inline c/link', 'M 100644 inline a/b')
    .chain((place) => fc.nat(3).map((text) => `${place}\ndata 1\n${text}\n`)),
  fc.constantFrom('D a\n', 'D b\n', 'D c\n', 'D "\\377"\n'),
  fc.nat(3).map((text) => `M 100644 inline "\\377"\ndata 1\n${text}\n`),
);

/** The stream of `git fast-import`: each commit on the one before, some also on the first. */
function stream(
  commits: readonly { readonly edits: readonly string[]; readonly isMerge: boolean }[],
): string {
  return commits
    .map(
      ({ edits, isMerge }, index) =>
        `commit refs/heads/main\nmark :${index + 1}\ncommitter A <a@example.com> ${1_700_000_000 + index} +0000\ndata 1\nx\n` +
        (index > 0 ? `from :${index}\n` : '') +
        (isMerge && index > 2 ? 'merge :1\n' : '') +
        edits.join(''),
    )
    .join('\n');
}

describe('what the commits of a range hold', () => {
  it('is what git lists of each', async () => {
    const commit = fc.record({ edits: fc.array(edit, { maxLength: 4 }), isMerge: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(commit, { minLength: 2, maxLength: 8 }), async (commits) => {
        const made = Temporary.init();
        made.gitBytes(['fast-import', '--quiet'], stream(commits));
        const ids = made.git('rev-list', '--reverse', 'main').split('\n');
        const { told, expected } = await toldOf(made, ids);
        expect(told).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  const ONE = [['a', 'one']] as const;
  const BOTH = [
    ['a', 'one'],
    ['a', 'two'],
  ] as const;
  const TURNED = [BOTH[1], BOTH[0]] as const;
  const OUT_OF_ORDER = [
    ['b', 'two'],
    ['a', 'one'],
  ] as const;
  const IN_ORDER = [
    ['a', 'two'],
    ['b', 'two'],
  ] as const;
  it.each([
    ['a name twice in the commit', BOTH, ONE],
    ['the other first', TURNED, ONE],
    ['a name twice in the head', ONE, BOTH],
    ['the other first there', ONE, TURNED],
    ['a name twice in both', TURNED, BOTH],
    ['names out of order', OUT_OF_ORDER, ONE],
    ['names out of order in the head', ONE, OUT_OF_ORDER],
  ])('is that also of a malformed tree: %s', async (_, one, head) => {
    const made = Temporary.init();
    const { told, expected } = await toldOf(made, [made.tree(...one), made.tree(...head)]);
    expect(told).toEqual(expected);
  });

  it.each([
    ['a name twice in the commit', ONE, BOTH],
    ['a name twice in its parent', BOTH, ONE],
    ['the other first there', TURNED, ONE],
    ['names out of order in the commit', IN_ORDER, OUT_OF_ORDER],
    ['names out of order in its parent', OUT_OF_ORDER, IN_ORDER],
    ['names in order', IN_ORDER, ONE],
  ])('is told of the parent of a commit: %s', async (_, base, next) => {
    const made = Temporary.init();
    const parent = toObjectId(made.git('commit-tree', '-m', 'base', made.tree(...base)))!;
    const id = toObjectId(made.git('commit-tree', '-m', 'next', '-p', parent, made.tree(...next)))!;
    const repository = await made.open();
    for await (const step of walkCommits(repository, [{ id, parents: [parent] }])) {
      const after = listingOf(await listTree(repository, id));
      const before = await listingBefore(repository, step, after);
      expect(sorted(before.entries)).toEqual(sorted(await listTree(repository, parent)));
      expect(before.at('a')).toEqual(
        (await listTree(repository, parent)).findLast(({ path }) => path === 'a'),
      );
    }
  });
});
