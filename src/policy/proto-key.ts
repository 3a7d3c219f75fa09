/** As an object's own key it is passed over by zod, and where it is assigned it is no key at all. */
const KEY = '__proto__';

export const PROTO_KEY_HELP = `Remove \`${KEY}\`: nothing reads it.`;

/** The keys and indexes that lead to a key of that name, where data that was read has one; data may lead back to itself. */
export function protoKeyIn(
  data: unknown,
  path: readonly PropertyKey[] = [],
  seen = new Set<unknown>(),
): readonly PropertyKey[] | undefined {
  if (typeof data !== 'object' || data === null || seen.has(data)) return undefined;
  seen.add(data);
  if (Object.hasOwn(data, KEY)) return [...path, KEY];
  for (const [key, value] of Object.entries(data)) {
    const found = protoKeyIn(value, [...path, Array.isArray(data) ? Number(key) : key], seen);
    if (found !== undefined) return found;
  }
  return undefined;
}
