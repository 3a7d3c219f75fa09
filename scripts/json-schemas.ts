import { z } from 'zod';
import {
  admissionFormat,
  buildReportFormat,
  generatedConfigFormat,
  localAdapterFormat,
  taskFormat,
} from '../src/documents/kinds/formats.ts';
import { policySchema } from '../src/policy/schema.ts';
import { reportSchema } from '../src/report/schema.ts';

type Schema = Record<string, unknown>;

/**
 * A policy file may leave out whatever it extends has: nothing is required in mappings that are merged key by key.
 * Entries of lists are whole, and keep what they require.
 */
function partial(schema: Schema): Schema {
  const { required: _, properties, ...rest } = schema;
  if (properties === undefined) return rest;
  const own = Object.entries(properties as Record<string, Schema>).map(([key, value]) => [
    key,
    partial(value),
  ]);
  return { ...rest, properties: Object.fromEntries(own) };
}

function schemaOf(format: z.ZodType, title: string): Schema {
  return { title, ...(z.toJSONSchema(format, { io: 'input', unrepresentable: 'any' }) as Schema) };
}

/** What a policy is once it is merged: with the keys that it may not lack. */
export function mergedPolicySchema(): Schema {
  return schemaOf(policySchema, 'The policy of cto-lint');
}

/** JSON Schemas for editors and for readers of reports, from the schemas that the checker itself reads with. */
export function jsonSchemas(): ReadonlyMap<string, Schema> {
  return new Map([
    ['cto-lint.config', partial(mergedPolicySchema())],
    ['report', schemaOf(reportSchema, 'The JSON report of cto-lint, version 1')],
    ['admission', schemaOf(admissionFormat, 'An admission of a provider and model')],
    ['build-report', schemaOf(buildReportFormat, 'A provider build report')],
    ['generated-config', schemaOf(generatedConfigFormat, 'A generated config')],
    ['task', schemaOf(taskFormat, 'A task file')],
    ['local-adapter', schemaOf(localAdapterFormat, 'A local adapter config')],
  ]);
}
