import { startsOf } from '../check/lines.ts';
import { maskPath, maskText } from '../check/masking.ts';
import type { WorkItem } from '../documents/kinds/work-items.ts';
import { positionOf } from '../place.ts';
import type { Fact, Policy } from '../policy/policy.ts';
import { describeFact, type RouteStatus } from '../route/status.ts';

/** A decision, a work item, or a fact that is neither. */
export interface MapNode {
  readonly id: string;
  readonly title: string;
  /** What holds of it, in a word or two. */
  readonly state: string;
  /** `there`: made or free to go; `waiting`: something is missing; `elsewhere`: not defined in this repository. */
  readonly is: 'there' | 'waiting' | 'elsewhere';
  /** `path:line`, where it stands in a document. Secrets are masked. */
  readonly place?: string;
  readonly about?: string;
  /** How many findings stand at it. */
  readonly findings?: number;
}

/** `to` waits for `from`; once the fact is there, nothing holds `to` on its account. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly isThere: boolean;
}

export interface RouteMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** The rest of the heading behind the id, as it may be shown. */
function titleOf({ at }: WorkItem): string {
  const end = at.file.text.indexOf('\n', at.end);
  const rest = maskText(at.file, at.end, end < 0 ? at.file.text.length : end);
  return rest.replace(/^[\s:–—-]+/, '').trim();
}

function placeOfItem({ at }: WorkItem): string {
  return `${maskPath(at.file)}:${positionOf(startsOf(at.file), at).line}`;
}

function factNode(fact: Fact, decisions: readonly MapNode[], policy: Policy): string {
  if (fact.fact === 'item') return `item ${fact.item}`;
  if (fact.fact === 'decision') return decisions[0]?.id ?? 'decision';
  return `fact ${describeFact(fact, policy)}`;
}

function decisionNodes({ decisions }: RouteStatus, policy: Policy): readonly MapNode[] {
  const undecided = policy.decision?.undecided;
  return decisions.map(({ identity, status, record }, at) => ({
    id: `decision ${at}`,
    title: identity === undefined ? 'Decision' : `Decision: ${identity}`,
    state: status,
    is: status === undecided ? ('waiting' as const) : ('there' as const),
    ...(record === undefined ? {} : { place: maskPath(record.document.file) }),
  }));
}

function workNode({ id, item, status, gate }: RouteStatus['work'][number]): MapNode {
  const isHeld = gate !== undefined && !gate.mayLeaveBlocked;
  const node = {
    id: `item ${id}`,
    title: id,
    state: status ?? (item === undefined ? 'defined elsewhere' : 'no valid status'),
    is: item === undefined ? ('elsewhere' as const) : isHeld ? ('waiting' as const) : ('there' as const),
  };
  return item === undefined ? node : { ...node, place: placeOfItem(item), about: titleOf(item) };
}

/** The route as a graph: what is decided, the work, and what each item waits for. */
export function routeMap(status: RouteStatus, policy: Policy): RouteMap {
  const decisions = decisionNodes(status, policy);
  const nodes = new Map<string, MapNode>();
  for (const node of [...decisions, ...status.work.map(workNode)]) nodes.set(node.id, node);
  const edges: MapEdge[] = [];
  for (const { id, gate } of status.work) {
    if (gate === undefined) continue;
    for (const fact of policy.work?.gates[id]?.needs ?? []) {
      const from = factNode(fact, decisions, policy);
      const isThere = !gate.missing.includes(fact);
      if (!nodes.has(from)) {
        const title = describeFact(fact, policy);
        nodes.set(from, {
          id: from,
          title,
          state: isThere ? 'there' : 'missing',
          is: isThere ? 'there' : 'waiting',
        });
      }
      edges.push({ from, to: `item ${id}`, isThere });
    }
  }
  return { nodes: [...nodes.values()], edges };
}
