import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EvidenceIndex } from '../../src/evidence/index/evidence-index.ts';
import { writeIndex } from '../../src/evidence/index/index-file.ts';
import { indexOf } from './build-index.ts';
import { alarms, documentsIn, textsOf } from './documents.ts';
import { FLOOR, type Floors, LOWER, OF_FILE, TOTAL, WITHOUT_KEY } from './floors.ts';
import { generateRuns } from './generate-runs.ts';
import { chainBound } from './leak.ts';
import { evidenceFiles } from './pieces.ts';
import { Random } from './random.ts';
import { type Cell, recall, recallByFile } from './recall.ts';
import { referenceDocument } from './references.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '24' },
    copies: { type: 'string', default: '150' },
    seed: { type: 'string', default: '42' },
    modules: { type: 'string', default: 'node_modules' },
  },
});

const KEY = 'a key for the measurement';
const LENGTHS = [3, 10, Infinity] as const;

const folder = mkdtempSync(join(tmpdir(), 'cto-lint-evidence-'));
try {
  const runs = generateRuns(
    folder,
    Number(values.runs),
    Number(values.seed),
    join(process.cwd(), values.modules),
  );
  process.exitCode = measure(runs) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(runs: readonly string[]): boolean {
  const index = indexOf(runs, KEY);
  const files = runs.flatMap((run) => evidenceFiles(run).map(({ lines }) => lines.join('\n')));
  const evidence = files.reduce((sum, text) => sum + text.length, 0);
  const before = process.cpuUsage();
  indexOf(runs, KEY);
  const { user, system } = process.cpuUsage(before);
  print(
    `${runs.length} runs, ${kilobytes(evidence / runs.length)} each; read at ${speed(evidence, (user + system) / 1e6)}`,
  );
  print(
    `index: ${kilobytes(writeIndex(index.parts, KEY).length / runs.length)} a run; without a key ${kilobytes(writeIndex(indexOf(runs, undefined).parts, undefined).length / runs.length)}`,
  );
  for (const [who, bits] of [
    ['any symbol', 5.2],
    ['a model of language', 2],
  ] as const) {
    const { reached, won } = chainBound(files, 2 ** 40, bits);
    print(
      `without a key, 2^40 guesses, ${who}: ${percent(reached)} of the steps, ${won.toFixed(1)} symbols beyond a known gram`,
    );
  }
  return [copies(runs, index), references(runs, index), realDocuments(index)].every((isGood) => isGood);
}

/** The tables: of transformations, and of the files that the pieces are of; with and without a key. */
function copies(runs: readonly string[], index: EvidenceIndex): boolean {
  const count = Number(values.copies);
  const byTransformation = LENGTHS.map((length) =>
    recall(runs, index, length, length === Infinity ? Math.ceil(count / 2) : count),
  );
  const byFile = LENGTHS.map((length) => recallByFile(runs, index, length, count));
  const isGood = table('found, of them errors (%)', byTransformation, (name) => LOWER[name] ?? FLOOR);
  const totals = byTransformation.map(sumOf);
  print(`${'all'.padEnd(28)}${totals.map(cellText).join('')}`);
  const isGoodByFile = table('by file', byFile, (name) => OF_FILE[name] ?? FLOOR);
  const keyless = indexOf(runs, undefined);
  const withoutKey = LENGTHS.map((length) => sumOf(recall(runs, keyless, length, Math.ceil(count / 5))));
  print(`\n${'without a key'.padEnd(28)}${withoutKey.map(cellText).join('')}`);
  return [isGood, isGoodByFile, holds(totals, TOTAL), holds(withoutKey, WITHOUT_KEY)].every((good) => good);
}

function table(
  title: string,
  columns: readonly Readonly<Record<string, Cell>>[],
  floorsOf: (name: string) => Floors,
): boolean {
  const lengths = LENGTHS.map((length) => (length === Infinity ? 'whole' : `${length} lines`).padEnd(12));
  print(`\n${title.padEnd(28)}${lengths.join('')}floors`);
  let isGood = true;
  for (const name of Object.keys(columns[0]!)) {
    const floors = floorsOf(name);
    const cells = columns.map((column) => column[name]!);
    const keeps = holds(cells, floors);
    isGood = keeps && isGood;
    print(`${name.padEnd(28)}${cells.map(cellText).join('')}${floors.join(' ')}${keeps ? '' : '  not kept'}`);
  }
  return isGood;
}

function sumOf(cells: Readonly<Record<string, Cell>>): Cell {
  return Object.values(cells).reduce((sum, { copies, found, errors }) => ({
    copies: sum.copies + copies,
    found: sum.found + found,
    errors: sum.errors + errors,
  }));
}

function cellText({ copies, found, errors }: Cell): string {
  return `${((100 * found) / copies).toFixed(1)} ${((100 * errors) / copies).toFixed(0)}`.padEnd(12);
}

function holds(cells: readonly Cell[], floors: Floors): boolean {
  return cells.every(({ copies, found }, column) => (100 * found) / copies >= floors[column]!);
}

function references(runs: readonly string[], index: EvidenceIndex): boolean {
  const random = new Random(11);
  const texts = Array.from({ length: 200 }, (_, number) => referenceDocument(random, runs, number));
  const { byIndex, byStructure } = alarms(texts, index, (text) => print(`an error in:\n${text}`));
  print(
    `\n200 documents that only reference: ${byIndex.errors + byStructure.errors} errors, ${byIndex.findings} and ${byStructure.findings} with a finding of the index and of structure`,
  );
  return byIndex.errors + byStructure.errors === 0;
}

function realDocuments(index: EvidenceIndex): boolean {
  const paths = documentsIn(values.documents);
  if (paths.length === 0) {
    print('\nno public documents: give folders of them with --documents');
    return true;
  }
  const { documents, bytes, byIndex, byStructure, cpuSeconds } = alarms(
    textsOf(paths),
    index,
    () => undefined,
  );
  print(`\n${documents} public documents, ${(bytes / 1e6).toFixed(0)} MB, at ${speed(bytes, cpuSeconds)}`);
  print(
    `index: ${byIndex.errors} errors, ${byIndex.findings} with any finding; structure: ${byStructure.errors} errors (${percent(byStructure.errors / documents)}), ${byStructure.findings} with any`,
  );
  return byIndex.errors === 0 && byStructure.errors / documents <= 0.0005;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function speed(bytes: number, seconds: number): string {
  return `${(bytes / 1e6 / seconds).toFixed(1)} MB/s of one core`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
