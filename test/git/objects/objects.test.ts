import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObjectAnswer } from '../../../src/git/objects/batch.ts';
import { readObject, readObjects } from '../../../src/git/objects/objects.ts';
import type { Repository } from '../../../src/git/repository/repository.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { scripted } from '../scripted.ts';
import { Temporary } from '../temporary.ts';

const MISSING = '12'.repeat(20);

async function read(repository: Repository, ids: Iterable<string>, maxBytes = 1_000) {
  const answers: ObjectAnswer[] = [];
  for await (const answer of readObjects(repository, ids, { maxBytes })) answers.push(answer);
  return answers;
}

function shown(answer: ObjectAnswer): string {
  if (answer.kind === 'object') return `${answer.type} ${answer.bytes.toString('latin1')}`;
  return answer.kind === 'too-large' ? `too-large ${answer.type} ${answer.size}` : answer.kind;
}

describe('reading objects', () => {
  it('answers every id in turn, the same twice', async () => {
    const made = Temporary.init();
    const ids = [made.blob('one'), made.blob(''), made.blob('a\n\0b\n'), MISSING, made.blob('one')];
    const answers = await read(await made.open(), ids);
    expect(answers.map((answer) => answer.id)).toEqual(ids);
    expect(answers.map(shown)).toEqual(['blob one', 'blob ', 'blob a\n\0b\n', 'missing', 'blob one']);
  });

  it('answers with the size alone what is too large, and goes on', async () => {
    const made = Temporary.init();
    const large = made.blob('x'.repeat(200_000));
    const ids = [made.blob('one'), large, made.blob('two'), MISSING, large, made.blob('three')];
    expect((await read(await made.open(), ids)).map(shown)).toEqual([
      'blob one',
      'too-large blob 200000',
      'blob two',
      'missing',
      'too-large blob 200000',
      'blob three',
    ]);
  });

  it('takes what is exactly as large as allowed', async () => {
    const made = Temporary.init();
    const answers = await read(await made.open(), [made.blob('12345'), made.blob('123456')], 5);
    expect(answers.map(shown)).toEqual(['blob 12345', 'too-large blob 6']);
  });

  it('says of what type an object is', async () => {
    const made = Temporary.init();
    const commit = made.commit({ a: '1' });
    const [answer] = await read(await made.open(), [commit]);
    expect(answer).toMatchObject({ kind: 'object', type: 'commit' });
    expect((await readObject(await made.open(), commit, 'commit', { maxBytes: 1_000 })).toString()).toMatch(
      /\n\nChange\n$/,
    );
    await expect(readObject(await made.open(), commit, 'blob', { maxBytes: 1_000 })).rejects.toThrow(
      /missing/,
    );
  });

  it('streams more than a block of ids, also with large ones between', async () => {
    const made = Temporary.init();
    const ids = Array.from({ length: 30 }, (_, index) => made.blob(`text ${index}`));
    const large = made.blob('y'.repeat(5_000));
    const asked = Array.from({ length: 3_000 }, (_, index) => (index === 700 ? large : ids[index % 30]!));
    const answers = await read(await made.open(), asked);
    expect(answers.map(shown)).toEqual(
      asked.map((id, index) => (id === large ? 'too-large blob 5000' : `blob text ${index % 30}`)),
    );
  });

  it('asks one process again and again, also while another answer is read', async () => {
    const made = Temporary.init();
    const [one, two, large] = [made.blob('one'), made.blob('two'), made.blob('x'.repeat(2_000))];
    const repository = await made.open();
    const starts = join(made.root, 'starts');
    const program = join(made.root, 'counting');
    made.write('counting', `#!/bin/sh\necho >> '${starts}'\nexec git "$@"\n`);
    chmodSync(program, 0o755);
    const counting = { ...repository, git: { ...repository.git, program } };
    for (let time = 0; time < 5; time++)
      expect((await read(counting, [one, two])).map(shown)).toEqual(['blob one', 'blob two']);
    expect(readFileSync(starts, 'utf8')).toBe('\n');
    const outer: string[] = [];
    for await (const answer of readObjects(counting, [one, two], { maxBytes: 9 })) {
      outer.push(shown(answer), ...(await read(counting, [two])).map(shown));
    }
    expect(outer).toEqual(['blob one', 'blob two', 'blob two', 'blob two']);
    expect((await read(counting, [one, large, two])).map(shown)).toEqual([
      'blob one',
      'too-large blob 2000',
      'blob two',
    ]);
    expect((await read(counting, [one])).map(shown)).toEqual(['blob one']);
  });

  it('starts nothing for no ids', async () => {
    const repository = await Temporary.init().open();
    const nowhere = { ...repository, git: { ...repository.git, program: '/nonexistent/git' } };
    expect(await read(nowhere, [])).toEqual([]);
  });

  it('takes nothing for an id that is none', async () => {
    const repository = await Temporary.init().open();
    await expect(read(repository, ['HEAD'])).rejects.toMatchObject({ name: 'GitError' });
    await expect(read(repository, [`${MISSING}\n${MISSING}`])).rejects.toMatchObject({ name: 'GitError' });
  });

  it('may be left early', async () => {
    const made = Temporary.init();
    const repository = await made.open();
    for await (const answer of readObjects(repository, [made.blob('1'), made.blob('2')], { maxBytes: 9 })) {
      expect(shown(answer)).toBe('blob 1');
      break;
    }
  });

  it('closes the source of the ids when it is left early', async () => {
    const made = Temporary.init();
    const id = made.blob('1');
    let closed = false;
    async function* source() {
      try {
        for (;;) yield id;
      } finally {
        closed = true;
      }
    }
    for await (const answer of readObjects(await made.open(), source(), { maxBytes: 9 })) {
      expect(shown(answer)).toBe('blob 1');
      break;
    }
    expect(closed).toBe(true);
  });

  it('reads the object itself where another replaces it', async () => {
    const made = Temporary.init();
    const bad = made.blob('bad');
    made.git('replace', bad, made.blob('good'));
    expect((await read(await made.open(), [bad])).map(shown)).toEqual(['blob bad']);
  });

  it('is an error where a partial clone lacks one, and fetches nothing', async () => {
    const made = Temporary.init();
    made.commit({ a: 'text' });
    made.git('config', 'uploadpack.allowFilter', 'true');
    const cloned = new Temporary(temporaryFolder('shared'));
    cloned.git('clone', '--quiet', '--filter=blob:none', '--no-checkout', `file://${made.root}`, '.');
    await expect(read(await cloned.open(), [made.blob('text')])).rejects.toMatchObject({
      help: expect.stringContaining('git fetch --refetch'),
    });
    expect(cloned.git('cat-file', '--batch-all-objects', '--batch-check')).not.toContain('blob');
  });

  it('is an error for a damaged object', async () => {
    const made = Temporary.init();
    const id = made.blob('some text');
    const file = join(made.root, '.git/objects', id.slice(0, 2), id.slice(2));
    rmSync(file);
    made.write(join('.git/objects', id.slice(0, 2), id.slice(2)), 'no zlib');
    const result = read(await made.open(), [id]).then((answers) => answers.map(shown));
    await expect(result.catch((error: Error) => error.name)).resolves.toSatisfy(
      (value) => value === 'GitError' || (Array.isArray(value) && value[0] === 'missing'),
    );
  });
});

