import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPolicy } from '../../src/policy/load-policy.ts';
import { TestRepository } from '../support/repository.ts';

const GOOD = '# Decision\n\n- decision_status: not_decided.\n';
const BAD = '# Decision\n\n- decision_status: approved.\n';

/** A PATH on which no cto-lint is, whatever started the tests. */
const PLAIN_PATH = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);

function text(repository: TestRepository, path: string): string {
  return readFileSync(join(repository.root, path), 'utf8');
}

/** How hooks of this machine call the tool under test. */
const OWN_CALL = `${process.execPath} ${resolve('dist/main.js')}`;

/** Everything but git's own objects: what a second run must not change. */
function state(repository: TestRepository): string {
  repository.git('add', '-A');
  const hooks = ['pre-commit', 'commit-msg', 'pre-push']
    .map((name) => `.git/hooks/${name}`)
    .filter((path) => existsSync(join(repository.root, path)))
    .map((path) => text(repository, path));
  return [repository.git('write-tree'), ...hooks].join('\n');
}

/** The branches on which a push is judged, as the runner reads the workflow. */
function pushed(repository: TestRepository): unknown {
  const workflow = parse(text(repository, '.github/workflows/cto-lint.yml')) as {
    on: { push: { branches: unknown } };
  };
  return workflow.on.push.branches;
}

function commits(repository: TestRepository, message: string): boolean {
  repository.git('add', '-A');
  return repository.tryGit('commit', '-q', '-m', message).code === 0;
}

