import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { commitTree, type TreeEntry, writeTree } from './tree.ts';

const BAD = '- decision_status: approved.\n';

/** Names as bytes, and how a report writes them. */
const NAMES: readonly (readonly [what: string, name: string | Uint8Array, reported: string])[] = [
  ['a newline', 'new\nline.md', 'new\nline.md'],
  ['a tab', 'tab\there.md', 'tab\there.md'],
  ['a quote', 'quo"te.md', 'quo"te.md'],
  ['a backslash', 'back\\slash.md', 'back\\slash.md'],
  ['an accent', 'é.md', 'é.md'],
  ['the accent in two parts', 'e\u0301.md', 'e\u0301.md'],
  ['an escape', 'esc\u001b[31m.md', 'esc\u001b[31m.md'],
  ['a carriage return', 'cr\r.md', 'cr\r.md'],
  ['a space at its start', ' space.md', ' space.md'],
  ['a dash', '-rf.md', '-rf.md'],
  ['two dashes', '--staged.md', '--staged.md'],
  ['magic of a pathspec', ':!q.md', ':!q.md'],
  ['more of it', ':(glob)*.md', ':(glob)*.md'],
  ['a star', 'star*.md', 'star*.md'],
  ['a question mark', 'what?.md', 'what?.md'],
  ['a dot before it', '.hidden.md', '.hidden.md'],
  ['a byte that is no UTF-8', Buffer.from('byte\xff.md', 'latin1'), 'byte\\xff.md'],
  ['another such byte', Buffer.from('byte\xfe.md', 'latin1'), 'byte\\xfe.md'],
  ['a zero-width', 'ze\u200bro.md', 'ze\u200bro.md'],
  ['a sign that turns the reading', 'rtl\u202egpj.md', 'rtl\u202egpj.md'],
  ['an emoji', '🦊.md', '🦊.md'],
  ['a dollar and a backtick', '$(touch x)`id`.md', '$(touch x)`id`.md'],
  ['a percent', '%2e%2e.md', '%2e%2e.md'],
  ['two hundred letters', `${'n'.repeat(200)}.md`, `${'n'.repeat(200)}.md`],
  ['capital letters', 'LOUD.MD', 'LOUD.MD'],
];

function sorted(entries: readonly TreeEntry[]): TreeEntry[] {
  return [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
}

function withNames(content: string): TestRepository {
  const repository = new TestRepository();
  commitTree(repository, writeTree(repository, sorted(NAMES.map(([, name]) => ({ name, content })))));
  return repository;
}

/** Escapes as formats show them are taken back, where they stand for one sign. */
async function paths(repository: TestRepository, args: readonly string[]): Promise<string[]> {
  return (await repository.report(args)).findings.map(({ path }) => path).sort();
}

describe('E: each name is judged, and told from every other', () => {
  it.each([[['--rev', 'HEAD']], [['--staged']], [['--range', 'HEAD~1..HEAD']]])('%j', async (args) => {
    const repository = withNames(BAD);
    if (args[0] === '--staged') {
      repository.git('read-tree', 'HEAD');
      repository.git('update-ref', '-d', 'HEAD');
    }
    if (args[0] === '--range') {
      const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
      repository.git('update-ref', '-d', 'HEAD');
      commitTree(repository, writeTree(repository, [{ name: 'fine.txt', content: 'fine\n' }]));
      commitTree(repository, tree);
    }
    expect(await paths(repository, args)).toEqual(NAMES.map(([, , reported]) => reported).sort());
  });

  it('with nothing to find nothing is found', async () => {
    expect(await paths(withNames('- decision_status: not_decided.\n'), ['--rev', 'HEAD'])).toEqual([]);
  });
});

describe('E: spellings of a governed path are governed', () => {
  it.each([
    ['Plans/SOT/a.md', true],
    ['.plans/sot/a.md', true],
    ['plans/s\u200bot/a.md', true],
    ['plans/sot/.a.md', true],
    ['plans/sots/a.md', false],
    ['plans/sot.md', false],
  ])('%s: %s', async (path, governed) => {
    const repository = new TestRepository();
    const [folder, ...rest] = path.split('/').reverse();
    let tree = writeTree(repository, [{ name: folder!, content: '# A\n' }]);
    for (const name of rest) tree = writeTree(repository, [{ name, mode: '40000', content: tree }]);
    commitTree(repository, tree);
    expect((await repository.run(['--rev', 'HEAD'])).code).toBe(governed ? 1 : 0);
  });
});

describe('E: globs of a policy', () => {
  it.each([
    ['{a', 2],
    ['a}', 2],
    ['!(a)', 2],
    ['[a', 2],
    ['!a', 2],
    ['(a+)+$', 2],
    ['*a*a*a*a*a*a*b', 2],
    ['a\\b', 2],
    ['', 2],
    ['{a,b}/**', 0],
    ['**/[ab].md', 0],
  ])('%j is %i', async (glob, code) => {
    const repository = new TestRepository();
    repository.write({
      'cto-lint.config.yaml': `protected: [${JSON.stringify(glob)}]\n`,
      [`${'a'.repeat(100)}.md`]: 'fine\n',
    });
    expect((await repository.run([])).code).toBe(code);
  });
});
