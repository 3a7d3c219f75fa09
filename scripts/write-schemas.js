import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';

// Node 20 runs no TypeScript, so the schemas are bundled first.
const { outputFiles } = await build({
  entryPoints: ['scripts/schemas.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { schemaFiles } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
for (const [path, text] of schemaFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
