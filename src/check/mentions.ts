import { isJsonl } from '../documents/data/jsonl.ts';
import { isMarkdown } from '../documents/document-format.ts';
import { mayMention } from '../documents/may-mention.ts';
import type { SourceFile } from '../file.ts';

/**
 * `---js`: front matter in a language that some tools run. It is looked at in every markdown file, governed or not,
 * since what runs it does not ask for kinds.
 */
const FOREIGN_FENCE = /^[\s\ufeff]{0,64}---[ \t]{0,8}[A-Za-z_]/;
/** Readers of lines skip what they can't read, so that a broken line hides itself: it is looked at in any file. */
const JSONL = /\.(?:jsonl|ndjson)$/i;
/** Whether a file of no kind may concern a document rule: it mentions a word of one, in whatever spelling. */
export function mayConcern({ path, text }: SourceFile, words: readonly string[]): boolean {
  if (isMarkdown(path) && FOREIGN_FENCE.test(text)) return true;
  if (JSONL.test(path) && !isJsonl(text)) return true;
  return words.some((word) => mayMention(text, word));
}
