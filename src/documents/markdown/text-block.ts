import type { Code } from './markdown.ts';

const TEXT: ReadonlySet<string> = new Set(['', 'md', 'markdown', 'text', 'txt', 'plain', 'plaintext']);

/** Whether a code block is text: its lines end as sentences do, where in data a full stop is part of the value. */
export function isText({ language }: Code): boolean {
  return TEXT.has(language);
}
