import type { Name } from '../name.ts';

/** A place in a tree of names. Edges that targets made, and edges by which the same place is reached otherwise. */
export interface PathNode {
  readonly names: Map<string, PathNode>;
  readonly aliases: Map<string, PathNode>;
  /** An edge that any name takes, as below `/home`. */
  anything: PathNode | undefined;
  /** Names among `names` that a name of prose can't be, since they hold a space or a bracket. */
  readonly unusual: string[];
  target: Name | undefined;
  /** How a path from here is written when it is hashed: `''` from the root, `~` from a home, `c:` from a drive. */
  readonly base: string | undefined;
}

export function pathNode(base?: string): PathNode {
  return { names: new Map(), aliases: new Map(), anything: undefined, unusual: [], target: undefined, base };
}

export function childOf(node: PathNode, name: string): PathNode {
  const known = node.names.get(name);
  if (known !== undefined) return known;
  const made = pathNode();
  node.names.set(name, made);
  return made;
}

/** Leads `path` (names, `*` for any) to `goal`, whatever targets lie on the way. */
export function addAlias(from: PathNode, path: readonly string[], goal: PathNode): void {
  let node = from;
  for (const [index, name] of path.entries()) {
    const last = index === path.length - 1;
    const known = name === '*' ? node.anything : node.aliases.get(name);
    const next = last ? goal : (known ?? pathNode());
    if (name === '*') node.anything = next;
    else node.aliases.set(name, next);
    node = next;
  }
}

/** Where one name leads from any of these places. */
export function following(nodes: readonly PathNode[], name: string): PathNode[] {
  const next: PathNode[] = [];
  for (const node of nodes) {
    const named = node.names.get(name);
    if (named !== undefined) next.push(named);
    const alias = node.aliases.get(name);
    if (alias !== undefined) next.push(alias);
    if (node.anything !== undefined) next.push(node.anything);
  }
  return next;
}
