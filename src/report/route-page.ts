import type { RouteStatus } from '../route/status.ts';
import type { Finding } from './report.ts';
import type { MapNode, RouteMap } from './route-map.ts';
import { routePicture } from './route-picture.ts';
import { safeXml } from './safe-text.ts';

/** No script, no font, no picture from anywhere: the policy of the page itself forbids them. */
const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Route</title>
<style>
:root { color-scheme: light dark; --text: #1f2328; --back: #fff; --box: #f6f8fa; --line: #57606a; --there: #1a7f37; --waiting: #9a6700; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --back: #0d1117; --box: #161b22; --line: #9198a1; --there: #3fb950; --waiting: #d29922; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
svg { width: 100%; height: auto; font: 13px ui-monospace, monospace; }
svg text { text-anchor: middle; fill: var(--text); }
svg .title { font-weight: 600; }
svg rect { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
.there rect { stroke: var(--there); } .waiting rect { stroke: var(--waiting); stroke-dasharray: 5 3; }
.edge { fill: none; stroke: var(--line); stroke-width: 1.5; } .edge.waiting { stroke-dasharray: 5 3; }
marker path { fill: var(--line); }
svg a:focus-visible rect, :target { outline: 3px solid var(--waiting); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font: 14px ui-monospace, monospace; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>`;

function row(node: MapNode, at: number, waitsFor: readonly string[]): string {
  const place = node.place === undefined ? '' : `<code>${safeXml(node.place)}</code>`;
  const about = node.about ? `<br>${safeXml(node.about)}` : '';
  return `<tr id="row-${at}"><th scope="row">${safeXml(node.title)}${about}</th><td>${safeXml(node.state)}</td><td>${waitsFor.map(safeXml).join('<br>')}</td><td>${place}</td></tr>`;
}

function rows({ nodes, edges }: RouteMap): readonly string[] {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return nodes.map((node, at) => {
    const missing = edges.filter(({ to, isThere }) => to === node.id && !isThere);
    return row(
      node,
      at,
      missing.map(({ from }) => titles.get(from) ?? ''),
    );
  });
}

function list(title: string, entries: readonly string[], none: string): string {
  const own = entries.map((entry) => `<li>${entry}</li>`).join('\n');
  return `<h2>${title}</h2>\n${own === '' ? `<p>${none}</p>` : `<ul>\n${own}\n</ul>`}`;
}

/** One page that holds everything it shows: the route as a picture, the same as a table, what is next, what drifts. */
export function routePage(map: RouteMap, status: RouteStatus, drift: readonly Finding[]): string {
  return [
    HEAD,
    '<h1>Route</h1>',
    map.nodes.length === 0 ? '<p>There is no decision and no work item here.</p>' : routePicture(map),
    list('Next', status.next.map(safeXml), 'Nothing waits for a step.'),
    '<h2>Decisions and work</h2>',
    '<table><thead><tr><th scope="col">What</th><th scope="col">State</th><th scope="col">Waits for</th><th scope="col">Where</th></tr></thead><tbody>',
    ...rows(map),
    '</tbody></table>',
    list(
      'Drift',
      drift.map(
        ({ path, line, message }) => `<code>${safeXml(`${path}:${line}`)}</code> ${safeXml(message)}`,
      ),
      'No two documents contradict each other.',
    ),
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}
