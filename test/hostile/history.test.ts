import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { CLI, commitTree, writeTree } from './tree.ts';

const TOKEN = ['ghp', '_', 'x7Kq2mVb9TzR4wLs', 'Yd8NcFh3JpGu6EaX1oQ5'].join('');
const SECRET = 'secrets/no-secret-value';
const BAD = '- decision_status: approved.\n';
const GOOD = '- decision_status: not_decided.\n';

const started = (): TestRepository => new TestRepository().write({ 'a.md': 'fine\n' }).commit();

/** Rules and paths that a range of commits brings, with the number of its commits. */
async function judged(
  repository: TestRepository,
  range: string,
): Promise<{ commits: number; found: string[] }> {
  const { judged, findings } = await repository.report(['--range', range]);
  return { commits: judged.commits, found: findings.map(({ path, ruleId }) => `${path} ${ruleId}`) };
}

describe('a tree out of order', () => {
  const POLICY = 'cto-lint.config.yaml';
  const WITH_TARGET = 'extends: cto\ntargets:\n  - name: shop\n    paths: [/srv/shop]\n';
  const MENTION = 'see /srv/shop/a.ts\n';

  it.each([
    ['in order', [POLICY, 'doc.md', 'zzz.md']],
    ['out of order', ['zzz.md', POLICY, 'doc.md']],
  ])('is judged by the policy that it holds: %s', async (_, names) => {
    const content: Readonly<Record<string, string>> = { [POLICY]: WITH_TARGET, 'doc.md': MENTION };
    const repository = started();
    const tree = writeTree(
      repository,
      names.map((name) => ({ name, content: content[name] ?? 'fine\n' })),
    );
    commitTree(repository, tree);
    const found = ['doc.md target/no-path'];
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual(found);
    const { findings } = await repository.report(['--rev', 'HEAD']);
    expect(findings.map(({ path, ruleId }) => `${path} ${ruleId}`)).toEqual(found);
  });

  it.each([
    ['in order', ['a.md', POLICY, 'zzz.md']],
    ['out of order', ['zzz.md', POLICY, 'a.md']],
  ])('is held against what was there before: %s', async (_, names) => {
    const repository = new TestRepository();
    repository.write({ [POLICY]: WITH_TARGET, 'a.md': 'fine\n', 'zzz.md': 'fine\n' }).commit();
    const content: Readonly<Record<string, string>> = { [POLICY]: 'extends: cto\n' };
    const tree = writeTree(
      repository,
      names.map((name) => ({ name, content: content[name] ?? 'fine\n' })),
    );
    commitTree(repository, tree);
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual([`${POLICY} policy/weakened`]);
  });
});

