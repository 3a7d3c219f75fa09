import { findMarks, type Marks } from './find-marks.ts';
import { findTokens } from './find-tokens.ts';
import { mergeSpans } from './merge-spans.ts';
import { findAssignments } from './named/find-assignments.ts';
import type { SecretSpan } from './span.ts';
import { findStructures } from './structured/find-structures.ts';

/** Generated lists of digests and URLs: names mean nothing there, tokens and structures are still looked for. */
const LOCK_FILES = new Set(
  (
    'package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb composer.lock Cargo.lock ' +
    'Gemfile.lock Pipfile.lock poetry.lock uv.lock pdm.lock go.sum flake.lock mix.lock pubspec.lock ' +
    'packages.lock.json Package.resolved Podfile.lock gradle.lockfile .terraform.lock.hcl deno.lock'
  ).split(' '),
);

export interface PlainFindings {
  readonly spans: readonly SecretSpan[];
  /** Where a token may begin that goes on in the next line. */
  readonly cutTokens: readonly number[];
  /** Where one may begin that goes on in the next literal. */
  readonly splitTokens: readonly number[];
  /** Where one may begin that goes on behind signs that are not seen. */
  readonly partedTokens: readonly number[];
}

/** Layers 1 to 3 on a text as it stands. */
export function findPlain(text: string, path: string, marks: Marks = findMarks(text)): PlainFindings {
  const { spans, starts, splits, parted } = findTokens(text, marks.tokens);
  const named = LOCK_FILES.has(path.slice(path.lastIndexOf('/') + 1))
    ? []
    : findAssignments(text, path, marks.names);
  return {
    spans: mergeSpans(spans, findStructures(text, marks.structures), named),
    cutTokens: starts,
    splitTokens: splits,
    partedTokens: parted,
  };
}
