// `npm run build && npm run bench -- REPOSITORY [RUNS]`: the hook, and the tree and history of a repository on disk, against
// other tools and against the floor, git's own reading of the same blobs. Prints a table; saves it with a picture in
// bench/results. secretlint is measured after `npm ci --prefix bench`; gitleaks and rg where they are installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCodeRepository, makeHookRepository } from './hook-repository.js';
import { pictureOf } from './picture.js';
import { compare, tableOf } from './time.js';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../dist/main.js');
const secretlint = join(here, 'node_modules/.bin/secretlint');
const results = join(here, 'results');

const [given, runs = '5'] = process.argv.slice(2);
if (given === undefined) {
  console.error('Name a repository on disk: npm run bench -- REPOSITORY [RUNS]');
  process.exit(2);
}

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

function secretlintOf(paths, cwd, config) {
  if (!existsSync(secretlint)) return [];
  return [{ name: 'secretlint', command: secretlint, args: ['--secretlintrc', config, ...paths], cwd }];
}

function hook(folder, config) {
  const [documents, code, many] = ['documents', 'code', 'many'].map((name) => join(folder, name));
  for (const one of [documents, code, many]) mkdirSync(one);
  const staged = makeHookRepository(documents);
  makeCodeRepository(code);
  makeHookRepository(many, 100_000);
  const staging = (name, cwd) => ({ name, command: process.execPath, args: [cli, '--staged'], cwd });
  return [
    { name: 'node -e 0', command: process.execPath, args: ['-e', '0'], cwd: documents },
    staging('cto-lint --staged', documents),
    staging('cto-lint --staged, code alone', code),
    staging('cto-lint --staged, 100,000 files in the index', many),
    ...secretlintOf(staged, documents, config),
  ];
}

/** The ids of some objects' blobs, in a file that `git cat-file` reads as its input. */
function blobList(repository, file, scope) {
  const git = (args, input) =>
    execFileSync('git', args, { cwd: repository, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const ids =
    scope === 'tree'
      ? git(['ls-tree', '-r', '--format=%(objectname)', 'HEAD'])
      : git(['rev-list', '--objects', '--no-object-names', '--all']);
  const lines = git(['cat-file', '--batch-check'], ids).split('\n');
  const blobs = lines.filter((line) => line.split(' ')[1] === 'blob');
  writeFileSync(file, blobs.map((line) => `${line.split(' ')[0]}\n`).join(''));
  const bytes = blobs.reduce((sum, line) => sum + Number(line.split(' ')[2]), 0);
  return { files: blobs.length, megabytes: bytes / 1e6 };
}

function floor(repository, input) {
  return {
    name: 'git cat-file --batch',
    command: 'git',
    args: ['cat-file', '--batch', '--buffer'],
    cwd: repository,
    input,
  };
}

function tree(repository, input, config) {
  return [
    floor(repository, input),
    { name: 'cto-lint', command: process.execPath, args: [cli], cwd: repository },
    ...secretlintOf(['**/*'], repository, config),
    ...(has('gitleaks')
      ? [{ name: 'gitleaks dir', command: 'gitleaks', args: ['dir', '.'], cwd: repository }]
      : []),
    ...(has('rg')
      ? [{ name: 'rg, one literal', command: 'rg', args: ['--hidden', '-c', 'ghp_'], cwd: repository }]
      : []),
  ];
}

function history(repository, input) {
  return [
    floor(repository, input),
    { name: 'cto-lint --history', command: process.execPath, args: [cli, '--history'], cwd: repository },
    ...(has('gitleaks')
      ? [{ name: 'gitleaks git', command: 'gitleaks', args: ['git', '.'], cwd: repository }]
      : []),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'cto-lint-bench-'));
try {
  const config = join(folder, 'secretlint.json');
  writeFileSync(config, '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}');
  mkdirSync(join(folder, 'hook'));
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '-q', '--no-local', resolve(given), clone]);
  const sizeText = ({ files, megabytes }) => `${files} blobs, ${megabytes.toFixed(1)} MB`;
  const [inTree, inHistory] = ['tree', 'history'].map((scope) => blobList(clone, join(folder, scope), scope));
  const parts = [
    ['hook, 5 staged documents of 3,000 files', hook(join(folder, 'hook'), config), undefined],
    [`tree, ${sizeText(inTree)}`, tree(clone, join(folder, 'tree'), config), inTree],
    [`history, ${sizeText(inHistory)}`, history(clone, join(folder, 'history')), inHistory],
  ];
  const measured = parts.map(([title, commands, size]) => {
    const rows = compare(commands, size === undefined ? Number(runs) * 3 : Number(runs));
    console.log(tableOf(title, rows, size));
    return { title, rows, size };
  });
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, 'bench.md'),
    measured.map(({ title, rows, size }) => tableOf(title, rows, size)).join('\n'),
  );
  writeFileSync(join(results, 'bench.svg'), pictureOf(measured));
  console.log(`Saved as ${join(results, 'bench.md')} and bench.svg.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
