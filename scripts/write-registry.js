// Writes rules/registry.ts: every rule module there is, in the order of ids. `npm run generate` calls it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

function modules() {
  return readdirSync('rules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`rules/${name}`).map((file) => `${name}/${file}`))
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

/** The text that the registry should have: a test holds it against the file. */
export function registryText() {
  const rules = modules().map((path) => {
    const name = /export const (\w+) = defineRule\(/.exec(readFileSync(`rules/${path}`, 'utf8'))?.[1];
    if (name === undefined) throw new Error(`rules/${path} exports no rule`);
    return { path, name };
  });
  const imports = rules.map(({ path, name }) => `import { ${name} } from './${path}';`);
  const list = rules.map(({ name }) => `  ${name},`);
  return `${["import type { AnyRule } from '../src/rule.ts';", ...imports].join('\n')}

/** Every rule, in the order of ids. Written by \`npm run generate\`. */
export const RULES: readonly AnyRule[] = [
${list.join('\n')}
];
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync('rules/registry.ts', registryText());
