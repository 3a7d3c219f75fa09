type Data = unknown;
type Mapping = Record<string, Data>;

function isMapping(data: Data): data is Mapping {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** Paths, joined by `/`, of lists that begin with inherited entries, and how many: to find a list's own entry again. */
export type Inherited = Map<string, number>;

function mergeMappings(base: Mapping, own: Mapping, path: readonly string[], inherited: Inherited): Mapping {
  const merged: Mapping = { ...base };
  for (const [key, value] of Object.entries(own))
    merged[key] = merge(base[key], value, [...path, key], inherited);
  return merged;
}

/**
 * A policy over the one that it extends: mappings key by key, lists add to the inherited ones, anything else replaces.
 * The globs of a kind go before the inherited ones.
 */
function merge(base: Data, own: Data, path: readonly string[], inherited: Inherited): Data {
  if (isMapping(base) && isMapping(own)) return mergeMappings(base, own, path, inherited);
  if (Array.isArray(base) && Array.isArray(own)) {
    if (path[0] === 'kinds') return [...(own as Data[]), ...(base as Data[])];
    inherited.set(path.join('/'), base.length);
    return [...(base as Data[]), ...(own as Data[])];
  }
  return own;
}

export function mergePolicies(base: Data, own: Data): { merged: Data; inherited: Inherited } {
  const inherited: Inherited = new Map();
  return { merged: merge(base, own, [], inherited), inherited };
}
