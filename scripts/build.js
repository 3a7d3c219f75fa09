import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledLicences } from './licences.js';
import { yamlBundling } from './yaml-data.js';

rmSync('dist', { recursive: true, force: true });

const { metafile } = await build({
  metafile: true,
  entryPoints: { main: 'src/main.ts', cli: 'src/process.ts', index: 'src/index.ts', thread: 'src/thread.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  // jsonc-parser's `main` is a UMD file whose require() no bundler can follow.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  minify: true,
  keepNames: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  // Asked for by libraries, for what is never used of them: js-yaml by gray-matter, whose engine is another here; links
  // made of plain text by markdown-it.
  alias: {
    'js-yaml': './scripts/unused.cjs',
    'linkify-it': './scripts/unused.cjs',
  },
  plugins: [yamlBundling],
  // simple-git, gray-matter and micromatch are CommonJS inside: their require() of Node's modules needs one.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});

writeFileSync('dist/LICENCES-OF-BUNDLED-PACKAGES.txt', bundledLicences(metafile));
