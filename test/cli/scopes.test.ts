import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { RULES } from '../../rules/registry.ts';
import { STOREFRONT } from '../rules/detecting.ts';
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

/** What has to be held against a base is another question, and not asked of a revision. */
const OF_CHANGES = new Set(RULES.filter(({ each }) => [each].flat().includes('change')).map(({ id }) => id));

describe('the examples of every rule', () => {
  it('get the same findings in every scope', async () => {
    const repository = new TestRepository();
    repository.write({ 'cto-lint.config.yaml': stringify(STOREFRONT) }).commit();
    const shown = RULES.flatMap(({ examples: { good, bad } }) => [good, bad]).filter(
      ({ policy, base, mode }) => policy === undefined && base === undefined && mode === undefined,
    );
    const files = Object.fromEntries(
      shown.flatMap(({ path, text, beside }, index) =>
        Object.entries({ ...beside, [path]: text }).map(([name, content]) => [`${index}/${name}`, content]),
      ),
    );
    const found = async (args: readonly string[], input?: string) => {
      const { findings } = await repository.report(args, input === undefined ? {} : { input });
      return findings
        .filter(({ ruleId, path }) => !OF_CHANGES.has(ruleId) && /^\d+\//.test(path))
        .map(({ commit: _, ...finding }) => finding);
    };
    repository.write(files);
    const tree = await found([]);
    expect(new Set(tree.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(30);
    expect(await found(Object.keys(files))).toEqual(tree);
    // A text is judged with the whole route, whose other problems are told too.
    for (const path of Object.keys(files).filter((path) => /0\/.*(?:LINT-ISSUES|plan)\.md$/.test(path))) {
      const own = (findings: typeof tree) => findings.filter((finding) => finding.path === path);
      expect(own(await found(['--stdin', '--stdin-filename', path], files[path]))).toEqual(own(tree));
    }
    repository.add();
    expect(await found(['--staged'])).toEqual(tree);
    repository.commit();
    for (const args of [[], ['--rev', 'HEAD'], ['--range', 'HEAD~1..HEAD'], ['--history']])
      expect([args, await found(args)]).toEqual([args, tree]);
  });
});

describe('every scope', () => {
  it('judges a file at each path that it has, and had', async () => {
    const repository = new TestRepository();
    repository.write({ 'notes.txt': '{ "step": 1 }\n' }).commit();
    repository.write({ 'run/trace.jsonl': '{ "step": 1 }\n' });
    const expected = ['run/trace.jsonl:1:1 evidence/no-evidence-file'];
    expect(await repository.findings([])).toEqual(expected);
    repository.commit();
    expect(await repository.findings(['--range', 'HEAD~1..HEAD'])).toEqual(expected);
    expect(await repository.findings(['--rev', 'HEAD'])).toEqual(expected);
    expect(await repository.findings(['--history'])).toEqual(expected);
    repository.git('rm', '-q', 'run/trace.jsonl');
    repository.commit();
    expect(await repository.findings(['--history'])).toEqual(expected);
    expect(await repository.findings(['--rev', 'HEAD'])).toEqual([]);
  });

  it('takes documents in the same order, tracked or not', async () => {
    const repository = new TestRepository();
    const issues = '# Issues\n\n## CTO-WORK-030 - One\n\nStatus: blocked\n';
    repository.write({ 'b/LINT-ISSUES.md': issues }).commit();
    repository.write({ 'a/LINT-ISSUES.md': issues });
    const second = async (args: readonly string[], input?: string) =>
      (await repository.findings(args, input === undefined ? {} : { input })).filter((one) =>
        one.endsWith('work/unique-id'),
      );
    const expected = ['b/LINT-ISSUES.md:3:4 work/unique-id'];
    expect(await second([])).toEqual(expected);
    expect(await second(['--stdin', '--stdin-filename', 'a/LINT-ISSUES.md'], issues)).toEqual(expected);
    repository.add();
    expect(await second([])).toEqual(expected);
    expect(await second(['--staged'])).toEqual(expected);
  });

  it('judges a link that leads nowhere, when it is named too', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': GOOD });
    repository.link('here', 'nowhere').commit();
    for (const args of [[], ['here'], ['--rev', 'HEAD']]) expect(await repository.findings(args)).toEqual([]);
    expect((await repository.run(['there'])).code).toBe(2);
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

  it('has its findings at the place where it was read from, whatever else is judged', async () => {
    const entry = '  - { rule: work/drift, path: "**", reason: later, owner: jp, expires: 2020-01-31 }\n';
    const repository = new TestRepository();
    repository.write({ 'cto-lint.config.yaml': `extends: cto\nsuppress:\n${entry}` }).commit();
    expect(await repository.findings(['--history'])).toEqual(['cto-lint.config.yaml:3:5 policy/suppression']);
    repository.git('clone', '--quiet', '--bare', '.', '../bare.git');
    repository.write({ 'cto-lint.config.yaml': 'extends: cto\n' }).commit();
    const found = ['cto-lint.config.yaml:3:5 policy/suppression'];
    expect(await repository.findings(['--rev', 'HEAD', '--policy-from', 'HEAD~1'])).toEqual(found);
    expect(await repository.findings(['--rev', 'HEAD', '--policy-from', 'HEAD'])).toEqual([]);
    const bare = await repository.findings(['--history'], { in: '../bare.git' });
    expect(bare).toEqual(found);
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
    [['--staged', '--rev', 'HEAD'], 'name different things to judge'],
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
