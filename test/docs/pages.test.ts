import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { TestRepository } from '../support/repository.ts';
import { shell, withTool } from './shell.ts';
import { snippetsOf } from './snippets.ts';

const PAGES = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

describe('docs/tutorial.md', () => {
  it('runs from its first line to its last', () => {
    const repository = withTool(new TestRepository());
    const blocks = snippetsOf('docs/tutorial.md');
    expect(blocks.length).toBeGreaterThan(7);
    for (const [at, { text, file }] of blocks.entries()) {
      const { code, stdout, stderr } = shell(repository, text, { folder: at === 0 ? '' : 'plans' });
      if (file !== 'fails') expect({ text, code, stderr }).toMatchObject({ code: 0 });
      else
        expect({ code, says: stdout + stderr }).toEqual({
          code: 1,
          says: expect.stringContaining('docs/model.md:3:20'),
        });
    }
  }, 60_000);
});

const FILTER_REPO = spawnSync('git', ['filter-repo', '--version'], { stdio: 'ignore' }).status === 0;

describe('docs/secrets.md', () => {
  it.skipIf(!FILTER_REPO)('takes a secret out of every commit (skipped without git-filter-repo)', () => {
    const token = `ghp_${'x7Kq2mZ9'.repeat(4)}Ab3d`;
    const repository = withTool(new TestRepository());
    repository.write({ 'a.txt': `key ${token}\n` }).commit(`With ${token}`);
    repository.write({ 'a.txt': 'no key\n' }).commit();
    repository.git('clone', '-q', '--bare', '.', '../server.git');
    repository.write({ '../work/expressions.txt': `${token}==>REMOVED\n` });
    expect(shell(repository, 'cto-lint --history', { folder: '../server.git' }).code).toBe(1);
    const [rewriting] = snippetsOf('docs/secrets.md').filter(({ file }) => file === 'rewrite');
    const commands = rewriting!.text.replaceAll('https://git.example.com/acme/plans.git', '../../server.git');
    const ended = shell(repository, commands.replace('../../server.git', '../server.git'), {
      folder: '../work',
    });
    expect(ended).toMatchObject({ code: 0 });
    expect(shell(repository, 'cto-lint --history', { folder: '../server.git' }).code).toBe(0);
    expect(shell(repository, 'git log -p --all', { folder: '../server.git' }).stdout).not.toContain(token);
  });
});

describe('the other pages', () => {
  it.each([
    ['docs/agents.md', 1],
    ['docs/ci.md', 1],
    ['docs/evidence-index.md', 1],
    ['docs/scale.md', 1],
    ['docs/secrets.md', 2],
  ])('%s: its commands run', (page, count) => {
    const repository = withTool(new TestRepository());
    repository.write({ 'a.md': 'None.\n' }).commit().write({ 'a.md': 'First.\n' }).commit();
    repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD~1');
    repository.write({ 'a.md': 'Second.\n' }).add();
    const trace = '{"tool":"bash","stdout":"three dates of seventeen were wrong"}\n';
    for (const root of ['../.hermes/profiles/case/harness-runs', '../root'])
      repository.write({ [`${root}/20260703T081502Z-r2-date-parse-9917/trace.jsonl`]: trace });
    const blocks = snippetsOf(page).filter(({ language, file }) => language === 'sh' && file === undefined);
    expect(blocks).toHaveLength(count);
    for (const { text } of blocks) {
      const typed = text.replace('--amend', '--amend --no-edit').replace('index ROOT', 'index ../root');
      expect(shell(repository, typed)).toMatchObject({ code: 0 });
    }
  });

  it.each(['README.md', 'docs/secrets.md'])('%s: its policy is one', (page) => {
    const [policy] = snippetsOf(page).filter(({ language }) => language === 'yaml');
    expect(loadPolicy(policy!.text, page).suppress).toHaveLength(1);
  });

  it.each(PAGES)('%s: its links lead somewhere', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(
      ([, link]) => link!,
    );
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });
});
