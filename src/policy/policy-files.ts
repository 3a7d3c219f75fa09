import { PathEnds } from '../path-end.ts';

/** Where a repository's policy stands: at the root, one of the two. */
export const POLICY_FILES: readonly string[] = ['cto-lint.config.yaml', 'cto-lint.config.json'];

/**
 * Names at the root that can only be meant for the policy, and from which none is read. `cto-lint.json` is none of them:
 * so people call a report.
 */
export const MISNAMED_POLICY_FILES: readonly string[] = [
  'cto-lint.config.yml',
  '.cto-lint.config.yaml',
  '.cto-lint.config.yml',
  '.cto-lint.config.json',
  'cto-lint.yaml',
  'cto-lint.yml',
  '.cto-lint.yaml',
  '.cto-lint.yml',
  '.cto-lint.json',
];

/** One search of an index finds them all: nine names more take no longer. */
export const POLICY_FILE_ENDS = new PathEnds(() => false, [...POLICY_FILES, ...MISNAMED_POLICY_FILES]);

export function isPolicyFile(path: string): boolean {
  return POLICY_FILES.includes(path);
}

/** What a misnamed policy file has to be called. */
export function properName(misnamed: string): string {
  return POLICY_FILES[misnamed.endsWith('.json') ? 1 : 0]!;
}

/** The path of the policy's file, by how its source is written: the path itself, or `1a2b3c4d5e6f:path` in a commit. */
export function policyPath(source: string): string {
  return source.replace(/^(?:[0-9a-f]{12}|HEAD):/, '');
}
