import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runInProcess } from '../support/command-line.ts';
import { TestRepository } from '../support/repository.ts';

describe('help', () => {
  const before = process.exitCode;
  afterEach(() => {
    process.exitCode = before;
  });

  it.each([
    [['help'], 'Usage: cto-lint [options]'],
    [['help', 'status'], 'Usage: cto-lint status'],
    [['evidence', 'help', 'verify'], 'Usage: cto-lint evidence verify'],
    [['targets', 'help', 'hash'], 'Usage: cto-lint targets hash'],
    [['evidence', '--help'], 'Usage: cto-lint evidence'],
  ])('%j is printed, and is no mistake', async (args, usage) => {
    // As dist/main.js has it until a run has ended.
    process.exitCode = 2;
    const { code, stdout, stderr } = await new TestRepository().run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(usage)).toBe(true);
    expect(stdout.split('\n').length).toBeGreaterThan(4);
  });

  it.each([60, 79, 100])('fits a terminal of %i columns', async (columns) => {
    const { root: cwd, env } = new TestRepository();
    for (const args of [['--help'], ['check', '--help'], ['evidence', 'verify', '--help']]) {
      const { stdout } = await runInProcess(args, { cwd, env, terminal: true, columns });
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
  });

  it('is of 80 columns where there is no terminal', async () => {
    const { stdout } = await new TestRepository().run(['check', '--help']);
    const widths = stdout.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBeGreaterThan(70);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  it.each([[['evidence']], [['targets']], [['help', 'nothing']]])(
    '%j lists the commands, each on its line, and is a mistake',
    async (args) => {
      const { code, stdout, stderr } = await new TestRepository().run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^Usage: cto-lint /);
      expect(stderr).toMatch(/\nCommands:\n/);
      expect(stderr).toMatch(/\ncto-lint: A command of those above has to be named\.\n {2}.+\n$/);
    },
  );
});

describe('an argument that would be left aside', () => {
  it.each([
    [['--staged', 'a.md'], '--staged takes no paths.'],
    [['--rev', 'HEAD', 'a.md'], '--rev takes no paths.'],
    [['--range', 'HEAD~1..HEAD', 'a.md'], '--range takes no paths.'],
    [['--history', 'a.md'], '--history takes no paths.'],
    [['--message', 'm.txt', 'a.md'], '--message takes no paths.'],
    [['--stdin', '--stdin-filename', 'a.md', 'a.md'], '--stdin takes no paths.'],
    [['--stdin-filename', 'a.md'], '--stdin-filename names the file of a text that is not read.'],
    [['--threads', '0'], 'Give a whole number from 1.'],
  ])('%j is exit 2, and no verdict without it', async (args, sentence) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n', 'm.txt': 'Say so\n' }).commit();
    repository.write({ 'a.md': 'b\n' }).commit();
    const { code, stdout, stderr } = await repository.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    const without = args.filter((one, at) => one !== 'a.md' || args[at - 1] === '--stdin-filename');
    if (without.length === args.length) return;
    expect((await repository.run(without)).code).toBe(0);
  });
});

