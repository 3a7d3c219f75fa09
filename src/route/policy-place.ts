import type { Tree } from '../documents/data/tree.ts';
import { type Place, placeOf, wholeFile } from '../file.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { Change } from './change.ts';

type PolicyFile = NonNullable<Change['policyFile']>;

/** A file's own entries stand behind the inherited ones; the globs of a kind go before them. See `mergePolicies`. */
function ownItem(tree: Tree, data: unknown, index: number, ofKind: boolean): Tree | undefined {
  if (tree.kind !== 'list' || !Array.isArray(data)) return undefined;
  return tree.items[ofKind ? index : index - (data.length - tree.items.length)];
}

/**
 * Where a part of a policy stands in the policy's file: the deepest of its keys that the file has, else the file.
 * @param path keys and indexes in the merged policy
 */
export function placeInPolicy(
  { file, document }: PolicyFile,
  policy: PolicyData,
  path: readonly (string | number)[],
): Place {
  let place = wholeFile(file);
  let tree: Tree | undefined = document?.trees[0];
  let data: unknown = policy;
  for (const part of path) {
    if (tree === undefined) break;
    if (typeof part === 'number') {
      tree = ownItem(tree, data, part, path[0] === 'kinds');
      data = (data as readonly unknown[] | undefined)?.[part];
      if (tree) place = placeOf(file, tree);
    } else {
      const entry: { keySpan: Tree | { start: number; end: number }; value: Tree } | undefined =
        tree.kind === 'mapping' ? tree.entries.find(({ key }) => key === part) : undefined;
      tree = entry?.value;
      data = (data as Readonly<Record<string, unknown>> | undefined)?.[part];
      if (entry) place = placeOf(file, entry.keySpan);
    }
  }
  return place;
}
