import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { spawned } from '../support/spawn.ts';

const CLI = resolve('dist/main.js');
const BAD = '- decision_status: approved.\n';

function bad(files = 1): TestRepository {
  const repository = new TestRepository();
  for (let at = 0; at < files; at++) repository.write({ [`f${at}.md`]: BAD.repeat(20) });
  return repository;
}

/** In a shell, as people put pipes around it; the exit code is that of the tool. */
function inShell(repository: TestRepository, command: string): { code: number | null; stderr: string } {
  const ended = spawnSync('bash', ['-c', command], {
    cwd: repository.root,
    env: { ...repository.env, NODE: process.execPath, CLI },
    encoding: 'utf8',
  });
  return { code: ended.status, stderr: ended.stderr };
}

const TOOL = '"$NODE" "$CLI"';

describe('J: a report that does not arrive is no verdict', () => {
  it.each([
    ['standard output is full', `${TOOL} >/dev/full`, 2],
    [
      'the reader of a long report leaves',
      `${TOOL} --format json | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`,
      2,
    ],
    ['standard error is full in a machine format', `${TOOL} --format json >/dev/null 2>/dev/full`, 2],
    ['nobody listens, and the verdict stands', `${TOOL} >/dev/null`, 1],
    [
      'the reader is slow and takes it all',
      `${TOOL} --format json | (sleep 1; cat >/dev/null); exit \${PIPESTATUS[0]}`,
      1,
    ],
  ])('%s', (_, command, code) => {
    const ended = inShell(bad(20), command);
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toMatch(/\n\s+at |internal fault/);
  });

  it('a file of a report that can’t be written is exit 2, a written one beside it changes nothing', () => {
    const repository = bad();
    expect(repository.start(['--format', 'json:/dev/full']).code).toBe(2);
    expect(repository.start(['--format', 'json:out/deep/report.json']).code).toBe(1);
  });
});

describe('J: an end that was not reached is 2', () => {
  it('by the clock of the policy, with one sentence', () => {
    const repository = bad(10).write({ 'cto-lint.config.yaml': 'limits: { seconds: 1 }\n' });
    // Tables take the longest to be read: these some ten seconds here, and more than one on a machine far faster.
    for (let at = 0; at < 100; at++)
      repository.write({ [`big${at}.md`]: `| a | decision_status: ${at} |\n`.repeat(4000) });
    const ended = repository.start([]);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^cto-lint: The run took longer than the policy’s limits\.seconds \(1\)/);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(2);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', null],
  ] as const)('%s is %j', async (signal, code) => {
    const repository = bad();
    const child = spawn(process.execPath, [CLI, '--stdin', '--stdin-filename', 'a.md'], {
      cwd: repository.root,
      env: repository.env,
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((settle) => child.on('exit', (status) => settle(status)));
    // Its input never ends, and is more than a pipe holds: once it is taken, the tool runs and waits for more.
    child.stdin.write('a fine line\n'.repeat(200_000), () => child.kill(signal));
    expect(await ended).toBe(code);
  });

  it.each([
    ['fails without a word', 'cat-file', 'exit 128'],
    ['is killed', 'cat-file', 'kill -9 $$'],
    ['answers nothing', 'cat-file', 'exit 0'],
    ['stops half-way through its answer', 'ls-tree', '"$REAL" "$@" | head -c 60'],
  ])('git %s', async (_, command, how) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': BAD, 'b.md': 'fine\n' }).commit();
    const real = spawnSync('which', ['git'], { encoding: 'utf8' }).stdout.trim();
    const fake = new TestRepository();
    fake.executable(
      'git',
      `#!/bin/sh\nREAL=${real}\ncase " $* " in *" ${command} "*) ${how} ;; *) exec $REAL "$@" ;; esac\n`,
    );
    const ended = await repository.run(['--rev', 'HEAD'], {
      env: { PATH: `${fake.root}:${process.env.PATH}` },
    });
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^cto-lint: .+\n {2}.+\n$/);
  });
});

describe('J: codes', () => {
  it('256 findings and more are 1, not 0', async () => {
    const { code, stdout } = await bad(13).run(['--format', 'json']);
    expect((JSON.parse(stdout) as { counts: { error: number } }).counts.error).toBeGreaterThanOrEqual(256);
    expect(code).toBe(1);
  });

  it.each([
    ['a promise that never settles', 'process.stdout.write = () => true;', 1],
    ['a code that somebody else set', "process.on('beforeExit', () => {}); process.exitCode = 256;", 60],
  ])('%s is no pass', (_, code, seconds) => {
    // No repository can have code loaded into the process: it comes by an option of Node.
    const repository = new TestRepository().write({
      'a.md': 'fine\n',
      'cto-lint.config.yaml': `limits: { seconds: ${seconds} }\n`,
      '.git/preload.mjs': code,
    });
    const env = { NODE_OPTIONS: `--import=${join(repository.root, '.git/preload.mjs')}` };
    const fine = /exitCode/.test(code);
    expect(repository.start([], { env }).code === 0).toBe(fine);
    expect(repository.write({ 'b.md': BAD }).start([], { env }).code).not.toBe(0);
  });
});

describe('J: two runs at once', () => {
  it('share nothing that could break', async () => {
    const repository = bad(3).commit();
    const runs = await Promise.all(
      [1, 2].map(() =>
        spawned(process.execPath, [CLI, '--history', '--format', 'json'], {
          cwd: repository.root,
          env: repository.env,
        }),
      ),
    );
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(runs.map(({ code }) => code)).toEqual([1, 1]);
  });
});

describe('J: size', () => {
  it('a hundred thousand paths beside the one that is staged are no arguments of anything', async () => {
    const repository = new TestRepository();
    const input = { cwd: repository.root, env: repository.env, encoding: 'utf8' } as const;
    const [fine, wrong] = ['fine\n', BAD].map((text) =>
      execFileSync('git', ['hash-object', '-w', '--stdin'], { ...input, input: text }).trim(),
    );
    const stage = (lines: readonly string[]): void =>
      void execFileSync('git', ['update-index', '--index-info'], {
        ...input,
        input: `${lines.join('\n')}\n`,
      });
    stage(Array.from({ length: 100_000 }, (_, at) => `100644 ${fine}\td${at % 100}/f${at}.txt`));
    repository.git('commit', '-q', '--no-verify', '-m', 'many');
    stage([`100644 ${wrong}\td50/z.md`]);
    const { findings, judged } = await repository.report(['--staged']);
    expect(findings.map(({ path }) => path)).toEqual(['d50/z.md']);
    expect(judged.files).toBe(1);
  });

  it('a huge blob is refused by its size, unread, and its small neighbour is judged', async () => {
    const repository = new TestRepository();
    repository.write({ 'a.md': '- decision_status: approved.\n' });
    writeFileSync(join(repository.root, 'big.bin'), '');
    truncateSync(join(repository.root, 'big.bin'), 60_000_000);
    repository.git('-c', 'core.compression=1', 'add', '-A');
    expect(await repository.findings(['--staged'])).toEqual([
      'a.md:1:20 decision/status-value',
      'big.bin:1:1 file/unreadable',
    ]);
  });

  it('the limit is the policy’s', async () => {
    const repository = new TestRepository();
    repository.write({
      'cto-lint.config.yaml': 'limits: { fileBytes: 100 }\n',
      'a.txt': 'x'.repeat(101),
      'b.txt': 'x'.repeat(100),
    });
    expect(await repository.findings([])).toEqual(['a.txt:1:1 file/unreadable']);
  });
});
