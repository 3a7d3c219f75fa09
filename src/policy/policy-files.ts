/** Where a repository's policy stands: at the root, one of the two. */
export const POLICY_FILES: readonly string[] = ['cto-lint.config.yaml', 'cto-lint.config.json'];

export function isPolicyFile(path: string): boolean {
  return POLICY_FILES.includes(path);
}
