import { findTokens, TOKEN_PREFIXES } from './find-tokens.ts';
import { indexTogether } from './literal-index.ts';
import { mergeSpans } from './merge-spans.ts';
import { findAssignments } from './named/find-assignments.ts';
import { NAME_MARKS } from './named/name-in-text.ts';
import type { SecretSpan } from './span.ts';
import { findStructures, STRUCTURE_MARKS } from './structured/find-structures.ts';

/** Generated lists of digests and URLs: names mean nothing there, tokens and structures are still looked for. */
const LOCK_FILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Cargo\.lock|Gemfile\.lock|Pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|go\.sum|flake\.lock|mix\.lock|pubspec\.lock|packages\.lock\.json|Package\.resolved|Podfile\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock)$/;

const findMarks = indexTogether(TOKEN_PREFIXES, STRUCTURE_MARKS, NAME_MARKS);

export interface PlainFindings {
  readonly spans: readonly SecretSpan[];
  /** Where a token may begin that goes on in the next line. */
  readonly cutTokens: readonly number[];
}

/** Layers 1 to 3 on a text as it stands. */
export function findPlain(text: string, path: string): PlainFindings {
  const [prefixes, structureMarks, nameMarks] = findMarks(text);
  const { spans, starts } = findTokens(text, prefixes);
  const named = LOCK_FILE.test(path) ? [] : findAssignments(text, path, nameMarks);
  return { spans: mergeSpans(spans, findStructures(text, structureMarks), named), cutTokens: starts };
}
