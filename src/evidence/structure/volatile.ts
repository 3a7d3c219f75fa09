/**
 * Values that differ from run to run: they make a copied report a copy, where its keys alone are a description of the
 * format. Anchored, on a value without quotes.
 */
const VOLATILE: readonly RegExp[] = [
  /^\d{4}-\d\d-\d\d[T_ ]?(?:\d\d:\d\d|$)/,
  /^\d{8}T\d{6}Z/,
  /^(?:sha(?:256|512|1):)?(?=[0-9a-f]{0,40}\d)(?=[0-9a-f]{0,40}[a-f])[0-9a-f]{7,128}$/i,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  /^\d{1,9}(?:\.\d{1,6})? ?(?:ms|s|µs|us)$/,
  /^(?!\d{0,12}000$)\d{3,16}(?:\.\d{1,9})?$/,
  /^\d{1,9}\.\d{2,9}$/,
];

/** A time to the second, as a clock writes it. */
export function isInstant(value: string): boolean {
  return /^\d{4}-\d\d-\d\d[T_]\d\d:\d\d:\d\d/.test(value);
}

export function isVolatile(value: string): boolean {
  return VOLATILE.some((shape) => shape.test(value));
}

/** What a report has for a value, and a description of it has not: `<string>`, `boolean` and `…` are none. */
export function isPlainValue(value: string): boolean {
  return (
    /^(?:true|false|null|\d{1,16}|admitted|not_admitted|pass|passed|fail|failed|blocked)$/i.test(value) ||
    isVolatile(value) ||
    /^[a-z][\w.-]*\d[\w.-]*$/i.test(value)
  );
}
