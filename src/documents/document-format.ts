import type { Document } from './document.ts';

const FORMATS: readonly [RegExp, Document['format']][] = [
  [/\.(?:md|markdown|mdx)$/i, 'markdown'],
  [/\.jsonc?$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.(?:jsonl|ndjson)$/i, 'jsonl'],
];

/** By the name's extension; `undefined` for a name that says none of them. */
export function formatOf(path: string): Document['format'] | undefined {
  return FORMATS.find(([pattern]) => pattern.test(path))?.[1];
}
