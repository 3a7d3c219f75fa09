import { jsonSchemas } from './json-schemas.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
}

interface Row {
  readonly key: string;
  readonly is: string;
  readonly says: string;
}

/** A name's own description says how a name is written, which the page says once. */
const OF_EVERY_NAME = /^A name: up to/;

function alternatives({ anyOf, oneOf }: Schema): readonly Schema[] {
  return anyOf ?? oneOf ?? [];
}

function typeOf(schema: Schema): string {
  const { type, enum: values, items, prefixItems, format } = schema;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
  if (alternatives(schema).length > 0) return [...new Set(alternatives(schema).map(typeOf))].join(' or ');
  if (prefixItems !== undefined) return `pair of ${typeOf(prefixItems[0]!)}`;
  if (type === 'array') return items === undefined ? 'list' : `list of ${typeOf(items)}`;
  if (type === 'object') return 'mapping';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer') return 'whole number';
  if (format === 'date') return 'date';
  return schema.description !== undefined && OF_EVERY_NAME.test(schema.description) ? 'name' : 'text';
}

function defaultOf({ default: value }: Schema): string {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain ? ` Left out: \`${String(value)}\`.` : '';
}

function saysOf(schema: Schema): string {
  const own = schema.description ?? schema.items?.description ?? '';
  return (OF_EVERY_NAME.test(own) ? '' : own) + defaultOf(schema);
}

/** Keys below a schema: `NAME` stands for a key that the policy chooses, `[]` for each entry of a list. */
function below(schema: Schema, path: string): readonly Row[] {
  const { properties, additionalProperties, items } = schema;
  const own = Object.entries(properties ?? {}).flatMap(([key, value]) => rowsOf(value, `${path}.${key}`));
  const chosen = typeof additionalProperties === 'object' ? below(additionalProperties, `${path}.NAME`) : [];
  const entries = items === undefined ? [] : below(items, `${path}[]`);
  const seen = new Map(
    alternatives(schema)
      .flatMap((one) => below(one, path))
      .map((row) => [row.key, row]),
  );
  return [...own, ...chosen, ...entries, ...seen.values()];
}

function rowsOf(schema: Schema, path: string): readonly Row[] {
  return [{ key: path, is: typeOf(schema), says: saysOf(schema) }, ...below(schema, path)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ').trim();
}

function section([key, schema]: readonly [string, Schema]): string {
  const rows = below(schema, key).map((row) => `| \`${row.key}\` | ${cell(row.is)} | ${cell(row.says)} |`);
  const table = rows.length === 0 ? [] : ['', '| key | is | says |', '| --- | --- | --- |', ...rows];
  const says = saysOf(schema).trim();
  return [`## ${key}`, '', `${typeOf(schema)}.${says === '' ? '' : ` ${says}`}`, ...table].join('\n');
}

const HEAD = `# The policy file

\`cto-lint.config.yaml\` (or \`.json\`) at the root: data only. With \`extends: cto\`, lists add to the inherited ones, mappings are
merged key by key, and entries of \`rules\` replace. An unknown key, a bad glob or a bad pattern is an error with its line.
The built-in policy is such a file: [src/policy/cto.yaml](../src/policy/cto.yaml). This page is made from the schema that the
checker reads with; editors read the same from \`schemas/cto-lint.config.schema.json\`.

A *name* has up to 80 letters, digits, spaces and \`. _ / : @ # ( ) -\`. \`NAME\` in a key is one that the policy chooses, \`[]\` each
entry of a list. Globs are relative to the root, and compared without regard to case.`;

/** The reference of every key, from the schema. */
export function policyPage(): string {
  const schema = jsonSchemas().get('cto-lint.config') as Schema;
  const keys = Object.entries(schema.properties ?? {}).filter(([key]) => key !== '$schema');
  return `${[HEAD, ...keys.map(section)].join('\n\n')}\n`;
}
