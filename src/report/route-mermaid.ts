import type { RouteMap } from './route-map.ts';
import { safeLine } from './safe-text.ts';

/**
 * A label in quotes. Mermaid reads `#34;` as a character reference, so that no text can end the label or be markup:
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function label(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    safeLine(line).replace(/[^\p{L}\p{N} .,/_-]/gu, (character) => `#${character.codePointAt(0)};`),
  );
  return `"${escaped.join('<br>')}"`;
}

/** Whole lines for what is there, dotted ones for what is still waited for. */
export function routeMermaid({ nodes, edges }: RouteMap): string {
  const names = new Map(nodes.map(({ id }, at) => [id, `n${at}`]));
  return [
    'flowchart LR',
    ...nodes.map(({ id, title, state, is }) => `  ${names.get(id)}[${label(title, state)}]:::${is}`),
    ...edges.map(
      ({ from, to, isThere }) => `  ${names.get(from)} ${isThere ? '-->' : '-. waits .->'} ${names.get(to)}`,
    ),
    '  classDef there stroke:#2da44e,stroke-width:2px',
    '  classDef waiting stroke:#bf8700,stroke-width:2px,stroke-dasharray:4 3',
    '  classDef elsewhere stroke:#8c959f',
    '',
  ].join('\n');
}