describe('C: what a range brings', () => {
  it('a secret that is added and removed again, and not a fault that is mended', async () => {
    const repository = started();
    repository.write({ 'b.md': `${TOKEN}\n`, 'c.md': BAD }).commit();
    const culprit = repository.head();
    repository.write({ 'b.md': 'fine\n', 'c.md': GOOD }).commit();
    const { findings } = await repository.report(['--range', 'HEAD~2..HEAD']);
    expect(findings.map(({ path, ruleId, commit }) => [path, ruleId, commit])).toEqual([
      ['b.md', SECRET, culprit],
    ]);
    expect(await judged(repository, 'HEAD~1..HEAD')).toEqual({ commits: 1, found: [] });
  });

  it('one that only a merge’s resolution has', async () => {
    const repository = started();
    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ 'b.md': 'fine\n' }).commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'c.md': 'fine\n' }).commit();
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.write({ 'a.md': `${TOKEN}\n` }).commit();
    repository.write({ 'a.md': 'fine again\n' }).commit();
    expect(await judged(repository, 'HEAD~2..HEAD')).toEqual({ commits: 3, found: [`a.md ${SECRET}`] });
  });

  it('one on a second parent, and none of a base that moved on', async () => {
    const repository = started();
    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ 'b.md': `${TOKEN}\n` }).commit();
    repository.write({ 'b.md': 'fine\n' }).commit();
    repository.git('checkout', '-q', '-b', 'clean', 'main');
    repository.write({ 'd.md': 'fine\n' }).commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'old.md': `${TOKEN}\n` }).commit();
    const base = repository.head();
    repository.git('merge', '-q', '--no-ff', '-m', 'merge', 'side');
    expect(await judged(repository, `${base}..main`)).toEqual({ commits: 3, found: [`b.md ${SECRET}`] });
    expect(await judged(repository, 'main..clean')).toEqual({ commits: 1, found: [] });
  });

  it.each([
    ['a message', (token: string) => ({ message: `Add it\n\nkey ${token}\n` }), `COMMIT_EDITMSG ${SECRET}`],
    [
      'a message behind a NUL',
      (token: string) => ({ message: `Add\0it ${token}\n` }),
      `COMMIT_EDITMSG ${SECRET}`,
    ],
    ['a header of its own', (token: string) => ({ headers: `note ${token}\n` }), `COMMIT ${SECRET}`],
    [
      'a mergetag',
      (token: string) => ({ headers: `mergetag object 0\n tagger ${token}\n` }),
      `COMMIT ${SECRET}`,
    ],
  ])('one in %s', async (_, made, expected) => {
    for (const [token, found] of [
      [TOKEN, [expected]],
      ['fine', []],
    ] as const) {
      const repository = started();
      const tree = writeTree(repository, [{ name: 'a.md', content: 'fine\n' }]);
      const { message, headers } = { message: 'a commit\n', headers: '', ...made(token) };
      commitTree(repository, tree, message, headers);
      expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual(found);
    }
  });

  it('one in the name of an author', async () => {
    const repository = started();
    repository.env.GIT_AUTHOR_NAME = TOKEN;
    repository.write({ 'b.md': 'fine\n' }).commit();
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual([`COMMIT ${SECRET}`]);
  });

  it('in a whole history: a branch, a tag, its message, a note and the stash', async () => {
    const repository = started();
    repository.git('tag', '-a', 'v1', '-m', `release ${TOKEN}`);
    repository.git('branch', `b-${TOKEN}`);
    repository.git('notes', 'add', '-m', `note ${TOKEN}`);
    repository.write({ 'a.md': `${TOKEN}\n` });
    repository.git('stash', '-q');
    const paths = (await repository.report(['--history'])).findings.map(({ path }) =>
      path.replaceAll('*', ''),
    );
    expect(paths).toEqual(
      expect.arrayContaining(['a.md', 'refs/heads/b-', 'refs/notes/commits', 'refs/tags/v1']),
    );
    expect(await started().findings(['--history'])).toEqual([]);
  });

  it('a tree that has a name twice: both', async () => {
    const repository = started();
    const tree = writeTree(repository, [
      { name: 'x.md', content: `${TOKEN}\n` },
      { name: 'x.md', content: 'fine\n' },
    ]);
    commitTree(repository, tree);
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toContain(`x.md ${SECRET}`);
    expect((await repository.rulesByPath(['--rev', 'HEAD'])).get('x.md')).toEqual([SECRET]);
  });

  it('what git replaces stays what it is', async () => {
    const repository = started();
    repository.write({ 'b.md': `${TOKEN}\n` }).commit();
    const [bad, fine] = ['HEAD:b.md', 'HEAD:a.md'].map((name) => repository.git('rev-parse', name).trim());
    repository.git('replace', bad!, fine!);
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual([`b.md ${SECRET}`]);
  });
});