describe('a git that fails is an error', () => {
  const ID = 'ab'.repeat(20);
  const made = Temporary.init();
  it.each([
    ['ends with a code and no word', 'exit 128'],
    ['ends early and well', `echo "${ID} blob 5"; printf he; exit 0`],
    ['ends before it answers', 'exit 0'],
    ['answers for another object', `read id; echo "${'cd'.repeat(20)} blob 1"; echo x; sleep 9`],
    ['sends more than it announced', `read id; echo "${ID} blob 1"; echo xyz; sleep 9`],
    ['is killed', 'kill -9 $$'],
    ['prints a line without an end', 'yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | tr -d "\\n"'],
  ])('%s', async (_, script) => {
    const repository = await made.open({ env: scripted('cat-file', script) });
    await expect(read(repository, [ID])).rejects.toMatchObject({ name: 'GitError' });
    await expect(read(repository, [ID].values())).rejects.toMatchObject({ name: 'GitError' });
  });

  it.each([
    ['goes on after the last answer', `read id; echo "${ID} blob 1"; echo x; echo more`],
    ['fails after the last answer', `read id; echo "${ID} blob 1"; echo x; exit 3`],
  ])('%s', async (_, script) => {
    const repository = await made.open({ env: scripted('cat-file', script) });
    await expect(read(repository, [ID].values())).rejects.toMatchObject({ name: 'GitError' });
    // A process that stays for more is found out by the next question.
    expect((await read(repository, [ID])).map(shown)).toEqual(['blob x']);
    await expect(read(repository, [ID])).rejects.toMatchObject({ name: 'GitError' });
  });

  it('is killed between two questions', async () => {
    const script = `read id; echo "${ID} blob 1"; echo x; read id; kill -9 $$`;
    const repository = await made.open({ env: scripted('cat-file', script) });
    expect((await read(repository, [ID])).map(shown)).toEqual(['blob x']);
    await expect(read(repository, [ID])).rejects.toMatchObject({ name: 'GitError' });
  });

  it.each([
    ['hangs', 'sleep 30'],
    ['leaves a child that holds the pipe', 'sleep 30 &'],
    ['drips', 'while true; do echo; sleep 0.05; done'],
    ['drips within an object', `read id; echo "${ID} blob 900"; while true; do printf x; sleep 0.05; done`],
  ])('%s: given up', async (_, script) => {
    const repository = await made.open({ env: scripted('cat-file', script) });
    const impatient = { ...repository, git: { ...repository.git, patience: 400 } };
    await expect(read(impatient, [ID])).rejects.toMatchObject({ name: 'GitError' });
  });
});
