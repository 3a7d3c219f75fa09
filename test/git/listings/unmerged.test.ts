import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listIndex, listStaged } from '../../../src/git/listings/index-listing.ts';
import { Temporary } from '../temporary.ts';

async function help(made: Temporary): Promise<string> {
  const repository = await made.open();
  const [staged, index] = await Promise.all(
    [listStaged(repository), listIndex(repository)].map((listing) =>
      listing.then(
        () => 'no error',
        (error: { help: string }) => error.help,
      ),
    ),
  );
  expect(staged).toBe(index);
  return staged!;
}

it.each([
  ['merge', ['merge', 'side']],
  ['rebase', ['rebase', '--merge', 'side']],
  ['rebase', ['rebase', '--apply', 'side']],
  ['cherry-pick', ['cherry-pick', 'side']],
  ['revert', ['revert', '--no-edit', 'HEAD~1']],
])('what is under way can be left: %s', async (command, args) => {
  expect(await help(Temporary.stoppedBy(...args))).toBe(
    `resolve the conflicts and \`git add\` each file, or leave the ${command}: git ${command} --abort`,
  );
});

it('patches that are applied can be left', async () => {
  const made = Temporary.stoppedBy('rebase', '--apply', 'side');
  writeFileSync(join(made.root, '.git/rebase-apply/applying'), '');
  expect(await help(made)).toContain('leave the am: git am --abort');
});

it('what leaves nothing behind is not left', async () => {
  expect(await help(Temporary.stoppedBy('merge', '--squash', 'side'))).toBe(
    'resolve the conflicts and `git add` each file',
  );
});
