import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';

const MISNAMED = 'cto-lint.config.yml';

function repositoryWith(files: Readonly<Record<string, string>>): TestRepository {
  const repository = new TestRepository();
  repository.write({ 'a.md': 'a\n' }).commit();
  repository.write(files).commit();
  return repository;
}

const NAMED = `: No policy is read from a file of this name.\n  Rename it to \`cto-lint.config.yaml\`.\n`;

describe('a policy that nothing would read', () => {
  it.each([
    ['the working tree', []],
    ['the index', ['--staged']],
    ['a revision', ['--rev', 'HEAD']],
    ['a range', ['--range', 'HEAD~1..HEAD']],
    ['a history', ['--history']],
    ['a range, judged by the policy of before', ['--range', 'HEAD~1..HEAD', '--policy-from', 'auto']],
    ['the working tree, judged by the policy of before', ['--policy-from', 'HEAD~1']],
    ['the gate', ['gate']],
    ['the status', ['status']],
    ['the page of a path', ['explain', 'a.md']],
  ])('is exit 2 for %s, and none beside one of the proper name', async (_, args) => {
    const { code, stdout, stderr } = await repositoryWith({ [MISNAMED]: 'extends: cto\n' }).run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^cto-lint: (?:[0-9a-f]{12}:)?cto-lint\.config\.yml: /);
    expect(stderr.endsWith(NAMED)).toBe(true);
    const both = repositoryWith({ [MISNAMED]: 'a: 1\n', 'cto-lint.config.yaml': 'extends: cto\n' });
    expect((await both.run(args)).stderr).not.toContain('No policy is read');
  });

  it.each([
    ['.cto-lint.yaml', 2],
    ['cto-lint.yaml', 2],
    ['.cto-lint.config.json', 2],
    // A report; another folder's; what the checker itself names so.
    ['cto-lint.json', 0],
    ['.github/workflows/cto-lint.yml', 0],
    ['cto-lint.evidence.json', 0],
  ])('%s is %j', async (path, code) => {
    const repository = repositoryWith({ [path]: '{}\n' });
    for (const args of [[], ['--staged'], ['--rev', 'HEAD']])
      expect({ args, code: (await repository.run(args)).code }).toEqual({ args, code });
  });

  it('is one where it is named on the command line', async () => {
    const repository = repositoryWith({ [MISNAMED]: 'extends: cto\n' });
    expect((await repository.run(['--staged', '--policy', MISNAMED])).code).toBe(0);
  });

  it('is refused on a server, and can be mended there', async () => {
    const repository = repositoryWith({ [MISNAMED]: 'extends: cto\n' });
    const push = (base: string, head: string) =>
      repository.run(['pre-receive'], { input: `${base} ${head} refs/heads/other\n` });
    const [first, misnamed] = [repository.git('rev-parse', 'HEAD~1').trim(), repository.head()!];
    expect((await push(first, misnamed)).stderr.endsWith(NAMED)).toBe(true);
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.git('mv', MISNAMED, 'cto-lint.config.yaml');
    repository.commit();
    repository.git('symbolic-ref', 'HEAD', 'refs/heads/main');
    const mended = await push(misnamed, repository.git('rev-parse', 'other').trim());
    expect(mended.stderr).not.toContain('No policy is read');
    expect(mended.code).toBe(0);
  });
});
