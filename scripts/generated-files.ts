import { RULES } from '../rules/registry.ts';
import { jsonSchemas } from './json-schemas.ts';
import { policyPage } from './policy-page.ts';
import { rulePage, ruleTable } from './rule-pages.ts';

/** Every file that is made from the sources, with the text that it should have. A test holds them against the disk. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`docs/rules/${rule.id}.md`, rulePage(rule));
  files.set('docs/rules/README.md', ruleTable(RULES));
  files.set('docs/policy.md', policyPage());
  for (const [name, schema] of jsonSchemas())
    files.set(`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
  return files;
}
