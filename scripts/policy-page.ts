import { phrases } from '../src/policy/schema/wording.ts';
import { mergedPolicySchema } from './json-schemas.ts';

interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
}

interface Row {
  readonly key: string;
  /** It may not lack where the mapping is that it belongs to. */
  readonly isRequired: boolean;
  readonly is: string;
  readonly says: string;
}

function alternatives({ anyOf, oneOf }: Schema): readonly Schema[] {
  return anyOf ?? oneOf ?? [];
}

function many(type: string): string {
  return /^(?:name|key|glob|mapping|date)$/.test(type) ? `${type}s` : type;
}

function typeOf(schema: Schema): string {
  const { type, enum: values, items, prefixItems, format } = schema;
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(', ');
  if (alternatives(schema).length > 0) return [...new Set(alternatives(schema).map(typeOf))].join(' or ');
  if (prefixItems !== undefined) return `pair of ${typeOf(prefixItems[0]!)}`;
  if (type === 'array') return items === undefined ? 'list' : `list of ${many(typeOf(items))}`;
  if (type === 'object') return 'mapping';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer') return 'whole number';
  if (type === 'number') return 'number';
  if (format === 'date') return 'date';
  return schema.title ?? 'text';
}

function defaultOf({ default: value }: Schema): string {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain ? ` Left out: \`${String(value)}\`.` : '';
}

function saysOf(schema: Schema): string {
  const { description = '' } = schema;
  // What holds of all phrases the page says once.
  return (description === phrases.description ? '' : description) + defaultOf(schema);
}

/** Where a mapping of many keys was first written out, by its keys and what they say. */
type Written = Map<string, string>;

/** Keys below a schema: `NAME` stands for a key that the policy chooses, `[]` for each entry of a list. */
function below(schema: Schema, path: string, written: Written): readonly Row[] {
  const { additionalProperties, items } = schema;
  const own = propertyRows(schema, path, written);
  const chosen = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const named = chosen === undefined ? [] : chosenRows(chosen, `${path}.NAME`, written);
  const entries = items === undefined ? [] : below(items, `${path}[]`, written);
  return [...own, ...named, ...entries, ...alternativeRows(schema, path, written)];
}

/** A key that several alternatives have is told once, with what it is in any of them. */
function alternativeRows(schema: Schema, path: string, written: Written): readonly Row[] {
  const rows = new Map<string, Row>();
  const each = alternatives(schema).map((one) => below(one, path, written));
  for (const row of each.flat()) {
    const { is = row.is } = rows.get(row.key) ?? {};
    const isRequired = each.every((own) => own.some((one) => one.key === row.key && one.isRequired));
    rows.set(row.key, { ...row, isRequired, is: is.split(', ').includes(row.is) ? is : `${is}, ${row.is}` });
  }
  return [...rows.values()];
}

function propertyRows({ properties, required = [] }: Schema, path: string, written: Written): readonly Row[] {
  if (properties === undefined) return [];
  const keys = JSON.stringify(properties);
  const before = Object.keys(properties).length > 3 ? written.get(keys) : undefined;
  if (before !== undefined)
    return [{ key: path, isRequired: false, is: 'mapping', says: `Its keys are those of \`${before}\`.` }];
  written.set(keys, path);
  return Object.entries(properties).flatMap(([key, value]) =>
    rowsOf(value, `${path}.${key}`, written, required.includes(key)),
  );
}

/** What a mapping has under keys of the policy's choice: a row of its own where something is said of it. */
function chosenRows(schema: Schema, path: string, written: Written): readonly Row[] {
  const says = saysOf(schema);
  const own = says === '' ? [] : [{ key: path, isRequired: false, is: typeOf(schema), says }];
  return [...own, ...below(schema, path, written)];
}

function rowsOf(schema: Schema, path: string, written: Written, isRequired: boolean): readonly Row[] {
  return [
    { key: path, isRequired, is: typeOf(schema), says: saysOf(schema) },
    ...below(schema, path, written),
  ];
}

/** For a cell of a table; within backticks markdown takes `<` as it is. */
function cell(text: string): string {
  const escaped = text.replace(/(`[^`]*`)|</g, (_, code?: string) => code ?? '&lt;');
  return escaped.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function section([key, schema]: readonly [string, Schema], written: Written): string {
  const rows = below(schema, key, written).map(
    (row) => `| \`${row.key}\`${row.isRequired ? ' \\*' : ''} | ${cell(row.is)} | ${cell(row.says)} |`,
  );
  const table = rows.length === 0 ? [] : ['', '| key | is | says |', '| --- | --- | --- |', ...rows];
  const says = saysOf(schema).trim();
  return [`## ${key}`, '', `${capitalised(typeOf(schema))}.${says === '' ? '' : ` ${says}`}`, ...table].join(
    '\n',
  );
}

const HEAD = `# The policy file

\`cto-lint.config.yaml\` (or \`.json\`) at the root: data only. With \`extends: cto\`, lists add to the inherited ones, mappings are
merged key by key, and entries of \`rules\` replace. An unknown key, a bad glob or a bad pattern is an error with its line;
a policy under another name, such as \`cto-lint.config.yml\`, is an error too.
The built-in policy is such a file: [src/policy/cto.yaml](../src/policy/cto.yaml). This page is made from the schema that the
checker reads with; editors read the same from \`schemas/cto-lint.config.schema.json\`.

- A *name* has up to 80 letters, digits, spaces and \`. _ / : @ # ( ) -\`; a *key* is that of a field of a document.
- *Globs* are relative to the root, and compared without regard to case: \`README.md\`, \`vendor/**\` for what lies in a folder.
  One that no path could match (\`/README.md\`, \`./README.md\`, \`vendor/\`) is a bad one.
- *Phrases* are ${phrases.description!.replace(/^W/, 'w')}
- \`NAME\` in a key is one that the policy chooses, \`[]\` each entry of a list.
- A key with \\* has to be there where the mapping is that it belongs to; what is inherited counts.`;

/** The reference of every key, from the schema. */
export function policyPage(): string {
  const schema = mergedPolicySchema() as Schema;
  const keys = Object.entries(schema.properties ?? {}).filter(([key]) => key !== '$schema');
  const written: Written = new Map();
  return `${[HEAD, ...keys.map((one) => section(one, written))].join('\n\n')}\n`;
}
