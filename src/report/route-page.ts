import type { RouteStatus } from '../route/status.ts';
import type { Finding } from './report.ts';
import { withFindings } from './route-findings.ts';
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
:root { color-scheme: light dark; --text: #1f2328; --back: #fff; --box: #f6f8fa; --line: #57606a; --there: #1a7f37; --waiting: #9a6700; --found: #cf222e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --back: #0d1117; --box: #161b22; --line: #9198a1; --there: #3fb950; --waiting: #d29922; --found: #ff7b72; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
svg { width: 100%; height: auto; font: 13px ui-monospace, monospace; }
svg text { text-anchor: middle; fill: var(--text); }
svg .title { font-weight: 600; }
svg rect { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
.there rect { stroke: var(--there); } .waiting rect { stroke: var(--waiting); stroke-dasharray: 5 3; }
.found rect { stroke: var(--found); stroke-width: 2.5; } .error { color: var(--found); font-weight: 600; } .warning { color: var(--waiting); font-weight: 600; }
.edge { fill: none; stroke: var(--line); stroke-width: 1.5; } .edge.waiting { stroke-dasharray: 5 3; }
marker path { fill: var(--line); }
svg a:focus-visible rect, a:focus-visible, :target { outline: 3px solid var(--waiting); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
a { color: inherit; } code { font: 14px ui-monospace, monospace; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>`;

function row(node: MapNode, at: number, waitsFor: readonly string[], found: readonly string[]): string {
  const place = node.place === undefined ? '' : `<code>${safeXml(node.place)}</code>`;
  const about = node.about ? `<br>${safeXml(node.about)}` : '';
  const cells = [safeXml(node.state), waitsFor.map(safeXml).join('<br>'), found.join('<br>'), place];
  return `<tr id="row-${at}"><th scope="row">${safeXml(node.title)}${about}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** A finding's rule, which leads to what it says. */
function link({ ruleId, severity }: Finding, at: number): string {
  return `<a class="${severity}" href="#finding-${at}">${safeXml(ruleId)}</a>`;
}

function rows({ nodes, edges }: RouteMap, linksAt: (id: string) => readonly string[]): readonly string[] {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  return nodes.map((node, at) => {
    const missing = edges.filter(({ to, isThere }) => to === node.id && !isThere);
    return row(
      node,
      at,
      missing.map(({ from }) => titles.get(from) ?? ''),
      linksAt(node.id),
    );
  });
}

function findingItem({ severity, path, line, message, ruleId, help }: Finding, at: number): string {
  const place = `<code>${safeXml(`${path}:${line}`)}</code>`;
  return `<li id="finding-${at}"><span class="${severity}">${severity}</span> ${place} ${safeXml(message)} <code>${safeXml(ruleId)}</code><br>${safeXml(help)}</li>`;
}

function list(title: string, items: readonly string[], none: string): string {
  return `<h2>${title}</h2>\n${items.length === 0 ? `<p>${none}</p>` : `<ul>\n${items.join('\n')}\n</ul>`}`;
}

/** One page that holds everything it shows: the route as a picture, the same as a table, what is next, what was found. */
export function routePage(route: RouteMap, status: RouteStatus, findings: readonly Finding[]): string {
  const { map, at } = withFindings(route, findings);
  const linksAt = (id: string): readonly string[] =>
    findings.flatMap((finding, index) => (at.get(finding) === id ? [link(finding, index)] : []));
  return [
    HEAD,
    '<h1>Route</h1>',
    map.nodes.length === 0 ? '<p>There is no decision and no work item here.</p>' : routePicture(map),
    list(
      'Next',
      status.next.map((step) => `<li>${safeXml(step)}</li>`),
      'Nothing waits for a step.',
    ),
    '<h2>Decisions and work</h2>',
    `<table><thead><tr>${['What', 'State', 'Waits for', 'Findings', 'Where'].map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>`,
    ...rows(map, linksAt),
    '</tbody></table>',
    list('Findings', findings.map(findingItem), 'Nothing was found in these documents.'),
    '</main>\n</body>\n</html>\n',
  ].join('\n');
}
