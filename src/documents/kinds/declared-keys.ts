import type { z } from 'zod';

const known = new WeakMap<z.core.$ZodType, ReadonlySet<string>>();

/** The schemas that a schema is made of: values of an object's keys, items of a list, what is optional. */
function partsOf({ _zod: { def } }: z.core.$ZodType): readonly unknown[] {
  const { shape, catchall, element, valueType, innerType, options } = def as unknown as Record<
    string,
    unknown
  >;
  const values = typeof shape === 'object' && shape !== null ? Object.values(shape) : [];
  return [...values, catchall, element, valueType, innerType, ...(Array.isArray(options) ? options : [])];
}

function isSchema(part: unknown): part is z.core.$ZodType {
  return typeof part === 'object' && part !== null && '_zod' in part;
}

/**
 * The keys that a format itself names, at any depth. A mapping whose keys are a document's own (`z.record`, a catch-all)
 * adds none: such a key is text of the document, and may hold anything.
 */
export function declaredKeys(format: z.core.$ZodType): ReadonlySet<string> {
  const before = known.get(format);
  if (before) return before;
  const keys = new Set<string>();
  // Set before the parts are looked at, so that a format within itself ends.
  known.set(format, keys);
  const { shape } = format._zod.def as unknown as { shape?: Record<string, unknown> };
  for (const key of Object.keys(shape ?? {})) keys.add(key);
  for (const part of partsOf(format).filter(isSchema)) for (const key of declaredKeys(part)) keys.add(key);
  return keys;
}
