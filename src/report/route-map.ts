import type { Fact, Policy } from '../policy/policy.ts';
import { describeFact, type RouteStatus } from '../route/status.ts';
import { withoutSecrets } from './without-secrets.ts';

/** A decision, a work item, or a fact that is neither. */
export interface MapNode {
  readonly id: string;
  readonly title: string;
  /** What holds of it, in a word or two. */
  readonly state: string;
  /** `there`: made or free to go; `waiting`: something is missing; `elsewhere`: not defined in this repository. */
  readonly is: 'there' | 'waiting' | 'elsewhere';
  /** `path:line`, where it stands in a document, for a map whose places were asked for. Secrets are masked. */
  readonly place?: string;
  /** What the item's heading says of it; as `place`. */
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

function factNode(fact: Fact, decisions: readonly MapNode[], policy: Policy): string {
  if (fact.fact === 'item') return `item ${fact.item}`;
  if (fact.fact === 'decision') return decisions[0]?.id ?? 'decision';
  return `fact ${describeFact(fact, policy)}`;
}

function decisionNodes({ decisions }: RouteStatus, policy: Policy): readonly MapNode[] {
  const undecided = policy.decision?.undecided;
  return decisions.map(({ identity, status }, at) => ({
    id: `decision ${at}`,
    title: identity === undefined ? 'Decision' : `Decision: ${withoutSecrets(identity)}`,
    state: status,
    is: status === undecided ? ('waiting' as const) : ('there' as const),
  }));
}

function workNode({ id, item, status, gate }: RouteStatus['work'][number]): MapNode {
  const isHeld = gate !== undefined && !gate.mayLeaveBlocked;
  return {
    id: `item ${id}`,
    title: id,
    state: status ?? (item === undefined ? 'defined elsewhere' : 'no valid status'),
    is: item === undefined ? ('elsewhere' as const) : isHeld ? ('waiting' as const) : ('there' as const),
  };
}

/**
 * The route as a graph: what is decided, the work, and what each item waits for. Documents of a route that a run does not
 * judge are in it too, of whose text nothing may be shown: no detector has looked for secrets in it.
 */
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
