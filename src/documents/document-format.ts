import type { Document } from './document.ts';

/** The extensions that GitHub renders as markdown, and those of agents' rules and notebooks (.mdc, .qmd, .Rmd). */
const MARKDOWN = /\.(?:md|markdown|mdown|mdwn|mkdn?|mkdown|mdx|mdc|[qr]md)$/i;

const FORMATS: readonly [RegExp, Document['format']][] = [
  [MARKDOWN, 'markdown'],
  [/\.(?:json[c5]?|geojson|jsonld|webmanifest|ipynb|code-workspace)$/i, 'json'],
  [/\.(?:e?ya?ml|cff)$/i, 'yaml'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
];

/** The last letters of these extensions. */
const MARKDOWN_ENDS = new Set(Array.from('dnxcDNXC', (letter) => letter.charCodeAt(0)));

/** Whether a path whose last character has this code may be one of markdown. */
export function mayEndMarkdown(code: number): boolean {
  return MARKDOWN_ENDS.has(code);
}

export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** By the name's extension; `undefined` for a name that says none of them. */
export function formatOf(path: string): Document['format'] | undefined {
  return FORMATS.find(([pattern]) => pattern.test(path))?.[1];
}
