/**
 * Where a rule's page is read: the file that the published package of this very version holds, so that a link in an old
 * report still tells what the rule meant then. A rule that a policy declares (`local/…`) has none.
 */
export function rulePage(id: string, version: string): string | undefined {
  if (id.startsWith('local/')) return undefined;
  const path = id.split('/').map(encodeURIComponent).join('/');
  return `https://unpkg.com/cto-lint@${encodeURIComponent(version)}/docs/rules/${path}.md`;
}
