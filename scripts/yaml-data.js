import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Imports of `*.yaml` become data at build time, so that starting parses no YAML. */
export const yamlData = {
  name: 'yaml-data',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      loader: 'json',
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
    }));
  },
};
