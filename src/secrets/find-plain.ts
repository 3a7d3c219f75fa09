import { type FoundTokens, findTokens } from './find-tokens.ts';
import { mergeSpans } from './merge-spans.ts';
import { findAssignments } from './named/find-assignments.ts';
import type { SecretSpan } from './span.ts';
import { findStructures } from './structured/find-structures.ts';

/** Generated lists of digests and URLs: names mean nothing there, tokens and structures are still looked for. */
const LOCK_FILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|composer\.lock|Cargo\.lock|Gemfile\.lock|Pipfile\.lock|poetry\.lock|uv\.lock|pdm\.lock|go\.sum|flake\.lock|mix\.lock|pubspec\.lock|packages\.lock\.json|Package\.resolved|Podfile\.lock|gradle\.lockfile|\.terraform\.lock\.hcl|deno\.lock)$/;

/** Layers 1 to 3 on a text as it stands. What layer 1 found may be given by who looked already. */
export function findPlain(
  text: string,
  path: string,
  tokens: FoundTokens = findTokens(text),
): readonly SecretSpan[] {
  const named = LOCK_FILE.test(path) ? [] : findAssignments(text, path);
  return mergeSpans(tokens.spans, findStructures(text), named);
}
