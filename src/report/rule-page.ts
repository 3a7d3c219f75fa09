import { safeUri } from './safe-text.ts';

/**
 * Where a rule's page is read: the file that the published package of this very version holds, so that a link in an old
 * report still tells what the rule meant then. A rule that a policy declares (`local/…`) has none.
 */
export function rulePage(id: string, version: string): string | undefined {
  if (id.startsWith('local/')) return undefined;
  return `https://unpkg.com/cto-lint@${safeUri(version)}/docs/rules/${safeUri(id)}.md`;
}
