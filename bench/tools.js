import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../dist/main.js');

/** A program of `npm ci --prefix bench`, or one that is installed; `undefined` where there is none. */
function found(program) {
  const own = join(here, 'node_modules/.bin', program);
  if (existsSync(own)) return own;
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined ? program : undefined;
}

/** A command of another tool, in a list that is empty where the tool is missing. */
function other(name, program, args, cwd) {
  const command = found(program);
  return command === undefined ? [] : [{ name, command, args, cwd }];
}

export function ctoLint(name, args, cwd) {
  return { name, command: process.execPath, args: [cli, ...args], cwd };
}

/** git's own reading of the blobs whose ids are in a file. */
export function floor(repository, input) {
  const args = ['cat-file', '--batch', '--buffer'];
  return { name: 'git cat-file --batch', command: 'git', args, cwd: repository, input };
}

export function hookCommands(folder, staged, config) {
  return [
    { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], cwd: folder },
    ctoLint('cto-lint --staged', ['--staged'], folder),
    ...other('secretlint', 'secretlint', ['--secretlintrc', config, ...staged], folder),
  ];
}

/** The second run of cto-lint has the verdicts of the one before, which the first and every other has not. */
export function treeCommands(repository, input, config) {
  return [
    floor(repository, input),
    ctoLint('cto-lint', ['--no-cache'], repository),
    ctoLint('cto-lint, second run', ['--cache'], repository),
    ...other('secretlint', 'secretlint', ['--secretlintrc', config, '**/*'], repository),
    ...other('gitleaks dir', 'gitleaks', ['dir', '.'], repository),
    ...other('rg, one literal', 'rg', ['--hidden', '-c', 'ghp_'], repository),
  ];
}

export function historyCommands(repository, input) {
  return [
    floor(repository, input),
    ctoLint('cto-lint, one thread', ['--history', '--no-cache', '--threads', '1'], repository),
    ctoLint('cto-lint', ['--history', '--no-cache'], repository),
    ctoLint('cto-lint, second run', ['--history', '--cache'], repository),
    ...other('gitleaks git', 'gitleaks', ['git', '.'], repository),
  ];
}

/** Indexes are written anew each time: an index that is there is only added to. The floor is reading the same files. */
export function indexCommands(repository, runs) {
  const index = (name, setting) => ({
    name,
    command: 'sh',
    args: [
      '-c',
      `rm -f index.jsonl; ${setting} exec "$0" "$1" evidence index "$2" -o index.jsonl`,
      process.execPath,
      cli,
      runs,
    ],
    cwd: repository,
  });
  return [
    {
      name: 'cat',
      command: 'sh',
      args: ['-c', 'exec cat "$0"/*/*.json "$0"/*/*/*.log', runs],
      cwd: repository,
    },
    index('cto-lint evidence index', `CTO_LINT_EVIDENCE_KEY=${'k'.repeat(40)}`),
    index('cto-lint, without a key', 'CTO_LINT_EVIDENCE_KEY='),
  ];
}
