// Writes what is made from the sources: rule pages, the policy reference, JSON Schemas. `npm run generate`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { yamlBundling } from './yaml-data.js';

// Node 20 runs no TypeScript: the generator is bundled beside the sources, run and taken away again.
const bundle = new URL('../dist/generate.mjs', import.meta.url);
await build({
  entryPoints: ['scripts/generated-files.ts'],
  outfile: bundle.pathname,
  bundle: true,
  format: 'esm',
  platform: 'node',
  plugins: [yamlBundling],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});
const { generatedFiles } = await import(bundle.href);
for (const [path, text] of generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
rmSync(bundle);
