import { afterEach, describe, expect, it } from 'vitest';
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
