// `npm run build && npm run bench -- REPOSITORY [RUNS] [FILES…]`: the hook, the tree and history of a repository on disk,
// trees of 1,000, 10,000 and 100,000 files (or of as many as are named), against other tools and against the floor, git's
// own reading of the same blobs; and what it takes to index 50 MB of runs. Prints tables; saves them with pictures in
// bench/results. secretlint is measured after `npm ci --prefix bench`; gitleaks and rg where they are installed. How much
// evidence is found: bench/evidence.js.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHookRepository } from './hook-repository.js';
import { growthOf, pictureOf } from './picture.js';
import { makeRunDirectories } from './run-directories.js';
import { compare, tableOf } from './time.js';
import { historyCommands, hookCommands, indexCommands, treeCommands } from './tools.js';
import { makeTreeRepository } from './tree-repository.js';

const results = join(dirname(fileURLToPath(import.meta.url)), 'results');

const [given, runs = '5', ...sizes] = process.argv.slice(2);
if (given === undefined) {
  console.error('Name a repository on disk: npm run bench -- REPOSITORY [RUNS] [FILES…]');
  process.exit(2);
}
const trees = sizes.length > 0 ? sizes.map(Number) : [1000, 10_000, 100_000];

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

function measured(title, commands, times, size) {
  const rows = compare(commands, times);
  console.log(tableOf(title, rows, size));
  return { title, rows, size };
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
  const staged = makeHookRepository(join(folder, 'hook'));
  const inRuns = makeRunDirectories(join(folder, 'runs'), 10, 50_000);
  const parts = [
    measured(
      'hook, 5 staged documents of 3,000 files',
      hookCommands(join(folder, 'hook'), staged, config),
      Number(runs) * 3,
    ),
    measured(
      `tree, ${sizeText(inTree)}`,
      treeCommands(clone, join(folder, 'tree'), config),
      Number(runs),
      inTree,
    ),
    measured(
      `history, ${sizeText(inHistory)}`,
      historyCommands(clone, join(folder, 'history')),
      Number(runs),
      inHistory,
    ),
    measured(
      `index of evidence, ${inRuns.megabytes.toFixed(1)} MB of logs`,
      indexCommands(join(folder, 'hook'), join(folder, 'runs')),
      Number(runs),
      inRuns,
    ),
  ];
  const growth = trees.map((files) => {
    const repository = join(folder, `tree-${files}`);
    makeTreeRepository(repository, files);
    const input = join(folder, `tree-${files}.blobs`);
    const size = blobList(repository, input, 'tree');
    const title = `tree of ${files.toLocaleString('en')} files, ${size.megabytes.toFixed(1)} MB`;
    return measured(title, treeCommands(repository, input, config), Number(runs), size);
  });
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, 'bench.md'),
    [...parts, ...growth].map(({ title, rows, size }) => tableOf(title, rows, size)).join('\n'),
  );
  writeFileSync(join(results, 'bench.svg'), pictureOf([...parts, ...growth]));
  writeFileSync(join(results, 'growth.svg'), growthOf(growth));
  console.log(`Saved as ${join(results, 'bench.md')}, bench.svg and growth.svg.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
