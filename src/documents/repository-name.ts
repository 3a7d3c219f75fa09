/**
 * `owner/name` of a repository's address, lower case, however it is written: `https://host/owner/name.git`,
 * `git@host:owner/name`, `ssh://host/owner/name/`, `../owner/name.git`.
 */
export function repositoryName(address: string): string {
  const path = address
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .toLowerCase();
  return path.split(/[/:]+/).slice(-2).join('/');
}
