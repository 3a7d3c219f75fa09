import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const GOOD = '- decision_status: not_decided.\n';
const BAD = '- decision_status: approved.\n';

describe('the same content gets the same findings', () => {
  it('from the working tree, the index and the revision', async () => {
    const repository = new TestRepository();
    repository.write({
      'a.md': BAD,
      'b/c.yaml': 'decision_status: maybe\n',
      'b/d.json': '{ "decision_status": "no" }\n',
      'plans/.sot/p.md': '---\ntitle: P\n---\n\n# Q\n',
    });
    repository.add();
    const tree = await repository.findings([]);
    const staged = await repository.findings(['--staged']);
    repository.commit();
    expect(tree).toContain('a.md:1:20 decision/status-value');
    expect(tree).toContain('b/c.yaml:1:18 decision/status-value');
    expect(staged).toEqual(tree);
    expect(await repository.findings(['--rev', 'HEAD'])).toEqual(tree);
  });
});

describe('the policy file itself', () => {
  it('has its findings at the same place in the working tree and the revision', async () => {
    const repository = new TestRepository();
    repository.write({
      'cto-lint.config.yaml': [
        'extends: cto',
        'declare:',
        '  - { id: local/no-todo, kind: file, forbid: "TBD", message: "Say it." }',
        'suppress:',
        '  - { rule: work/drift, path: "**", reason: later, owner: jp, expires: 2020-01-31 }\n',
      ].join('\n'),
      'a.txt': 'TBD\n',
    });
    repository.commit();
    const expected = ['a.txt:1:1 local/no-todo', 'cto-lint.config.yaml:5:5 policy/suppression'];
    expect(await repository.findings([])).toEqual(expected);
    expect(await repository.findings(['--rev', 'HEAD'])).toEqual(expected);
  });
});

describe('what there is to judge', () => {
  it('says 0 files and ends with 0 where nothing is staged', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit();
    const ended = await repository.run(['--staged']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('0 files');
  });

  it.each([
    [['--rev', 'nowhere'], 'The revision names no commit'],
    [['no-such-path.md'], 'The path `no-such-path.md` does not exist.'],
    [['a.md', 'gone/b.md'], 'The path `gone/b.md` does not exist.'],
    [['chekc'], 'Did you mean the command `check`?'],
    [['../elsewhere.md'], 'The path `../elsewhere.md` lies outside of the repository.'],
    [['--stagd'], "Unknown option '--stagd' (Did you mean --staged?)"],
    [['--rule', 'decision/status-valu'], 'Did you mean `decision/status-value`?'],
    [['--format', 'jsn'], 'Did you mean `json`?'],
    [['--today', '2026-02-30'], 'Write it like 2026-11-20.'],
    [['--staged', '--rev', 'HEAD'], 'cannot be used'],
    [['--policy', 'missing.yaml'], 'does not exist'],
    [['--policy', '/dev/zero'], 'is no regular file'],
    [['--message', '/dev/zero'], 'is no regular file'],
  ])('%j is exit 2 with a sentence and the way out', async (args, sentence) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit();
    const ended = await repository.run(args);
    expect(ended.code).toBe(2);
    expect(ended.stderr.toLowerCase()).toContain(sentence.toLowerCase());
    expect(ended.stdout).toBe('');
  });

  it('outside of a repository is exit 2', async () => {
    const repository = new TestRepository();
    const ended = await repository.run([], { in: '..' });
    expect(ended.code).toBe(2);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('a team with a policy of its own', () => {
  const OWN = 'extends: none\nprotected: ["vendor/**"]\n';
  it('begins with it in the first commit', async () => {
    const repository = new TestRepository();
    repository.write({ 'cto-lint.config.yaml': OWN }).add();
    expect(await repository.findings(['--staged'])).toEqual([]);
  });
  it('is told once where a repository leaves the built-in one', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD }).commit();
    repository.write({ 'cto-lint.config.yaml': OWN }).add();
    expect(await repository.findings(['--staged'])).toEqual(['cto-lint.config.yaml:1:1 policy/weakened']);
  });
});
