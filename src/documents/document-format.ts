import type { Document } from './document.ts';

/** The extensions that GitHub renders as markdown, and those of agents' rules and notebooks (.mdc, .qmd, .Rmd). */
const MARKDOWN = /\.(?:md|markdown|mdown|mdwn|mkdn?|mkdown|mdx|mdc|[qr]md)$/i;

const FORMATS: readonly [RegExp, Document['format']][] = [
  [MARKDOWN, 'markdown'],
  [/\.(?:json[c5]?|geojson|jsonld|webmanifest|ipynb|code-workspace)$/i, 'json'],
  [/\.(?:e?ya?ml|cff)$/i, 'yaml'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
];

export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** By the name's extension; `undefined` for a name that says none of them. */
export function formatOf(path: string): Document['format'] | undefined {
  return FORMATS.find(([pattern]) => pattern.test(path))?.[1];
}
