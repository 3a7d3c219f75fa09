import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findSecrets } from '../../src/secrets/find-secrets.ts';

export interface Scanner {
  readonly name: string;
  /** How many findings each text has, in the order of the texts. */
  readonly scan: (texts: readonly string[]) => Promise<readonly number[]>;
}

const ours: Scanner = {
  name: 'cto-lint',
  scan: async (texts) => {
    const counts: number[] = [];
    for (const text of texts) {
      const { spans, more } = await findSecrets(text, { path: 'text.txt' });
      counts.push(spans.length + more);
    }
    return counts;
  },
};

/** Each text a file of its own in a folder that is removed again; `run` gives the number of each file with findings. */
function onFiles(name: string, run: (folder: string) => Iterable<string>): Scanner {
  return {
    name,
    scan: async (texts) => {
      const folder = mkdtempSync(join(tmpdir(), 'cto-lint-bench-'));
      try {
        mkdirSync(join(folder, 'texts'));
        for (const [at, text] of texts.entries()) writeFileSync(join(folder, 'texts', `${at}.txt`), text);
        const counts = texts.map(() => 0);
        for (const path of run(folder)) {
          const at = Number(/(\d+)\.txt$/.exec(path)?.[1]);
          counts[at] = (counts[at] ?? 0) + 1;
        }
        return counts;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function start(command: string, args: readonly string[], cwd: string): string {
  const { error, status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (error) throw error;
  if (status === null || status > 1) throw new Error(`${command} ended with ${status}`);
  return stdout;
}

function secretlint(modules: string): Scanner {
  return onFiles('secretlint', (folder) => {
    const preset = join(modules, '@secretlint/secretlint-rule-preset-recommend');
    writeFileSync(join(folder, '.secretlintrc.json'), JSON.stringify({ rules: [{ id: preset }] }));
    const output = start(join(modules, '.bin/secretlint'), ['--format', 'json', 'texts/*.txt'], folder);
    const results = JSON.parse(output) as { filePath: string; messages: unknown[] }[];
    return results.flatMap(({ filePath, messages }) => messages.map(() => filePath));
  });
}

function gitleaks(program: string): Scanner {
  return onFiles('gitleaks', (folder) => {
    const report = join(folder, 'report.json');
    const args = [
      'detect',
      '--no-git',
      '--source',
      'texts',
      '--exit-code',
      '0',
      '--no-banner',
      '--report-format',
      'json',
    ];
    start(program, [...args, '--report-path', report], folder);
    return (JSON.parse(readFileSync(report, 'utf8')) as { File: string }[]).map(({ File }) => File);
  });
}

/** Those that are installed here; the others are named as missing. */
export function scannersHere(modules: string, gitleaksProgram: string): readonly Scanner[] {
  const scanners = [ours];
  if (existsSync(join(modules, '.bin/secretlint'))) scanners.push(secretlint(modules));
  else console.log('secretlint is missing: npm ci --prefix bench');
  if (spawnSync(gitleaksProgram, ['version']).status === 0) scanners.push(gitleaks(gitleaksProgram));
  else console.log('gitleaks is missing: put it on the path, or name it with --gitleaks FILE');
  return scanners;
}
