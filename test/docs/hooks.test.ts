import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { filesOf } from './snippets.ts';

const PAGE = filesOf('docs/hooks.md');
const GOOD = '# Decision\n\n- decision_status: not_decided.\n';
const BAD = '# Decision\n\n- decision_status: approved.\n';
const TOKEN = `ghp_${'x7Kq2mZ9'.repeat(4)}Ab3d`;
const CUT = `${'-'.repeat(24)} >8 ${'-'.repeat(24)}`;
const SHOWN_DIFF = `good\n\n# ${CUT}\n# Do not.\n# Everything.\ndiff --git a/x b/x\n`;
const LEFTHOOK = resolve('node_modules/.bin/lefthook');
const PRE_COMMIT = '/usr/bin/pre-commit';

/** A repository with some of the page's files, and a `cto-lint` where npm would put it and on PATH. */
function withFiles(...names: readonly string[]): TestRepository {
  const repository = new TestRepository();
  const start = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/main.js')}' "$@"\n`;
  repository.executable('node_modules/.bin/cto-lint', start).executable('../bin/cto-lint', start);
  repository.env.PATH = `${join(repository.root, '../bin')}:${process.env.PATH}`;
  repository.write({ '.gitignore': 'node_modules/\n' });
  for (const name of names) repository.executable(name, PAGE[name]!);
  return repository;
}

/** A bad index, a bad message and a bad push are refused, good ones are not. */
function guards(repository: TestRepository, hooks: { readonly push: boolean }): void {
  const commit = (message: string): number | null => repository.tryGit('commit', '-q', '-m', message).code;
  repository.write({ 'a.md': BAD }).add();
  expect(commit('bad')).not.toBe(0);
  repository.write({ 'a.md': GOOD }).add();
  // The manager hands on the message, and GIT_EDITOR, by which git says that nothing of this is a diff that it showed.
  expect(commit(`${SHOWN_DIFF}+${TOKEN}`)).not.toBe(0);
  expect(commit('good')).toBe(0);
  if (!hooks.push) return;
  repository.git('init', '-q', '--bare', '../remote.git');
  repository.git('remote', 'add', 'origin', '../remote.git');
  expect(repository.tryGit('push', '-q', 'origin', 'main').code).toBe(0);
  repository.write({ 'b.txt': TOKEN }).commit('past the hook');
  expect(repository.tryGit('push', '-q', 'origin', 'main').code).not.toBe(0);
}

describe('docs/hooks.md', () => {
  it('husky', () => {
    const repository = withFiles('.husky/pre-commit', '.husky/commit-msg', '.husky/pre-push');
    execFileSync(process.execPath, [resolve('node_modules/husky/bin.js')], {
      cwd: repository.root,
      env: repository.env,
      stdio: 'ignore',
    });
    guards(repository, { push: true });
  });

  it.skipIf(!existsSync(LEFTHOOK))('lefthook', () => {
    const repository = withFiles('lefthook.yml');
    repository.env.LEFTHOOK_BIN = LEFTHOOK;
    execFileSync(LEFTHOOK, ['install'], { cwd: repository.root, env: repository.env, stdio: 'ignore' });
    guards(repository, { push: true });
  });

  it.skipIf(!existsSync(PRE_COMMIT))('pre-commit (skipped where Debian’s package is not installed)', () => {
    const repository = withFiles('.pre-commit-config.yaml');
    const install = ['install', '--hook-type', 'pre-commit', '--hook-type', 'commit-msg'];
    execFileSync(PRE_COMMIT, install, { cwd: repository.root, env: repository.env, stdio: 'ignore' });
    guards(repository, { push: false });
    const validate = ['validate-manifest', resolve('.pre-commit-hooks.yaml')];
    execFileSync(PRE_COMMIT, validate, { env: repository.env, stdio: 'ignore' });
  });

  it('has `npm pack` print the name of the file alone, which pre-commit before 4 takes whole', () => {
    const folder = temporaryFolder();
    copyFileSync('.npmrc', join(folder, '.npmrc'));
    const manifest = { name: 'packed', version: '1.0.0', scripts: { prepack: 'echo built' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    // Set by the npm that runs the tests, and stronger than a file.
    const { npm_config_foreground_scripts: _, ...env } = process.env;
    const told = execFileSync('npm', ['pack'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
    expect(told).toBe('packed-1.0.0.tgz\n');
  });

  it('plain git', () => {
    const repository = withFiles('.githooks/pre-commit', '.githooks/commit-msg', '.githooks/pre-push');
    repository.git('config', 'core.hooksPath', '.githooks');
    guards(repository, { push: true });
  });

  it('a server', () => {
    const repository = withFiles();
    repository.git('init', '-q', '--bare', '-b', 'main', '../server.git');
    repository.write({ '../server.git/hooks/pre-receive': PAGE['hooks/pre-receive']! });
    chmodSync(join(repository.root, '../server.git/hooks/pre-receive'), 0o755);
    repository.git('remote', 'add', 'origin', '../server.git');
    repository.write({ 'a.md': GOOD }).commit();
    expect(repository.tryGit('push', '-q', 'origin', 'main').code).toBe(0);
    repository.write({ 'a.md': BAD }).commit();
    expect(repository.tryGit('push', '-q', '--no-verify', 'origin', 'main').code).not.toBe(0);
  });

  it('has no way past a missing tool', () => {
    const repository = withFiles('.githooks/pre-commit');
    repository.git('config', 'core.hooksPath', '.githooks');
    repository.write({ 'node_modules/.bin/cto-lint': '' });
    chmodSync(join(repository.root, 'node_modules/.bin/cto-lint'), 0o644);
    repository.write({ 'a.md': GOOD }).add();
    expect(repository.tryGit('commit', '-q', '-m', 'good').code).not.toBe(0);
    expect(Object.values(PAGE).join('\n')).not.toMatch(/\|\|/);
  });
});
