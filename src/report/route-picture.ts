import { Graph, layout } from '@dagrejs/dagre';
import type { MapNode, RouteMap } from './route-map.ts';
import { safeXml } from './safe-text.ts';
import { counted } from './summary.ts';

const HEIGHT = 56;
const PADDING = 28;
/** Units for a character of the 13-unit monospace text. */
const CHARACTER = 7.9;
const LONGEST = 48;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function stateOf({ state, findings }: MapNode): string {
  return findings === undefined ? state : `${state}, ${counted(findings, 'finding')}`;
}

function widthOf(node: MapNode): number {
  return Math.max(short(node.title).length, short(stateOf(node)).length) * CHARACTER + PADDING;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box(node: MapNode, { x, y, width, height }: Placed, at: number): string {
  const says = `${node.title}: ${stateOf(node)}${node.about ? `. ${node.about}` : ''}`;
  return [
    `<a class="node ${node.is}${node.findings === undefined ? '' : ' found'}" href="#row-${at}" aria-label="${safeXml(says)}">`,
    `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="6"/>`,
    `<text x="${x}" y="${y - 5}" class="title">${safeXml(short(node.title))}</text>`,
    `<text x="${x}" y="${y + 14}">${safeXml(short(stateOf(node)))}</text></a>`,
  ].join('');
}

/** The route as SVG, laid out from left to right: what is waited for before what waits. Each box leads to its row. */
export function routePicture({ nodes, edges }: RouteMap): string {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 72, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: widthOf(node), height: HEIGHT });
  for (const { from, to, isThere } of edges) graph.setEdge(from, to, { isThere });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const lines = graph.edges().map((edge: Parameters<Graph['edge']>[0]) => {
    const { points, isThere } = graph.edge(edge) as { points: { x: number; y: number }[]; isThere: boolean };
    const path = points
      .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
      .join('');
    return `<path class="edge ${isThere ? 'there' : 'waiting'}" d="${path}" marker-end="url(#arrow)"/>`;
  });
  const boxes = nodes.map((node, at) => box(node, graph.node(node.id) as Placed, at));
  return [
    `<svg viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" style="max-width:${Math.ceil(width)}px" role="group" aria-label="The route">`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">',
    '<path d="M0 0L8 4L0 8z"/></marker></defs>',
    ...lines,
    ...boxes,
    '</svg>',
  ].join('\n');
}