describe('cto-lint init', () => {
  it('sets up git’s own hooks, which then refuse and accept', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': BAD });
    expect(await repository.run(['init', '--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(commits(repository, 'bad')).toBe(false);
    repository.write({ 'a.md': GOOD });
    expect(commits(repository, `with ${'ghp_'}${'x7Kq2mZ9'.repeat(4)}Ab3d`)).toBe(false);
    expect(commits(repository, 'good')).toBe(true);
    expect((await repository.run(['doctor'])).stdout).toContain('Nothing to mend.');
  });

  it('says how many errors stand in the repository already, and the ways on', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': BAD }).commit();
    const { stdout } = await repository.run(['init', '--yes']);
    expect(stdout).toContain('\n1 error stands here already; `cto-lint` tells where.');
    expect(stdout).toContain('`--new-only`');
    repository.write({ 'a.md': GOOD });
    expect((await repository.run(['init', '--yes'])).stdout).not.toContain('here already');
  });

  it('writes nothing without a terminal and without --yes, and says the way out', async () => {
    const repository = new TestRepository();
    const ended = await repository.run(['init']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('cto-lint init --yes');
    expect(repository.git('status', '--porcelain')).toBe('');
  });

  it.skipIf(!existsSync('/usr/bin/script'))('asks on a terminal, and writes what it was told to', () => {
    const repository = new TestRepository();
    const command = `'${process.execPath}' '${resolve('dist/main.js')}' init`;
    const answers = 'n\ny\ny\nn\nn\ny\n';
    const ended = spawnSync('/usr/bin/script', ['-qec', command, '/dev/null'], {
      cwd: repository.root,
      env: repository.env,
      input: answers,
      encoding: 'utf8',
    });
    expect(ended.stdout).toContain('3 files written.');
    expect(
      ['AGENTS.md', 'cto-lint.config.yaml', '.git/hooks/pre-commit', '.git/hooks/commit-msg'].map((path) =>
        repository.exists(path),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('has nothing to do the second time', async () => {
    const repository = new TestRepository();
    await repository.run(['init', '--yes', '--agents']);
    const first = state(repository);
    const again = await repository.run(['init', '--yes', '--agents']);
    expect(again.stdout).toContain('Nothing was changed.');
    expect(state(repository)).toBe(first);
  });

  it('proposes kinds, roots and paths that it finds, and no secret', async () => {
    const repository = new TestRepository();
    const token = `${'ghp_'}${'x7Kq2mZ9'.repeat(4)}Ab3d`;
    repository.write({
      'docs/choice.md': '# Choice\n\n## Current Decision State\n\n- decision_status: not_decided.\n',
      'docs/plan.md':
        'Runs: /srv/runs/20260602T101500Z-string-slugify-4711/report.json, /home/vera/src/shop/a.ts\n',
      'case/runs/20260602T101500Z-r1-4711/report.json': '{}\n',
      '.gitignore': 'case/\n',
    });
    await repository.run(['init', '--yes']);
    const written = text(repository, 'cto-lint.config.yaml');
    const policy = loadPolicy(written, 'cto-lint.config.yaml');
    expect(policy.kinds).toMatchObject({ 'decision-record': expect.arrayContaining(['docs/choice.md']) });
    expect(policy.evidence.roots).toEqual(expect.arrayContaining(['/srv/runs', 'case/runs']));
    expect(written).toContain('#     paths: ["/home/vera/src/shop"]');
    expect(written).toMatch(/^# yaml-language-server: \$schema=/);

    const leaking = new TestRepository();
    leaking.write({ 'a.md': `See /home/vera/${token}/x/a.ts\n` });
    await leaking.run(['init', '--yes']);
    expect(text(leaking, 'cto-lint.config.yaml')).not.toContain(token);
  });

  it('adds itself first to a hook that is there, and leaves a hook in another language alone', async () => {
    const repository = new TestRepository();
    repository.executable('.git/hooks/pre-commit', '#!/bin/sh\n# ours\necho ours\nexit 0\n');
    repository.executable('.git/hooks/commit-msg', '#!/usr/bin/env python3\nprint(1)\n');
    const { stdout } = await repository.run(['init', '--yes']);
    const lines = text(repository, '.git/hooks/pre-commit').split('\n');
    expect([lines[0], lines[1], lines[3]]).toEqual(['#!/bin/sh', '# ours', 'echo ours']);
    expect(lines[2]).toMatch(/--staged \|\| exit \$\?$/);
    expect(stdout).toContain('by hand   .git/hooks/commit-msg: it is no shell script');
    expect(text(repository, '.git/hooks/commit-msg')).toBe('#!/usr/bin/env python3\nprint(1)\n');
    expect(statSync(join(repository.root, '.git/hooks/pre-commit')).mode & 0o111).not.toBe(0);
  });

  it.each([
    [
      'husky',
      { '.husky/pre-commit': 'npm test\n', 'package.json': '{}\n' },
      '.husky/pre-commit',
      'cto-lint --staged || exit $?\nnpm test\n',
    ],
    [
      'lefthook',
      { 'lefthook.yml': '# ours\npre-commit:\n  commands:\n    test:\n      run: npm test\n' },
      'lefthook.yml',
      '# ours\npre-commit:\n  commands:\n    test:\n      run: npm test\n    cto-lint:\n      run: cto-lint --staged\ncommit-msg:\n  commands:\n    cto-lint:\n      run: cto-lint --message {1}\npre-push:\n  commands:\n    cto-lint:\n      run: cto-lint pre-push {0}\n      use_stdin: true\n',
    ],
    [
      'pre-commit',
      { '.pre-commit-config.yaml': 'repos: []\n' },
      '.pre-commit-config.yaml',
      expect.stringContaining('entry: cto-lint --staged'),
    ],
  ])('writes the hooks in the form of %s', async (_manager, files, path, expected) => {
    const repository = new TestRepository();
    repository.write(files).add();
    expect((await repository.run(['init', '--yes'])).stdout).toContain(`add to    ${path}`);
    expect(text(repository, path)).toEqual(expected);
    expect(existsSync(join(repository.root, '.git/hooks/pre-commit'))).toBe(false);
  });

  it.each([
    [
      'husky',
      { 'package.json': '{}\n', '.husky/pre-commit': 'npm test\n' },
      '',
      [
        'npm install --save-dev cto-lint',
        'npx husky',
        'git add cto-lint.config.yaml .husky/pre-commit .husky/commit-msg .husky/pre-push .github/workflows/cto-lint.yml',
        'git commit',
        'npx cto-lint doctor',
      ],
    ],
    [
      'a folder of a monorepo, with a policy',
      { 'cto-lint.config.yaml': 'extends: cto\n', 'packages/a/a.txt': 'a\n' },
      'packages/a',
      [
        'cd ../..',
        'git add .github/workflows/cto-lint.yml',
        'git commit',
        `${process.execPath} ${resolve('dist/main.js')} doctor`,
      ],
    ],
  ])('says what to type next: %s', async (_, files, folder, steps) => {
    const repository = new TestRepository();
    repository.write(files).add();
    const { stdout } = await repository.run(['init', '--yes'], { in: folder, env: { PATH: PLAIN_PATH } });
    expect(stdout.split(' Next:\n')[1]).toBe(steps.map((step) => `  ${step}\n`).join(''));
  });

  it('names no program in npx’s cache in a hook', () => {
    const repository = new TestRepository();
    repository.link('../_npx/1/main.js', resolve('dist/main.js'));
    const program = join(repository.root, '../_npx/1/main.js');
    const { stdout } = spawnSync(process.execPath, [program, 'init', '--yes'], {
      cwd: repository.root,
      env: { ...repository.env, PATH: PLAIN_PATH },
      encoding: 'utf8',
    });
    expect(text(repository, '.git/hooks/pre-commit')).toBe('#!/bin/sh\nexec cto-lint --staged\n');
    expect(stdout).toContain('  npm install --global cto-lint\n');
  });

  it('uses the folder that the repository’s own core.hooksPath names, and none of another’s', async () => {
    const repository = new TestRepository();
    repository.git('config', 'core.hooksPath', '.githooks');
    await repository.run(['init', '--yes']);
    expect(text(repository, '.githooks/pre-commit')).toContain('cto-lint --staged');

    const foreign = new TestRepository();
    foreign.git('config', '--global', 'core.hooksPath', join(foreign.root, '..', 'all-hooks'));
    expect((await foreign.run(['init', '--yes'])).stdout).toContain(
      'the global configuration sets core.hooksPath',
    );
    expect(existsSync(join(foreign.root, '..', 'all-hooks'))).toBe(false);
  });

  it('adds a job to GitLab’s file where there is one, else writes a workflow of GitHub', async () => {
    const repository = new TestRepository();
    repository.write({ '.gitlab-ci.yml': 'test:\n  script: [make]\n' });
    await repository.run(['init', '--yes']);
    expect(text(repository, '.gitlab-ci.yml')).toMatch(
      /^test:\n {2}script: \[make\]\n\n# Judges[\s\S]+GIT_DEPTH: "0"/,
    );
    expect(existsSync(join(repository.root, '.github'))).toBe(false);
  });

  it.each([
    ['stages: [build, test, deploy]\n', 'test'],
    ['stages: [build]\n', 'build'],
    ['stages:\n  - .pre\n  - "check: all"\n', 'check: all'],
    ['.all: &all [lint, build]\nstages: *all\n', 'lint'],
    ['stages: ["on"]\n', 'on'],
    ['include: a.yml\n', 'test'],
  ])('gives GitLab’s job a stage that is declared: %j', async (head, stage) => {
    const repository = new TestRepository();
    repository.write({ '.gitlab-ci.yml': `${head}make:\n  script: [make]\n` });
    await repository.run(['init', '--yes']);
    const { 'cto-lint': job } = parse(text(repository, '.gitlab-ci.yml')) as {
      'cto-lint': { stage: string };
    };
    expect(job.stage).toBe(stage);
  });

  it.each(['stages: !reference [.shared, stages]\n', 'stages: [.pre]\n', 'stages: []\n'])(
    'leaves GitLab’s file to a person where no stage of its own can be told: %j',
    async (head) => {
      const repository = new TestRepository();
      repository.write({ '.gitlab-ci.yml': head });
      const { stdout } = await repository.run(['init', '--yes']);
      expect(stdout).toContain('by hand   .gitlab-ci.yml: its stages stand elsewhere');
      expect(text(repository, '.gitlab-ci.yml')).toBe(head);
    },
  );

  it.each([
    ['trunk', 'trunk'],
    ['release/2.x', 'release/2.x'],
    ['1.10', '1.10'],
    ['on', 'on'],
    // Patterns of the filter, and no plain names: every branch.
    ['a+b', '**'],
    ['a]b,', '**'],
  ])('judges pushes to the branch %s', async (branch, filtered) => {
    const repository = new TestRepository();
    repository.git('symbolic-ref', 'HEAD', `refs/heads/${branch}`);
    await repository.run(['init', '--yes']);
    expect(pushed(repository)).toEqual([filtered]);
  });

  it('judges pushes to the default branch of origin, on whatever branch it is run', async () => {
    const repository = new TestRepository();
    repository.commit().git('update-ref', 'refs/remotes/origin/trunk', 'HEAD');
    repository.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
    repository.git('checkout', '-q', '-b', 'topic');
    await repository.run(['init', '--yes']);
    expect(pushed(repository)).toEqual(['trunk']);
  });
});

describe('cto-lint doctor', () => {
  const whole = new TestRepository([], 'shared');
  beforeAll(async () => void (await whole.run(['init', '--yes'])));

  /** A copy of what `init` has set up, which takes git longer to make. */
  function healthy(): TestRepository {
    const repository = new TestRepository();
    cpSync(whole.root, repository.root, { recursive: true });
    return repository;
  }

  async function ills(
    repository: TestRepository,
    options: { in?: string; env?: NodeJS.ProcessEnv } = {},
  ): Promise<string[]> {
    const ended = await repository.run(['doctor', '--format', 'json'], options);
    const { diagnoses, ok } = JSON.parse(ended.stdout) as {
      ok: boolean;
      diagnoses: { id: string; ok: boolean; mend?: string }[];
    };
    expect(ended.code).toBe(ok ? 0 : 1);
    return diagnoses.filter((one) => !one.ok).map(({ id, mend }) => `${id}: ${mend}`);
  }

  it.each<[string, (repository: TestRepository) => void, string]>([
    [
      'a hook that is not executable',
      (one) => chmodSync(join(one.root, '.git/hooks/pre-commit'), 0o644),
      "hook-not-executable: chmod +x '.git/hooks/pre-commit'",
    ],
    [
      'hooks of somewhere else, set for this repository',
      (one) => one.git('config', 'core.hooksPath', '/nowhere'),
      'hooks-shadowed: git config --local --unset-all core.hooksPath',
    ],
    [
      'hooks of somewhere else, set for all',
      (one) => one.git('config', '--global', 'core.hooksPath', '/nowhere'),
      'hooks-shadowed: git config --local core.hooksPath "$(git rev-parse --path-format=absolute --git-common-dir)/hooks"',
    ],
    [
      'a hook without cto-lint',
      (one) => one.executable('.git/hooks/pre-commit', '#!/bin/sh\nnpm test\n'),
      'hook-without-cto-lint: cto-lint init',
    ],
    [
      'a hook that steps aside',
      (one) =>
        one.executable(
          '.git/hooks/pre-commit',
          '#!/bin/sh\ncommand -v cto-lint >/dev/null || exit 0\ncto-lint --staged\n',
        ),
      'hook-steps-aside: take the `|| exit 0`, `|| true` or the like out of .git/hooks/pre-commit',
    ],
    [
      'a hook whose exit code is that of something else',
      (one) => one.executable('.git/hooks/pre-commit', '#!/bin/sh\nnpx cto-lint --staged; true\n'),
      'hook-steps-aside: write `|| exit $?` behind the call of cto-lint in .git/hooks/pre-commit',
    ],
    [
      'a hook for messages that runs in the background',
      (one) => one.executable('.git/hooks/commit-msg', '#!/bin/sh\ncto-lint --message "$1" &\n'),
      'hook-steps-aside: take the `&` behind the call of cto-lint out of .git/hooks/commit-msg',
    ],
    [
      'a hook that only asks for the version',
      (one) => one.executable('.git/hooks/pre-commit', '#!/bin/sh\ncto-lint --version\n'),
      `hook-without-cto-lint: have .git/hooks/pre-commit end with the exit code of: ${OWN_CALL} --staged`,
    ],
    [
      'a hook in another language, to which `init` adds nothing',
      (one) => one.executable('.git/hooks/pre-commit', '#!/usr/bin/env python3\nprint(1)\n'),
      `hook-without-cto-lint: have .git/hooks/pre-commit end with the exit code of: ${OWN_CALL} --staged`,
    ],
    [
      'a check whose refusal is passed over',
      (one) =>
        one.write({
          '.github/workflows/cto-lint.yml':
            'jobs:\n  a:\n    steps:\n      - run: npx cto-lint --range auto || true\n',
        }),
      'ci-decides-nothing: have a step of .github/workflows/cto-lint.yml end with the exit code of: cto-lint --range auto --policy-from auto',
    ],
    [
      'no hook for messages',
      (one) => rmSync(join(one.root, '.git/hooks/commit-msg')),
      'hook-missing: cto-lint init',
    ],
    [
      'a hook for messages that does something else',
      (one) => one.executable('.git/hooks/commit-msg', '#!/bin/sh\nexit 0\n'),
      'hook-without-cto-lint: cto-lint init',
    ],
    [
      'a hook for pushes that is not executable',
      (one) => chmodSync(join(one.root, '.git/hooks/pre-push'), 0o644),
      "hook-not-executable: chmod +x '.git/hooks/pre-push'",
    ],
    [
      'a hook whose program is gone',
      (one) =>
        one.executable(
          '.git/hooks/pre-commit',
          '#!/bin/sh\nexec /nowhere/node_modules/.bin/cto-lint --staged\n',
        ),
      'cto-lint-not-installed: npm install --global cto-lint',
    ],
    ['no policy', (one) => rmSync(join(one.root, 'cto-lint.config.yaml')), 'policy-missing: cto-lint init'],
    [
      'a policy under a name that nothing reads',
      (one) => renameSync(join(one.root, 'cto-lint.config.yaml'), join(one.root, 'cto-lint.config.yml')),
      'policy-misnamed: mv cto-lint.config.yml cto-lint.config.yaml',
    ],
    [
      'a broken policy',
      (one) => one.write({ 'cto-lint.config.yaml': 'extends: cto\nnonsense: 1\n' }),
      'policy-broken: See `cto-lint explain policy` for the keys of a policy.',
    ],
    [
      'a checkout of one commit',
      (one) =>
        one.write({
          '.github/workflows/cto-lint.yml':
            'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: npx cto-lint --range auto\n',
        }),
      'ci-shallow: add `with: { fetch-depth: 0 }` to actions/checkout in .github/workflows/cto-lint.yml',
    ],
    [
      'no check in CI',
      (one) => rmSync(join(one.root, '.github'), { recursive: true }),
      'ci-missing: cto-lint init',
    ],
  ])('finds %s', async (_what, damage, expected) => {
    const repository = healthy();
    damage(repository);
    expect(await ills(repository)).toContain(expected);
  });

  it('finds nothing where all is well', async () => {
    expect(await ills(healthy())).toEqual([]);
  });

  it('finds nothing where the hooks name a program of a subfolder', async () => {
    const repository = healthy();
    repository.link('tools/node_modules/.bin/cto-lint', resolve('dist/main.js'));
    const program = join(repository.root, 'tools/node_modules/.bin/cto-lint');
    repository.executable('.git/hooks/pre-commit', `#!/bin/sh\nexec ${program} --staged\n`);
    expect(await ills(repository, { env: { PATH: PLAIN_PATH } })).toEqual([]);
  });

  it.each([
    ['a wrapper in another language', '#!/usr/bin/env python3\nrun(["cto-lint", "--staged"])\n'],
    ['a loop', '#!/bin/sh\nfor a in b; do npx cto-lint --staged; done\n'],
  ])('says that it cannot tell: %s', async (_what, hook) => {
    const repository = healthy();
    repository.executable('.git/hooks/pre-commit', hook);
    expect(await ills(repository)).toEqual([]);
    const { stdout } = await repository.run(['doctor']);
    expect(stdout).toMatch(/^\? \.git\/hooks\/pre-commit names cto-lint; whether/m);
    expect(stdout).toContain('Nothing to mend. What is marked with ? cannot be told.');
  });

  it('finds that lefthook has put one hook of two in place', async () => {
    const repository = new TestRepository();
    repository.write({ 'lefthook.yml': '# ours\n' });
    await repository.run(['init', '--yes']);
    repository.executable('.git/hooks/pre-commit', '#!/bin/sh\ncall_lefthook run pre-commit\n');
    expect(await ills(repository)).toContain('hook-missing: npx lefthook install');
  });

  it('takes husky for the manager where git runs it, with a file of lefthook beside it', async () => {
    const repository = new TestRepository();
    repository.write({ '.husky/pre-commit': 'cto-lint --staged\n', 'lefthook.yml': '# An example.\n' });
    repository.git('config', 'core.hooksPath', '.husky/_');
    expect((await ills(repository)).join()).toContain('hooks-not-installed: npx husky');
  });

  it('finds hooks that were never installed', async () => {
    const repository = new TestRepository();
    expect(await ills(repository)).toContain('hooks-not-installed: cto-lint init');
    repository.write({ '.husky/pre-commit': 'cto-lint --staged\n' });
    expect(await ills(repository)).toContain('hooks-not-installed: npx husky');
  });

  it.each([
    ['{}', 'npm install --save-dev cto-lint'],
    ['{ "devDependencies": { "cto-lint": "0.1.0" } }', 'npm install'],
  ])('finds that the hooks’ cto-lint is not installed: %s', async (manifest, mend) => {
    const repository = new TestRepository();
    repository.write({ 'package.json': manifest, '.husky/pre-commit': 'cto-lint --staged\n' });
    expect(await ills(repository, { env: { PATH: PLAIN_PATH } })).toContain(
      `cto-lint-not-installed: ${mend}`,
    );
  });

  it('finds that husky’s folder is missing in a linked worktree', async () => {
    const repository = new TestRepository();
    repository.write({ '.husky/pre-commit': 'cto-lint --staged\n' });
    repository.git('config', 'core.hooksPath', '.husky/_');
    repository
      .executable('.husky/_/pre-commit', '#!/bin/sh\n')
      .write({ '.husky/_/.gitignore': '*\n' })
      .commit();
    expect((await ills(repository)).join()).not.toContain('hooks');
    repository.git('worktree', 'add', '-q', '../linked');
    expect(await ills(repository, { in: '../linked' })).toContain('hooks-missing-in-worktree: npx husky');
  });

  it('finds a shallow clone', async () => {
    const repository = healthy().commit().commit('second');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.root}`, 'shallow');
    expect((await ills(repository, { in: 'shallow' })).join()).toContain('shallow: git fetch --unshallow');
  });

  it('finds an old git, and says that it could not look outside of a repository', async () => {
    const repository = healthy();
    const bin = join(repository.root, '..', 'old');
    repository.executable('../old/git', '#!/bin/sh\necho git version 2.17.1\n');
    expect(await ills(repository, { env: { PATH: bin } })).toEqual([
      'git-old: install a newer git: https://git-scm.com/downloads',
    ]);
    expect(await repository.run(['doctor'], { in: '..' })).toMatchObject({ code: 2 });
  });
});
