import { alternatives } from '../glob-alternatives.ts';
import { has, type KeyPath, type Loosening } from './loosening.ts';

/** Folders of the system: no harness writes its runs there. */
const SYSTEM = new Set(
  'bin boot dev etc lib lib32 lib64 proc root run sbin sys usr library system windows'.split(' '),
);

/** `/home/jp/runs` as `~/runs`: a home is one place, however it is written. */
function withoutHome(root: string): string {
  return root.replace(/^(?:(?:[A-Za-z]:)?\/(?:home|Users)\/[^/]+|\/root|\$HOME|\$\{HOME\})(?=\/|$)/, '~');
}

/**
 * Whether a root takes in what nobody keeps runs in: all of a disk, of a home, of the system. What lies below a root may be
 * named as a source, so that such a one excuses nearly any source. A folder with a name of its own, as `/srv/runs` and
 * `~/.hermes/profiles/*\/harness-runs`, is what roots are for.
 */
function isWide(root: string): boolean {
  return alternatives(root).some((one) => {
    const names = withoutHome(one)
      .split('/')
      .filter((name) => name !== '' && name !== '.');
    while (/^\*+$/.test(names.at(-1) ?? '')) names.pop();
    const [first = '*', second = ''] = names;
    if (names.includes('..') || /[*?[]/.test(names.at(-1) ?? '*')) return true;
    if (!/^[/~]/.test(withoutHome(one))) return /[*?[]/.test(first);
    const isDeep = first.toLowerCase() === 'var' || (first === '~' && second.startsWith('.'));
    return names.length < (isDeep ? 3 : 2) || SYSTEM.has(first.toLowerCase());
  });
}

/** Each root of before is there, as copies are looked for in its runs; and none is new that excuses nearly any source. */
export function* compareRoots(
  base: readonly string[],
  next: readonly string[],
  path: KeyPath,
): Iterable<Loosening> {
  if (base.some((root) => !has(next, root) && !isWide(root))) yield { path, kind: 'removed' };
  for (const [at, root] of next.entries())
    if (!has(base, root) && isWide(root)) yield { path: [...path, at], kind: 'allowed' };
}
