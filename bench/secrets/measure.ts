import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, classOf } from './case.ts';
import { readCorpus } from './corpora.ts';
import { filesIn, textOf } from './files.ts';
import { generatedCases } from './generated.ts';
import { type Scanner, scannersHere } from './scanners.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: [] },
    documents: { type: 'string', multiple: true, default: [] },
    gitleaks: { type: 'string', default: 'gitleaks' },
    types: { type: 'boolean', default: false },
  },
});

/** Percent of positives that are found, and findings in 50 MB of documents. */
const FLOORS: Readonly<Record<string, number>> = { together: 70, semgrep: 80, trufflehog: 71, generated: 99 };
const MOST_IN_50_MB = 3;

const scanners = scannersHere(join(process.cwd(), 'bench/node_modules'), values.gitleaks);
const broken: string[] = [];

void main();

async function main(): Promise<void> {
  process.exitCode = 2;
  await recall();
  await silence();
  for (const line of broken) console.log(`floor not kept: ${line}`);
  process.exitCode = broken.length > 0 ? 1 : 0;
}

async function recall(): Promise<void> {
  const cases = withoutTwins([...values.corpus.flatMap(readCorpus), ...generatedCases()]).filter(
    (one) => one.isPositive,
  );
  const found = new Map<Scanner, readonly number[]>();
  for (const scanner of scanners) found.set(scanner, await scanner.scan(cases.map(({ text }) => text)));
  const isPublic = (one: Case) => one.corpus !== 'generated';
  const print = (title: string, groupOf: (one: Case) => string | undefined) => {
    const groups = new Map<string, number[]>();
    for (const [at, one] of cases.entries()) {
      const group = groupOf(one);
      if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), at]);
    }
    heading(title, 'cases');
    for (const [group, members] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
      const shares = scanners.map((scanner) => share(members, found.get(scanner)!));
      row(
        group,
        members.length,
        shares.map((value) => value.toFixed(1)),
      );
      if (shares[0]! < (FLOORS[group] ?? 0))
        broken.push(`${group}: ${shares[0]!.toFixed(1)} % of ${FLOORS[group]} %`);
    }
  };
  print('recall % by corpus', ({ corpus }) => corpus);
  print('recall % of public cases', (one) => (isPublic(one) ? 'together' : undefined));
  print('recall % by class', (one) => (isPublic(one) ? classOf(one) : undefined));
  if (values.types) print('recall % by type', ({ corpus, type }) => `${corpus} ${type}`);
}

async function silence(): Promise<void> {
  const paths = values.documents
    .flatMap((folder) => [...filesIn(folder)])
    .filter(
      (path) => /\.(?:md|rst|txt|adoc|mediawiki|html|ya?ml)$/.test(path) && statSync(path).size < 5_000_000,
    );
  if (paths.length === 0) return;
  const texts = paths.map(textOf);
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  heading(`findings in ${megabytes.toFixed(1)} MB of documents`, 'files');
  const counts: number[] = [];
  for (const scanner of scanners)
    counts.push((await scanner.scan(texts)).reduce((sum, count) => sum + count, 0));
  row('all', paths.length, counts.map(String));
  if ((counts[0]! / megabytes) * 50 > MOST_IN_50_MB)
    broken.push(`${counts[0]} findings in ${megabytes.toFixed(1)} MB`);
}

function share(members: readonly number[], counts: readonly number[]): number {
  return (100 * members.filter((at) => counts[at]! > 0).length) / members.length;
}

/** Scanners copy each other's cases: each text counts once, for the corpus that comes first. */
function withoutTwins(cases: readonly Case[]): readonly Case[] {
  const first = new Map<string, Case>();
  for (const one of cases) if (!first.has(one.text)) first.set(one.text, one);
  return [...first.values()];
}

function heading(title: string, unit: string): void {
  console.log(
    `\n${title.padEnd(44)}${unit.padStart(8)}${scanners.map(({ name }) => name.padStart(12)).join('')}`,
  );
}

function row(name: string, count: number, cells: readonly string[]): void {
  console.log(
    `${name.slice(0, 43).padEnd(44)}${String(count).padStart(8)}${cells.map((cell) => cell.padStart(12)).join('')}`,
  );
}
