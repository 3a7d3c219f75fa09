import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const ENDING = /\.yaml$/;

/** For esbuild. Imports of `*.yaml` become data at build time, so that starting parses no YAML. */
export const yamlBundling = {
  name: 'yaml-data',
  setup(build) {
    build.onLoad({ filter: ENDING }, ({ path }) => ({
      loader: 'json',
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
    }));
  },
};

/** The same for vitest, which runs the sources. */
export const yamlTesting = {
  name: 'yaml-data',
  transform: (text, id) =>
    ENDING.test(id) ? { code: `export default ${JSON.stringify(parse(text))}`, map: null } : undefined,
};
