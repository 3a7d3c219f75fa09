// Writes `dist/types`: the declarations of the programming interface and of what they reach, without zod, which is
// bundled and no dependency of whoever installs the package, and without Node's own types, which nobody has to install. `npm run build:types`, and before a package is packed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize, relative } from 'node:path';

const OUT = 'dist/types';

/** Types that the sources infer from schemas, by the file that exports them. The compiler writes each out in full. */
const INFERRED = {
  'src/policy/schema': { PolicyData: 'policySchema' },
  'src/documents/kinds/formats': {
    AdmissionData: 'admissionFormat',
    BuildReportData: 'buildReportFormat',
    GeneratedConfigData: 'generatedConfigFormat',
    LocalAdapterData: 'localAdapterFormat',
  },
};

/** A module whose declarations are those types: of a constant the compiler writes the type, not the name of one. */
function expansion(file) {
  const names = Object.entries(INFERRED[file]);
  const imports = names.map(([, schema]) => schema).join(', ');
  const constants = names.map(([type, schema]) => `export const ${type} = ${schema}.parse(0);\n`);
  return `import { ${imports} } from '../${file}.ts';\n${constants.join('')}`;
}

function emit(folder) {
  const files = Object.keys(INFERRED).map((file, at) => {
    const path = join(folder, `expanded-${at}.ts`);
    writeFileSync(path, expansion(file));
    return [file, `${OUT}/${relative('.', path).replace(/\.ts$/, '.d.ts')}`];
  });
  const config = {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      noErrorTruncation: true,
      outDir: `../${OUT}`,
      rootDir: '..',
    },
    include: ['../src/index.ts', '../src/policy/yaml-modules.d.ts', './*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', folder], { stdio: 'inherit' });
  return files;
}

/** `export declare const PolicyData: {…}` → `export type PolicyData = {…}`, names imported once. */
function withoutSchemas(file, text) {
  return text
    .replace(/^export declare const (\w+): /gm, 'export type $1 = ')
    .replace(/import\("[^"]*\/name\.ts"\)\.Name/g, 'Name')
    .replace(/^/, `import type { Name } from '${relative(dirname(file), 'src/name.ts')}';\n`);
}

/** Functions that take a schema are no part of the interface. */
function withoutZod(text) {
  return text
    .replace(/^import type \{ z \} from 'zod';\n/m, '')
    .replace(/(?:^\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?^export declare function [^\n]*\bz\.[^\n]*\n/gm, '');
}

function withoutComments(text) {
  return text.replace(/\/\*(?:[^*]|\*(?!\/))*\*\//g, '');
}

function importsOf(text) {
  return [...text.matchAll(/(?:from|import\()\s*["'](\.[^"']+)\.ts["']/g)].map(([, path]) => path);
}

function collect(file, kept) {
  if (kept.has(file)) return;
  const text = withoutZod(readFileSync(`${OUT}/${file}.d.ts`, 'utf8'));
  if (/\bz\.|from ['"]zod/.test(text)) throw new Error(`${file} needs zod: name its type in build-types.js`);
  if (/\bNodeJS\.|\bBuffer\b|from ['"]node:/.test(withoutComments(text)))
    throw new Error(`${file} needs the types of Node: keep them out of what the interface names`);
  // `'./rule.ts'` → `'./rule.js'`: what every resolver finds the declaration of.
  kept.set(file, text.replace(/((?:from|import\()\s*["']\.[^"']+)\.ts(["'])/g, '$1.js$2'));
  for (const path of importsOf(text)) collect(normalize(join(dirname(file), path)), kept);
}

rmSync(OUT, { recursive: true, force: true });
const folder = mkdtempSync('expand-');
try {
  for (const [file, expanded] of emit(folder))
    writeFileSync(`${OUT}/${file}.d.ts`, withoutSchemas(file, readFileSync(expanded, 'utf8')));
  const kept = new Map();
  collect('src/index', kept);
  rmSync(OUT, { recursive: true });
  for (const [file, text] of kept) {
    mkdirSync(dirname(`${OUT}/${file}`), { recursive: true });
    writeFileSync(`${OUT}/${file}.d.ts`, text);
  }
  // They tell of modules, and the program beside them is none.
  writeFileSync(`${OUT}/package.json`, '{ "type": "module" }\n');
} finally {
  rmSync(folder, { recursive: true });
}
