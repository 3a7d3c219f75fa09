import { expect, it } from 'vitest';
import { listNotes } from '../../../src/git/notes.ts';
import { listHistory } from '../../../src/git/ranges/history.ts';
import { listRefs, readTags } from '../../../src/git/refs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Temporary } from '../temporary.ts';

async function steps(made: Temporary): Promise<string[]> {
  const history = await listHistory(await made.open());
  const lines: string[] = [];
  for await (const step of history.steps()) {
    if (step.kind === 'blob') lines.push(`left over: ${step.path}`);
    else
      lines.push(
        `${step.commit.message.toString().trim()}: ${step.brought.map(({ path }) => path).join(', ')}`,
      );
  }
  return lines;
}

it('has all that refs reach, each blob with every commit that brought it to a path', async () => {
  const made = Temporary.init();
  made.commit({ a: 'same', b: 'other' }, 'first');
  made.commit({ c: 'same', d: 'new' }, 'second');
  made.git('checkout', '--quiet', '--orphan', 'elsewhere');
  made.git('rm', '--quiet', '-r', '--cached', '.');
  made.git('clean', '--quiet', '--force');
  made.commit({ e: 'elsewhere' }, 'third');
  made.git('checkout', '--quiet', '--detach');
  made.commit({ f: 'detached' }, 'fourth');
  made.git('notes', 'add', '--message', 'a note', 'main');
  expect((await steps(made)).toSorted()).toEqual(
    [
      'first: a, b',
      'second: c, d',
      'third: e',
      'fourth: f',
      `Notes added by 'git notes add': ${made.git('rev-parse', 'main')}`,
    ].toSorted(),
  );
});

it('has a blob that only a tag points to', async () => {
  const made = Temporary.init();
  made.commit({ a: '1' }, 'first');
  made.git('tag', 'plain', made.blob('tagged itself'));
  made.git('tag', '--annotate', '--message', 'x', 'annotated', made.blob('tagged by a tag'));
  const lines = await steps(made);
  expect(lines.filter((line) => line.startsWith('left over'))).toHaveLength(2);
});

it('is empty before the first commit', async () => {
  expect(await steps(Temporary.init())).toEqual([]);
});

it('is an error in a shallow clone', async () => {
  const made = Temporary.init();
  made.commit({ a: '1' });
  made.commit({ a: '2' });
  const cloned = new Temporary(temporaryFolder('shared'));
  cloned.git('clone', '--quiet', '--depth=1', `file://${made.root}`, '.');
  await expect(steps(cloned)).rejects.toThrow(/shallow/);
});

it('lists refs, and reads the tags among them', async () => {
  const made = Temporary.init();
  const commit = made.commit({ a: '1' });
  made.git('tag', '--annotate', '--message', 'Inner text', 'inner');
  made.git('tag', '--annotate', '--message', 'Outer text', 'outer', 'inner');
  made.git('update-ref', '-d', 'refs/tags/inner');
  const repository = await made.open();
  const refs = await listRefs(repository);
  expect(refs).toEqual([
    { name: 'refs/heads/main', id: commit, type: 'commit', target: commit },
    { name: 'refs/tags/outer', id: made.git('rev-parse', 'outer'), type: 'tag', target: expect.any(String) },
  ]);
  const tags = await readTags(
    repository,
    refs.map((ref) => ref.id),
  );
  expect(tags.map(({ tag }) => tag.message.toString())).toEqual(['Outer text\n', 'Inner text\n']);
});

it('finds the notes on commits', async () => {
  const made = Temporary.init();
  const commit = made.commit({ a: '1' });
  made.git('notes', 'add', '--message', 'text of the note');
  made.git('notes', '--ref=review', 'add', '--message', 'another');
  const notes = await listNotes(await made.open(), new Set([commit]));
  expect(notes).toEqual([
    { ref: 'refs/notes/commits', commit, blob: made.blob('text of the note\n') },
    { ref: 'refs/notes/review', commit, blob: made.blob('another\n') },
  ]);
  expect(await listNotes(await made.open(), new Set())).toEqual([]);
});
