// How well copied evidence is found, and how rarely anything else: `node bench/evidence.js --documents FOLDER…`.
// Run directories are made from the output of real tools, each time anew; public documents are read from folders that
// you give (clones of python/peps, kubernetes/enhancements, rust-lang/rfcs, say). Fails where a floor is not kept.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cto-lint-bench-'));
const outfile = join(folder, 'measure.cjs');
try {
  await build({
    entryPoints: [join(here, 'evidence/measure.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
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
