import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { yamlBundling } from '../scripts/yaml-data.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles a measuring program, since Node 20 runs no TypeScript, and runs it with the arguments of this process. */
export async function runBundled(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'cto-lint-bench-'));
  const outfile = join(folder, 'measure.cjs');
  try {
    await build({
      entryPoints: [join(here, entry)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      // As the tool is built: jsonc-parser's other form asks for files beside it.
      mainFields: ['module', 'main'],
      plugins: [yamlBundling],
      logLevel: 'error',
    });
    const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
      stdio: 'inherit',
      cwd: join(here, '..'),
    });
    process.exitCode = status ?? 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
