import type { PolicyFault } from './policy-fault.ts';
import type { PolicyData } from './schema.ts';

/** A remote may be a path of the file system, which is judged as one. */
const PATH = /^(?:[./~\\]|file:|[a-z]:[/\\])/i;

/** What follows a scheme and a user: a host, perhaps a port (which is no path), a separator, and the path of a repository. */
const ON_A_SERVER = /^[^:/\\\s]+(?::\d{1,5}(?=[/\\]))?(?::(?!\d{1,5}[/\\]*$)|[/\\])[:/\\]*[^:/\\?#]/;

function namesRepository(remote: string): boolean {
  const text = remote.trim();
  if (PATH.test(text)) return true;
  return ON_A_SERVER.test(text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^[^@/\\\s]*@/, ''));
}

/** The first target, or place of one, that nothing could ever match: the run would claim to have looked for it. */
export function checkTargets(targets: PolicyData['targets']): PolicyFault | undefined {
  for (const [at, { paths, remotes, hashes }] of targets.entries()) {
    const path = ['targets', at];
    if (paths.length + remotes.length + hashes.length === 0)
      return {
        path,
        why: 'has no path, remote or hash by which it could be known',
        help: 'Add `paths`, `remotes` or `hashes`.',
      };
    const person = paths.findIndex((one) => /^~[^/\\]/.test(one));
    if (person >= 0)
      return {
        path: [...path, 'paths', person],
        why: 'begins with `~` and a name',
        help: 'Write `~/src/shop` for any home, or `/home/NAME/src/shop`.',
      };
    const host = remotes.findIndex((one) => !namesRepository(one));
    if (host >= 0)
      return {
        path: [...path, 'remotes', host],
        why: 'names no repository on a server',
        help: 'Write host and path, like `github.com/acme/storefront`.',
      };
  }
  return undefined;
}
