import type { Finding } from './report.ts';
import type { MapNode, RouteMap } from './route-map.ts';

/** `plans/A-ISSUES.md:16`; of a record, which is one document, the path alone. */
function placeOf({ place = '' }: MapNode): { readonly path: string; readonly line: number } {
  const [, path = place, line = '1'] = /^(.*):(\d+)$/.exec(place) ?? [];
  return { path, line: Number(line) };
}

/** The decision of that document, or the item under whose heading the finding stands. */
function nodeOf({ path, line }: Finding, nodes: readonly MapNode[]): MapNode | undefined {
  return nodes
    .filter((node) => node.place !== undefined && placeOf(node).path === path && placeOf(node).line <= line)
    .sort((a, b) => placeOf(b).line - placeOf(a).line)[0];
}

/** The map with its findings counted, and for each finding the node that it stands at. */
export function withFindings(
  { nodes, edges }: RouteMap,
  findings: readonly Finding[],
): { readonly map: RouteMap; readonly at: ReadonlyMap<Finding, string> } {
  const at = new Map(
    findings.flatMap((finding) => {
      const node = nodeOf(finding, nodes);
      return node === undefined ? [] : [[finding, node.id] as const];
    }),
  );
  const counts = new Map<string, number>();
  for (const id of at.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const counted = nodes.map((node) => {
    const count = counts.get(node.id);
    return count === undefined ? node : { ...node, findings: count };
  });
  return { map: { nodes: counted, edges }, at };
}
