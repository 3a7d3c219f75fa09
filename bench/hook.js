// The hook as people feel it: a repository of 3,000 files with 5 staged documents, against a bare start of Node and
// against secretlint on the same five files. `npm run build && node bench/hook.js [RUNS]`; `npm ci --prefix bench` first.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, printTable } from './time.js';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../dist/main.js');
const secretlint = join(here, 'node_modules/.bin/secretlint');
const FILES = 3000;

const repository = mkdtempSync(join(tmpdir(), 'cto-lint-bench-'));
const git = (...args) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });

function page(number) {
  const item = String(number).padStart(3, '0').slice(-3);
  const text =
    `A paragraph about part ${number} of the plan, which says what is to be done and by whom. `.repeat(12);
  return `---
title: Plan ${number}
status: draft
lifecycle_classification: sot
owner: ada
created: 2026-03-01
last_reviewed: 2026-03-02
core_promotion_status: not-promoted
route: bench
---

# Plan ${number}

Local planning SOT only. Not a Core Protocol. Not active Core authority.

## Part ${item}

${text}

- decision_status: not_decided.
`;
}

try {
  git('init', '-q');
  git('config', 'user.name', 'bench');
  git('config', 'user.email', 'bench@example.com');
  for (let number = 0; number < FILES; number++) {
    const folder = join(repository, `src/part-${number % 60}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file-${number}.ts`), `export const value${number} = ${number};\n`.repeat(40));
  }
  git('add', '-A');
  git('commit', '-qm', 'files');
  const staged = [1, 2, 3, 4, 5].map((number) => `plans/.sot/plan-${number}.md`);
  mkdirSync(join(repository, 'plans/.sot'), { recursive: true });
  for (const [number, path] of staged.entries()) writeFileSync(join(repository, path), page(number));
  writeFileSync(
    join(repository, '.secretlintrc.json'),
    '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}',
  );
  git('add', ...staged);
  const cwd = repository;
  const commands = [
    { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], cwd },
    { name: 'cto-lint --staged', command: process.execPath, args: [cli, '--staged'], cwd },
  ];
  if (existsSync(secretlint)) {
    const config = join(repository, '.secretlintrc.json');
    commands.push({
      name: 'secretlint, same files',
      command: secretlint,
      args: ['--secretlintrc', config, ...staged],
      cwd: here,
    });
    commands.at(-1).args = ['--secretlintrc', config, ...staged.map((path) => join(repository, path))];
  } else console.log('secretlint is left out: run `npm ci --prefix bench` to have it measured too.');
  printTable(
    'hook, 5 staged documents of 3,000 files',
    compare(commands, Number(process.argv[2] ?? 15)),
    'node -e 0',
  );
} finally {
  rmSync(repository, { recursive: true, force: true });
}
