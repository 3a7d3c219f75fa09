type Data = Readonly<Record<string, unknown>>;

/** The value at a path of keys, whatever it is. */
export function valueIn(data: Data, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  );
}

// 2026-06-02T10:15:00Z, with a zone: without one nobody knows when it was.
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970; NaN for what is no time, so that no comparison with it holds. */
export function timeIn(data: Data, keys: readonly string[]): number {
  const value = valueIn(data, keys);
  return typeof value === 'string' && TIMESTAMP.test(value) ? Date.parse(value) : Number.NaN;
}