describe('C: a range that is none', () => {
  it.each([
    ['the same commit twice', 'HEAD..HEAD', 'same commit'],
    ['its sides swapped', 'HEAD..HEAD~1', 'no commit'],
    ['a base of zeros', `${'0'.repeat(40)}..HEAD`, 'fetch'],
    ['a base that is not here', `${'1'.repeat(40)}..HEAD`, 'fetch'],
    ['a blob', 'HEAD:a.md..HEAD', 'names no commit'],
  ])('%s is exit 2 and says the way out', async (_, range, words) => {
    const repository = started().write({ 'b.md': 'fine\n' }).commit();
    const ended = await repository.run(['--range', range]);
    expect(ended.code).toBe(2);
    expect(ended.stderr.toLowerCase()).toContain(words);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it('from a branch that a tag has the name of', async () => {
    const repository = started();
    const base = repository.git('rev-parse', 'HEAD').trim();
    repository.git('update-ref', 'refs/remotes/origin/main', base);
    repository.write({ 'b.md': `${TOKEN}\n` }).commit();
    repository.git('update-ref', 'refs/tags/origin/main', 'HEAD');
    repository.write({ 'b.md': 'fine\n' }).commit();
    const ended = await repository.run(['--range', 'origin/main..HEAD']);
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('several refs') as string]);
    expect((await repository.run(['--range', 'refs/remotes/origin/main..HEAD'])).code).toBe(1);
  });

  it('empty is 0 where it was said to be fine', async () => {
    const repository = started();
    const ended = await repository.run(['--range', 'HEAD..HEAD', '--allow-empty']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('0 commits');
  });

  it('a clone that is cut off says how to get the rest; one that is whole is judged', () => {
    const repository = started();
    for (const name of ['b', 'c', 'd']) repository.write({ [`${name}.md`]: 'fine\n' }).commit();
    repository.git('branch', 'base', 'HEAD~2');
    for (const [depth, code] of [
      ['2', 2],
      ['50', 0],
    ] as const) {
      const folder = join(temporaryFolder(), 'clone');
      repository.git(
        'clone',
        '-q',
        '--no-single-branch',
        '--depth',
        depth,
        `file://${repository.root}`,
        folder,
      );
      const ended = spawnSync(process.execPath, [CLI, '--range', 'origin/base..HEAD'], {
        cwd: folder,
        env: repository.env,
        encoding: 'utf8',
      });
      expect([depth, ended.status]).toEqual([depth, code]);
      if (code === 2) expect(ended.stderr).toContain('git fetch --unshallow');
    }
  });
});

describe('C: a push to a server with the hook', () => {
  function server(): {
    repository: TestRepository;
    push: (...refs: string[]) => { code: number | null; output: string };
  } {
    const repository = new TestRepository();
    const bare = join(temporaryFolder(), 'server.git');
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare], { env: repository.env });
    writeFileSync(
      join(bare, 'hooks/pre-receive'),
      `#!/bin/sh\nexec "${process.execPath}" "${CLI}" pre-receive\n`,
      { mode: 0o755 },
    );
    repository.git('remote', 'add', 'origin', `file://${bare}`);
    const push = (...refs: string[]) => repository.tryGit('push', '-q', 'origin', ...refs);
    return { repository, push };
  }

  it('is accepted and refused as it should be, however many refs it moves', () => {
    const { repository, push } = server();
    repository.write({ 'a.md': GOOD }).commit();
    expect(push('main')).toMatchObject({ code: 0 });

    repository.git('checkout', '-q', '-b', 'side');
    repository.write({ 'b.md': `${TOKEN}\n` }).commit();
    repository.git('rm', '-q', 'b.md');
    repository.commit();
    repository.git('checkout', '-q', 'main');
    repository.write({ 'c.md': GOOD }).commit();
    repository.git('tag', '-a', 'v1', '-m', 'release');
    const several = push('main', 'v1', 'side');
    expect(several.code).not.toBe(0);
    expect(several.output).toContain(SECRET);
    expect(several.output).not.toContain(TOKEN);

    expect(push('main', 'v1')).toMatchObject({ code: 0 });
    expect(push(':refs/tags/v1')).toMatchObject({ code: 0 });
    expect(push('main:refs/heads/copy')).toMatchObject({ code: 0 });
    repository.git('tag', '-a', 'v2', '-m', `release ${TOKEN}`);
    expect(push('v2').code).not.toBe(0);
  });

  it('is judged by the policy that the server has, not by the one that it brings', () => {
    const { repository, push } = server();
    repository.write({ 'a.md': GOOD }).commit();
    expect(push('main')).toMatchObject({ code: 0 });
    repository
      .write({ 'cto-lint.config.yaml': 'rules: { sot/authority-banner: off }\n', 'plans/sot/p.md': '# P\n' })
      .commit();
    const refused = push('main');
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain('sot/authority-banner');
    expect(refused.output).toContain('policy/weakened');
  });
});

describe('A change can’t excuse itself', () => {
  it('where the policy comes from the base, it judges by that and names what was loosened', async () => {
    const repository = started();
    repository.write({
      'cto-lint.config.yaml':
        'except: { work/shape: ["route/**"], policy/weakened: ["**"] }\nrules: { policy/weakened: off }\nsuppress:\n  - { rule: policy/weakened, path: cto-lint.config.yaml, reason: it is fine, owner: agent, expires: 2099-12-31 }\n',
      'route/A-ISSUES.md': '# Issues\n\n## CTO-WORK-090 - Something\n\nAcceptance:\n\n- a\n',
    });
    repository.commit();
    const rules = async (args: string[]): Promise<string[]> => [
      ...new Set((await repository.report(args)).findings.map(({ ruleId }) => ruleId)),
    ];
    expect(await rules(['--range', 'HEAD~1..HEAD', '--policy-from', 'HEAD~1'])).toEqual(
      expect.arrayContaining(['policy/weakened', 'work/shape']),
    );
    // Judged by the head's own policy, the loosening alone is left, and nothing of that policy takes it away.
    const own = await rules(['--range', 'HEAD~1..HEAD']);
    expect(own).toContain('policy/weakened');
    expect(own).not.toContain('work/shape');
    expect((await repository.run(['--range', 'HEAD~1..HEAD'])).code).toBe(1);
  });

  it('a base that says less about it is heeded', async () => {
    const repository = started();
    repository.write({ 'cto-lint.config.yaml': 'rules: { policy/weakened: off }\n' }).commit();
    repository
      .write({ 'cto-lint.config.yaml': 'rules: { policy/weakened: off, work/shape: off }\n' })
      .commit();
    expect((await judged(repository, 'HEAD~1..HEAD')).found).toEqual([]);
  });

  it('in the hook, too', async () => {
    const repository = started();
    repository.write({ 'cto-lint.config.yaml': 'rules: { policy/weakened: off }\n' }).add();
    expect(await repository.findings(['--staged'])).toEqual(['cto-lint.config.yaml:1:10 policy/weakened']);
  });
});
