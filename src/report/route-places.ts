import { startsOf } from '../check/lines.ts';
import { maskPath, maskText } from '../check/masking.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
import { positionOf } from '../place.ts';
import type { RouteStatus } from '../route/status.ts';
import type { MapNode, RouteMap } from './route-map.ts';

type Shown = Pick<MapNode, 'place' | 'about'>;

/** The rest of the heading behind the id, as it may be shown. */
function titleOf({ at }: WorkItem): string {
  const end = at.file.text.indexOf('\n', at.end);
  const rest = maskText(at.file, at.end, end < 0 ? at.file.text.length : end);
  return rest.replace(/^[\s:–—-]+/, '').trim();
}

function placeOfItem({ at }: WorkItem): string {
  return `${maskPath(at.file)}:${positionOf(startsOf(at.file), at).line}`;
}

/** The map with where things stand and what headings say. All documents of the route have to be judged ones. */
export function withPlaces(map: RouteMap, { decisions, work }: RouteStatus): RouteMap {
  const shown = new Map<string, Shown>();
  for (const [at, { record }] of decisions.entries())
    if (record !== undefined) shown.set(`decision ${at}`, { place: maskPath(record.document.file) });
  for (const { id, item } of work)
    if (item !== undefined) shown.set(`item ${id}`, { place: placeOfItem(item), about: titleOf(item) });
  return { ...map, nodes: map.nodes.map((node) => ({ ...node, ...shown.get(node.id) })) };
}
