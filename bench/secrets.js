// How well secrets are found, by class and by type, and how rarely anything else, beside secretlint and gitleaks:
// `node bench/secrets.js --corpus CLONE… --documents FOLDER…`, where a corpus is a clone of gitleaks, betterleaks, noseyparker,
// kingfisher, titus, trufflehog, detect-secrets, semgrep-rules or secretlint (their own test cases are read), and documents
// hold no secrets: python/peps, kubernetes/enhancements, rust-lang/rfcs. Fails where a floor is not kept. `npm ci --prefix
// bench` brings secretlint; gitleaks is taken from the path, or from --gitleaks FILE.
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
    entryPoints: [join(here, 'secrets/measure.ts')],
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
