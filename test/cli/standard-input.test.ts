import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestRepository } from '../support/repository.ts';
import { TOOL } from '../support/spawn.ts';

const LIMIT = 'limits: { fileBytes: 100 }\n';

describe('standard input', () => {
  it.each([
    ['--stdin', '--stdin-filename', 'a.md'],
    ['pre-push', 'origin'],
  ])('that cannot be read is no empty one: %s', (...args) => {
    const repository = new TestRepository();
    repository.write({ 'a.md': '# A\n' }).commit();
    const read = (path: string, flags: string): { code: number | null; stdout: string; stderr: string } => {
      const input = openSync(path, flags);
      const { root: cwd, env } = repository;
      const stdio = [input, 'pipe', 'pipe'] as const;
      const ended = spawnSync(process.execPath, [TOOL, ...args], {
        cwd,
        env,
        stdio: [...stdio],
        encoding: 'utf8',
      });
      closeSync(input);
      return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
    };
    const refused = {
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^cto-lint: Standard input cannot be read\.\n {2}Give a file or a pipe/),
    };
    expect(read(repository.root, 'r')).toEqual(refused);
    expect(read(join(repository.root, '../only-written'), 'w')).toEqual(refused);
    expect(read('/dev/null', 'r')).toMatchObject({ code: 0, stderr: '' });
    repository.write({ '../empty': '' });
    expect(read(join(repository.root, '../empty'), 'r')).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('limits.fileBytes', () => {
  it.each([
    ['of a path', 'a.txt', ['a.txt']],
    ['of standard input', 'a.txt', ['--stdin', '--stdin-filename', 'a.txt']],
    ['of a message', 'COMMIT_EDITMSG', ['--message', 'a.txt']],
  ])('is the limit %s', async (_, path, args) => {
    const repository = new TestRepository();
    const judged = (length: number): Promise<string[]> => {
      const input = 'x'.repeat(length);
      repository.write({ 'cto-lint.config.yaml': LIMIT, 'a.txt': input });
      return repository.findings(args, { input });
    };
    expect(await judged(101)).toEqual([`${path}:1:1 file/unreadable`]);
    expect(await judged(100)).toEqual([]);
  });

  it('is the same finding for a text that is far larger than the limit of the built-in policy', () => {
    const repository = new TestRepository();
    const input = 'word '.repeat(6_200_000);
    const { code, stdout } = repository.start(['--stdin', '--stdin-filename', 'a.md'], { input });
    expect({ code, first: stdout.split('\n')[0] }).toEqual({
      code: 1,
      first: 'a.md:1:1  error  The file is larger than what is judged.  file/unreadable',
    });
  });
});
