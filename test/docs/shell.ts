import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Ended } from '../support/command-line.ts';
import type { TestRepository } from '../support/repository.ts';

/** Puts a `cto-lint` on the PATH of a repository's commands: the built tool. */
export function withTool(repository: TestRepository): TestRepository {
  const start = `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/main.js')}' "$@"\n`;
  repository.executable('../bin/cto-lint', start);
  repository.env.PATH = `${join(repository.root, '../bin')}:${process.env.PATH}`;
  return repository;
}

/** Runs what a page tells to type, up to the first command that fails. */
export function shell(
  repository: TestRepository,
  script: string,
  { folder = '', input = '' }: { readonly folder?: string; readonly input?: string } = {},
): Ended {
  const cwd = join(repository.root, folder);
  const ended = spawnSync('bash', ['-e', '-c', script], {
    cwd,
    env: repository.env,
    input,
    encoding: 'utf8',
  });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}
