import { z } from 'zod';
import { policySchema } from './schema.ts';

type Schema = z.core.$ZodType;

function unwrapped(schema: Schema): Schema {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
  return isWrapped ? unwrapped(schema.unwrap()) : schema;
}

function below(schema: Schema, part: PropertyKey): Schema | undefined {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, Schema>)[part];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return schema instanceof z.ZodArray ? schema.element : undefined;
}

function keysOf(schema: Schema): readonly string[] {
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(keysOf);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** The keys that a mapping of a policy may have, by the path of keys and indexes that leads to it. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: Schema | undefined = policySchema;
  for (const part of path) schema = schema && below(unwrapped(schema), part);
  return schema === undefined ? [] : keysOf(unwrapped(schema));
}