describe('two things to judge at once', () => {
  const scopes: readonly (readonly string[])[] = [
    ['--staged'],
    ['--range', 'HEAD~1..HEAD'],
    ['--rev', 'HEAD'],
    ['--history'],
    ['--message', 'm.txt'],
    ['--stdin', '--stdin-filename', 'c.md'],
  ];
  const pairs = scopes.flatMap((one, at) => scopes.slice(at + 1).map((other) => [one, other] as const));

  it.each(pairs)('%j with %j is exit 2, in any order', async (one, other) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n', 'm.txt': 'Say so\n' }).commit();
    repository.write({ 'a.md': 'b\n' }).commit();
    for (const args of [
      [...one, ...other],
      [...other, ...one],
    ]) {
      const { code, stdout, stderr } = await repository.run(args, { input: 'decision_status: no\n' });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${one[0]} and ${other[0]} name different things to judge.`);
    }
  });

  it.each([
    ['--rev', 'HEAD~1', 'HEAD'],
    ['--range', 'HEAD~1..HEAD', 'HEAD~1..HEAD'],
    ['--message', 'm.txt', 'a.md'],
    ['--policy', 'a.yaml', 'b.yaml'],
    ['--today', '2026-01-01', '2026-01-02'],
  ])('%s twice is exit 2', async (option, first, second) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n', 'm.txt': 'Say so\n', 'a.yaml': '', 'b.yaml': '' }).commit();
    repository.write({ 'a.md': 'b\n' }).commit();
    const { code, stdout, stderr } = await repository.run([option, first, option, second]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Give it once.');
  });
});

describe('an empty word, as of a variable that is not set', () => {
  it.each([
    [['--today', '']],
    [['--today=']],
    [['--rev', '']],
    [['--policy=']],
    [['']],
    [['a.md', '']],
    [['check', '']],
    [['--staged', '']],
    [['--message=']],
    [['status', '--rev=']],
    [['evidence', 'verify', '']],
    [['evidence', 'index', '', '-o', 'i.json']],
    [['evidence', 'index', '.', '-o', '']],
    [['explain', '']],
    [['gate', '--run-dir', '', '--', 'ca']],
    [['merge', 'a.json', '']],
  ])('%j is exit 2, and no verdict without it', async (args) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    const { code, stdout, stderr } = await repository.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/An argument is empty\.|It is empty\./);
  });

  it('is none of ours behind `--`, and CTO_LINT_TODAY may be empty', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    expect((await repository.run(['gate', '--', 'ca', ''])).code).toBe(1);
    expect((await repository.run(['a.md'], { env: { CTO_LINT_TODAY: '' } })).code).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe in the place of a file', () => {
  it.each([
    [['merge', 'pipe', 'b.json'], 'The report `pipe` is no regular file.'],
    [['--message', 'pipe'], 'The file of the commit message is no regular file.'],
    [['--policy', 'pipe'], 'The policy file that --policy names is no regular file.'],
    [['--format', 'json:pipe'], 'The report could not be written to its file.'],
    [['evidence', 'index', '.', '-o', 'pipe'], 'The index that is there is no regular file.'],
    [['evidence', 'verify', 'pipe'], 'is no'],
  ])('%j is exit 2, and not waited for', async (args, sentence) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    execFileSync('mkfifo', [join(repository.root, 'pipe')]);
    const { code, stdout, stderr } = await repository.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it.each([['CTO_LINT_TARGETS'], ['cto-lint.targets']])('%s is exit 2, and not waited for', async (name) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    execFileSync('mkfifo', [join(repository.root, 'pipe')]);
    if (name !== 'CTO_LINT_TARGETS') repository.git('config', name, 'pipe');
    const env = name === 'CTO_LINT_TARGETS' ? { CTO_LINT_TARGETS: 'pipe' } : {};
    const { code, stdout } = await repository.run(['a.md'], { env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('takes a report where somebody reads it', () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    const command = 'mkfifo p; cat p & "$0" "$1" a.md --format json:p 2>/dev/null; code=$?; wait; exit $code';
    const { stdout, status } = spawnSync('sh', ['-c', command, process.execPath, resolve('dist/main.js')], {
      cwd: repository.root,
      env: repository.env,
      encoding: 'utf8',
    });
    expect([status, JSON.parse(stdout).ok]).toEqual([0, true]);
  });
});

describe('a path of which nothing is judged', () => {
  function repositoryWithIgnored(): TestRepository {
    const repository = new TestRepository();
    repository.write({
      '.gitignore': 'node_modules/\n*.log\n!kept.log\n',
      'src/a.md': 'a\n',
      'kept.log': 'k\n',
    });
    repository.write({ 'node_modules/x/index.js': 'x\n', 'src/run.log': 'r\n', 'logs/b.log': 'b\n' });
    return repository;
  }

  it.each([
    ['src/run.log', 'The path `src/run.log` is ignored by git'],
    ['node_modules', 'The path `node_modules` is ignored by git'],
    ['node_modules/x', 'The path `node_modules/x` is ignored by git'],
    ['node_modules/x/index.js', 'The path `node_modules/x/index.js` is ignored by git'],
    ['logs', 'The path `logs` is ignored by git'],
    ['.git/config', 'The path `.git/config` holds no file of this repository.'],
  ])('%s is exit 2, alone and beside others', async (path, sentence) => {
    const repository = repositoryWithIgnored();
    for (const args of [[path], ['src/a.md', path]]) {
      const { code, stdout, stderr } = await repository.run(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(sentence);
    }
    expect((await repository.run([path, '--allow-empty'])).code).toBe(0);
  });

  it.each([['src'], ['src/a.md'], ['kept.log'], ['.']])('%s has something, and is judged', async (path) => {
    const { code, stderr } = await repositoryWithIgnored().run([path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('a path that is named in a message', () => {
  it.each([
    ['a token', `${'ghp_'}${'Ab3dE6gH9jK2mN5pQ8sT'}${'1vW4yZ7bC0eF3hJ6'}.md`, 'Ab3dE6gH9jK2mN5p'],
    ['a command of the terminal', 'a\u001b[2Jb.md', '\u001b'],
    ['a line of its own', 'a\n::error::b.md', '\n::error'],
  ])('is not %s', async (_, path, unsaid) => {
    const { code, stderr } = await new TestRepository().run([path]);
    expect(code).toBe(2);
    expect(stderr).toContain('does not exist.');
    expect(stderr).not.toContain(unsaid);
  });
});

describe('where all reports go to files, standard error has the verdict', () => {
  it.each([
    [{ 'a.md': '- decision_status: approved.\n' }, 1, /^✖ 1 error in 1 file, judged 1 file, 29 bytes/],
    [{ 'a.md': 'a\n' }, 0, /^✔ no findings, judged 1 file, 2 bytes/],
  ])('%j', async (files, code, line) => {
    const repository = new TestRepository();
    repository.write({ ...files, '.gitignore': 'reports\n' }).commit();
    const ended = await repository.run([
      'a.md',
      '--format',
      'json:reports/a.json',
      '--format',
      'pretty:reports/a.txt',
    ]);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trimEnd()).not.toContain('\n');
  });

  it('is told what was judged, and no more, where a report is printed', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    const { stderr } = await repository.run(['--format', 'json', '--format', 'sarif:reports.sarif']);
    expect(stderr).toBe('1 file, 2 bytes\n');
  });
});

describe('two reports to one file', () => {
  it.each([
    ['check', ['json:o.txt', 'sarif:o.txt'], 2],
    ['check', ['json:o.txt', 'junit:./reports/../o.txt'], 2],
    ['check', ['json:o.txt', 'sarif:o.sarif'], 0],
    ['check', ['json:o.txt', 'pretty'], 0],
    ['merge', ['json:o.txt', 'sarif:o.txt', 'no-report.json'], 2],
  ])('%s %j: exit %i', async (command, formats, code) => {
    const repository = new TestRepository();
    repository.write({ '.gitignore': 'o.*\n' }).commit();
    const args = formats.flatMap((one) =>
      one.includes(':') || one === 'pretty' ? ['--format', one] : [one],
    );
    const ended = await repository.run([command, ...args]);
    expect(ended.code).toBe(code);
    expect(ended.stderr.includes('Two formats would go to one file.')).toBe(code === 2);
  });
});

describe('--range auto on a branch', () => {
  function withUpstream(): TestRepository {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    repository.git('branch', '--quiet', 'shared');
    repository.git('branch', '--quiet', '--set-upstream-to=shared');
    return repository;
  }

  it('that has nothing new is 0, and says so', async () => {
    const { code, stderr } = await withUpstream().run(['--range', 'auto']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'cto-lint: The branch has no commit that its upstream does not have: nothing is new.\n',
    });
  });

  it('that has something new judges it', async () => {
    const repository = withUpstream();
    repository.write({ 'a.md': '- decision_status: approved.\n' }).commit();
    expect((await repository.run(['--range', 'auto'])).code).toBe(1);
  });

  it.each([
    ['HEAD..HEAD', 'the same commit.\n  Name an older base, as in `HEAD~1..HEAD`, or add `--allow-empty`'],
    ['HEAD..HEAD~1', 'or has all of it.\n  Swap its sides, or add `--allow-empty`'],
  ])('%s has nothing to judge, and says what would', async (range, said) => {
    const repository = withUpstream();
    repository.write({ 'a.md': 'b\n' }).commit();
    const { code, stderr } = await repository.run(['--range', range]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it('proposes what can be done there', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': 'a\n' }).commit();
    const range = async () => (await repository.run(['--range', 'auto'])).stderr;
    expect(await range()).toMatch(
      /has no upstream.*\n {2}name a range, --range main\.\.HEAD, or .*--history\n$/,
    );
    repository.git('remote', 'add', 'origin', '/nowhere');
    expect(await range()).toMatch(
      /has no upstream.*\n {2}set one, git branch --set-upstream-to=origin\/main, or/,
    );
    repository.git('checkout', '--quiet', '--detach');
    expect(await range()).toMatch(/HEAD is detached.*\n {2}name a range: --range origin\/main\.\.HEAD\n$/);
  });
});

describe('an option that gate does not know', () => {
  it.each([
    [['gate', 'ca', 'run', '--task', 'x'], true],
    [['gate', '--task', 'x', '--', 'ca', 'run'], false],
    [['status', '--task'], false],
  ])('%j: that `--` is missing is said: %j', async (args, hinted) => {
    const { code, stderr } = await new TestRepository().run(args);
    expect(code).toBe(2);
    expect(stderr).toContain("Unknown option '--task'");
    expect(stderr.includes('`cto-lint gate -- COMMAND …`')).toBe(hinted);
  });
});

describe('targets hash', () => {
  it.each([['/srv/shop'], ['~/src/shop'], ['C:\\src\\shop']])('%j has a hash', async (path) => {
    const { code, stdout } = await new TestRepository().run(['targets', 'hash', path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^sha256:[0-9a-f]{64}\n$/);
  });

  it.each([['src/x'], ['.'], ['../x'], ['/'], ['~'], ['~bob/x'], ['github.com/acme/x']])(
    '%j has none, which is a mistake of the command line',
    async (path) => {
      const { code, stdout, stderr } = await new TestRepository().run(['targets', 'hash', path]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^cto-lint: Only a folder is hashed whose path begins .+\n {2}Write .+\n$/);
    },
  );
});
