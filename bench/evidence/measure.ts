import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeIndex } from '../../src/evidence/index-file.ts';
import { indexOf } from './build-index.ts';
import { alarms, documentsIn, textsOf } from './documents.ts';
import { FLOOR, type Floors, LOWER, TOTAL } from './floors.ts';
import { generateRuns } from './generate-runs.ts';
import { chainBound } from './leak.ts';
import { evidenceFiles } from './pieces.ts';
import { Random } from './random.ts';
import { recall } from './recall.ts';
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

/** The table of transformations. */
function copies(runs: readonly string[], index: ReturnType<typeof indexOf>): boolean {
  const tables = LENGTHS.map((length) =>
    recall(
      runs,
      index,
      length,
      length === Infinity ? Math.ceil(Number(values.copies) / 2) : Number(values.copies),
      () => undefined,
    ),
  );
  let isGood = true;
  print(
    `\n${'found, of them errors (%)'.padEnd(28)}${LENGTHS.map((length) => (length === Infinity ? 'whole' : `${length} lines`).padEnd(12)).join('')}`,
  );
  for (const name of Object.keys(tables[0]!)) {
    const floors = LOWER[name] ?? FLOOR;
    const cells = tables.map((table) => table[name]!);
    isGood = holds(cells, floors) && isGood;
    print(
      `${name.padEnd(28)}${cells.map(cellText).join('')}${holds(cells, floors) ? '' : `  below ${floors.join(' ')}`}`,
    );
  }
  const totals = tables.map((table) =>
    Object.values(table).reduce((sum, cell) => ({
      copies: sum.copies + cell.copies,
      found: sum.found + cell.found,
      errors: sum.errors + cell.errors,
      byStructure: sum.byStructure + cell.byStructure,
    })),
  );
  print(`${'all'.padEnd(28)}${totals.map(cellText).join('')}`);
  return holds(totals, TOTAL) && isGood;
}

interface Counted {
  readonly copies: number;
  readonly found: number;
  readonly errors: number;
}

function cellText({ copies, found, errors }: Counted): string {
  return `${((100 * found) / copies).toFixed(1)} ${((100 * errors) / copies).toFixed(0)}`.padEnd(12);
}

function holds(cells: readonly Counted[], floors: Floors): boolean {
  return cells.every(({ copies, found }, column) => (100 * found) / copies >= floors[column]!);
}

function references(runs: readonly string[], index: ReturnType<typeof indexOf>): boolean {
  const random = new Random(11);
  const texts = Array.from({ length: 200 }, (_, number) => referenceDocument(random, runs, number));
  const { byIndex, byStructure } = alarms(texts, index, (text) => print(`an error in:\n${text}`));
  print(
    `\n200 documents that only reference: ${byIndex.errors + byStructure.errors} errors, ${byIndex.findings} and ${byStructure.findings} with a finding of the index and of structure`,
  );
  return byIndex.errors + byStructure.errors === 0;
}

function realDocuments(index: ReturnType<typeof indexOf>): boolean {
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
