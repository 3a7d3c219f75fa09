import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { entitiesBundling } from './entities-data.js';
import { bundledLicences } from './licences.js';
import { bundleScripts } from './script-bundles.js';
import { yamlBundling } from './yaml-data.js';

rmSync('dist', { recursive: true, force: true });

const shared = {
  metafile: true,
  bundle: true,
  platform: 'node',
  // jsonc-parser's `main` is a UMD file whose require() no bundler can follow.
  mainFields: ['module', 'main'],
  target: 'node20.19',
  // A profile of the unminified program has the names of its functions.
  minify: !process.env.UNMINIFIED,
  legalComments: 'none',
  // Asked for by libraries, for what is never used of them: js-yaml by gray-matter, whose engine is another here; links
  // made of plain text by markdown-it.
  alias: {
    'js-yaml': './scripts/unused.cjs',
    'linkify-it': './scripts/unused.cjs',
  },
  plugins: [yamlBundling, entitiesBundling],
};

/** The command line: a program that runs scripts, with what V8 compiled of them kept between runs. */
async function buildProgram() {
  const { metafile, scripts, version } = await bundleScripts(shared);
  await build({
    ...shared,
    entryPoints: { main: 'src/main.ts', thread: 'src/start/thread.ts' },
    outdir: 'dist',
    // A module would have Node load all that reads modules, which takes a tenth of the time that it starts in.
    format: 'cjs',
    define: {
      SCRIPTS_VERSION: JSON.stringify(version),
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
  });
  writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
  mkdirSync('dist/scripts');
  for (const { path, text } of scripts) writeFileSync(path, text, 'latin1');
  return metafile;
}

/** What others import. */
async function buildModules() {
  const { metafile } = await build({
    ...shared,
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist',
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    keepNames: true,
    chunkNames: 'chunks/[name]-[hash]',
    // simple-git, gray-matter and micromatch are CommonJS inside: their require() of Node's modules needs one.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  });
  return metafile;
}

const metafiles = [await buildProgram(), await buildModules()];
const inputs = Object.assign({}, ...metafiles.map((one) => one.inputs));
writeFileSync('dist/LICENCES-OF-BUNDLED-PACKAGES.txt', bundledLicences({ inputs }));
