import { beforeAll, describe, expect, it } from 'vitest';
import { TestRepository } from '../../support/repository.ts';

const POLICY = `extends: cto
rules: { local/owner: warning }
declare:
  - { id: local/no-todo, kind: sot, forbid: "\\\\bTBD\\\\b", message: "A SOT document says what it means." }
  - id: local/owner
    kind: sot
    when: { field: state, is: [open, held] }
    fields: [owner, due]
    message: An open thing has an owner.
  - { id: local/no-tab, kind: file, severity: warning, forbid: '\\t', message: Spaces. }
`;

let repository: TestRepository;
beforeAll(() => {
  repository = new TestRepository([], 'shared');
  repository.write({ 'cto-lint.config.yaml': POLICY, 'docs/x.md': '# X\n', 'plans/.sot/p.md': '# P\n' });
});

describe('a rule that the policy declares', () => {
  it('has a page, from anywhere in the repository', async () => {
    for (const where of [{}, { in: 'docs' }]) {
      const { code, stdout } = await repository.run(['explain', 'local/no-todo'], where);
      expect(code).toBe(0);
      expect(stdout.split('\n')).toEqual([
        'local/no-todo (error)',
        '',
        'A SOT document says what it means.',
        '',
        'The policy cto-lint.config.yaml declares it, under `declare`:',
        '',
        '  kind     sot',
        '  forbid   \\bTBD\\b',
        '',
      ]);
    }
  });

  it('has the severity that the policy gives it, and all of its demands', async () => {
    const { stdout } = await repository.run(['explain', 'local/owner']);
    expect(stdout).toMatch(/^local\/owner \(warning\)\n/);
    expect(stdout).toMatch(
      /\n {2}kind {5}sot\n {2}when {5}state is open or held\n {2}fields {3}owner, due\n$/,
    );
  });

  it.each([
    ['local/no-tod', 'Did you mean `local/no-todo`?'],
    ['local/quite-another-thing', 'Run `cto-lint rules` for the list.'],
  ])('is not %s', async (id, wayOut) => {
    const { code, stdout, stderr } = await repository.run(['explain', id]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`cto-lint: The policy here declares no rule of that id.\n  ${wayOut}\n`);
  });

  it('is listed behind the others', async () => {
    const { stdout } = await repository.run(['rules']);
    expect(stdout).toMatch(
      /\nlocal\/no-todo +error {4}A SOT document says what it means\.\nlocal\/owner +warning {2}An open thing has an owner\.\nlocal\/no-tab +warning {2}Spaces\.\n$/,
    );
  });

  it.each([
    ['plans/.sot/p.md', true, true],
    ['docs/x.md', false, true],
    ['cto-lint.config.yaml', false, false],
  ])('is told of %s: no-todo %s, no-tab %s', async (path, todo, tab) => {
    const { stdout } = await repository.run(['explain', path]);
    expect([
      /^ {2}local\/no-todo +error$/m.test(stdout),
      /^ {2}local\/no-tab +warning$/m.test(stdout),
    ]).toEqual([todo, tab]);
  });
});

describe('the list of rules', () => {
  it('is there for whoever mends a policy, and says that it is not whole', async () => {
    const broken = new TestRepository();
    broken.write({ 'cto-lint.config.yaml': 'rules: { decision/no-such: off }\n' });
    const { code, stdout, stderr } = await broken.run(['rules']);
    expect(code).toBe(0);
    expect(stdout).toContain('decision/status-value');
    expect(stderr).toMatch(
      /^cto-lint: cto-lint\.config\.yaml:1: .+ Rules that the policy declares are not listed\.\n$/,
    );
  });
});

describe('a path', () => {
  it.each([
    ['x.md', { in: 'docs' }, 'docs/x.md'],
    ['../plans/.sot/p.md', { in: 'docs' }, 'plans/.sot/p.md'],
    ['docs/x.md', {}, 'docs/x.md'],
  ])('%s counts from %j', async (path, where, told) => {
    const { code, stdout } = await repository.run(['explain', path], where);
    expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: told });
    expect(stdout).not.toContain('no such file');
  });

  it('that is one of the root only is not taken for one of this folder', async () => {
    const { code, stdout, stderr } = await repository.run(['explain', 'docs/x.md'], { in: 'docs' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/paths count from where you stand\.\n {2}Did you mean `x\.md`\?\n$/);
  });

  it('that is not there yet is told by its name, and that it is not there', async () => {
    const { code, stdout } = await repository.run(['explain', 'docs/ACME-ISSUES.md']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^docs\/ACME-ISSUES\.md\n\nThere is no such file yet: /);
    expect(stdout).toMatch(/^Kinds {4}work-items$/m);
    expect((await repository.run(['explain', 'nosuch'])).code).toBe(2);
  });
});

describe('the rules that look at a path', () => {
  it.each([
    ['docs/a.md', true],
    ['docs/a.yaml', true],
    ['tools/a.sh', false],
  ])('%s: those of documents are among them: %j', async (path, among) => {
    const { stdout } = await new TestRepository().run(['explain', path]);
    expect(stdout).toContain('secrets/no-secret-value');
    expect(stdout.includes('decision/status-value')).toBe(among);
  });
});
