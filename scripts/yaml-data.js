import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const ENDING = /\.yaml$/;

/** For esbuild. Imports of `*.yaml` become data at build time, so that starting parses no YAML. */
export const yamlBundling = {
  name: 'yaml-data',
  setup(build) {
    // As a text: V8 reads one faster than an expression of the same, and keeps it smaller.
    build.onLoad({ filter: ENDING }, ({ path }) => ({
      loader: 'js',
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(path, 'utf8'))))});`,
    }));
  },
};

/** The same for vitest, which runs the sources. */
export const yamlTesting = {
  name: 'yaml-data',
  transform: (text, id) =>
    ENDING.test(id) ? { code: `export default ${JSON.stringify(parse(text))}`, map: null } : undefined,
};
