// The command line as scripts: one of ours, and one of each larger library, which is loaded where it is needed.
import { createHash } from 'node:crypto';
import { build } from 'esbuild';

/** Not needed by a hook on a few documents without a policy file, or by one on code alone. */
const APART = ['@dagrejs/dagre', 'commander', 'markdown-it', 'simple-git', 'wrap-ansi', 'yaml', 'zod'];

/** The same, for those of which only functions, also of a class, are called: their script is run at the first call. */
const CALLED = ['jsonc-parser', 'micromatch', 're2js'];

function scriptName(library) {
  return library.replace(/^@/, '').replace('/', '-');
}

/** What a library exports, by name. Node 23 and later add `module.exports` to what a CommonJS module has. */
function exportsOf(library) {
  return Object.keys(library).filter((name) => name !== 'default' && name !== 'module.exports');
}

/** In place of a library: its exports, by name, from the script that holds it. */
const apart = {
  name: 'apart',
  setup(bundling) {
    const filter = new RegExp(`^(?:${APART.join('|')})$`);
    bundling.onResolve({ filter }, ({ path, kind, pluginData }) =>
      kind === 'entry-point' || pluginData === 'itself' ? undefined : { path, namespace: 'apart' },
    );
    bundling.onLoad({ filter: /.*/, namespace: 'apart' }, async ({ path }) => {
      const names = exportsOf(await import(path));
      // `catch` is an export of zod's: it can be the name of one, not of a constant.
      const members = names.map(
        (name, at) =>
          `const _${at} = /* @__PURE__ */ (() => library.${name})(); export { _${at} as ${name} };`,
      );
      return {
        contents: `const library = load(${JSON.stringify(scriptName(path))});
export default library.default;
${members.join('\n')}`,
      };
    });
  },
};

function functionsOf(library) {
  return exportsOf(library).filter((name) => typeof library[name] === 'function');
}

/** A function that does what one of a library does; of a class, one that has its functions. */
function standIn(library, name, from) {
  if (!/^class\b/.test(String(library[name]))) return `(...values) => ${from}.${name}(...values)`;
  return `new Proxy(function () {}, { get: (_, key) => ${from}.${name}[key] })`;
}

/** In place of a library: its functions, each of which loads it when it is called. */
const onDemand = {
  name: 'on-demand',
  setup(bundling) {
    // The first takes longer to load than a hook's work with it; most runs call no function of either.
    bundling.onResolve({ filter: /^node:(?:crypto|os)$/ }, ({ path, namespace }) =>
      namespace === 'on-demand' ? { path, external: true } : { path, namespace: 'on-demand' },
    );
    const filter = new RegExp(`^(?:${CALLED.join('|')})$`);
    bundling.onResolve({ filter }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, namespace: 'on-demand' },
    );
    bundling.onLoad({ filter: /.*/, namespace: 'on-demand' }, async ({ path }) => {
      const library = await import(path);
      const source = path.startsWith('node:') ? `require('${path}')` : `load('${scriptName(path)}')`;
      const whole = library.default ?? {};
      const named = functionsOf(library).map(
        (name) => `export const ${name} = ${standIn(library, name, 'library()')};`,
      );
      const members = functionsOf(whole).map((name) => `${name}: ${standIn(whole, name, 'whole()')}`);
      return {
        contents: `const library = () => ${source};
// CommonJS has no default: all of it is.
const whole = () => library().default ?? library();
${named.join('\n')}
export default { ${members.join(', ')} };`,
      };
    });
  },
};

/** esbuild leaves characters of regular expressions alone, and of these only: there, too, an escape is the same. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The texts of `dist/scripts`. A script is one expression, a function that is called with what it may use: see
 * src/start/scripts.ts. All is ASCII, so that a byte is a character.
 */
export async function bundleScripts(shared) {
  const { metafile, outputFiles } = await build({
    ...shared,
    entryPoints: [
      { in: 'src/process.ts', out: 'cli' },
      { in: 'src/thread.ts', out: 'thread' },
      ...[...APART, ...CALLED].map((library) => ({ in: library, out: scriptName(library) })),
    ],
    outdir: 'dist/scripts',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    banner: { js: '(function(load,require,module,exports,programUrl){' },
    footer: { js: '})' },
    define: { 'import.meta.url': 'programUrl' },
    supported: { 'dynamic-import': false },
    charset: 'ascii',
    plugins: [...shared.plugins, apart, onDemand],
    write: false,
  });
  const scripts = outputFiles.map(({ path, text }) => ({ path, text: inAscii(text) }));
  const hash = createHash('sha256');
  for (const { text } of scripts) hash.update(text);
  return { metafile, scripts, version: hash.digest('hex').slice(0, 16) };
}
