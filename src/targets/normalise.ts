import { foldLetters } from './escapes.ts';

/** One path of the file system, whatever its spelling, by where it begins and the names that follow. */
export interface NormalPath {
  /** `''` the root, `~` a home that the path does not name, `c:` a drive, `..` a folder above the repository's root. */
  readonly base: string;
  /** How many folders above, for the base `..`; a path inside the repository is none above. */
  readonly above: number;
  readonly names: readonly string[];
}

const HOME = /^(?:~|\$home|\$\{home\}|\$\{?env:(?:home|userprofile)\}?|%userprofile%|%home%)(?=\/|$)/;
const DRIVE = /^([a-z]):(?=\/|$)/;
const MOUNTED_DRIVE = /^\/+(?:mnt|cygdrive)\/+([a-z])(?=\/|$)/;
const DISTRIBUTION = /^\/+(?:wsl\$|wsl\.localhost)\/+[^/]+/;

/**
 * A path as a policy or a command line writes it, alone and undisguised: `/srv/shop`, `~/src/shop`, `C:\src\shop`,
 * `\\wsl$\Debian\srv\shop`, `file:///srv/shop`, `../shop` (from the repository's root).
 */
export function normalPath(path: string): NormalPath {
  const { base, rest } = splitBase(path);
  const { names, above } = walked(rest);
  return { base, above: base === '..' ? above : 0, names };
}

/** Where a path begins, and its names as they are written, `..` among them. */
export function splitBase(path: string): { base: string; rest: string } {
  const text = foldLetters(path)
    .replaceAll('\\', '/')
    .replace(/^file:(?:\/\/localhost)?(?=\/)/, '')
    .replace(/^\/{1,}(?=[a-z]:(?:\/|$))/, '')
    .replace(/^\/\/[?.]\/(?=[a-z]:)/, '');
  const home = HOME.exec(text);
  if (home) return { base: '~', rest: text.slice(home[0].length) };
  const drive = DRIVE.exec(text) ?? MOUNTED_DRIVE.exec(text);
  if (drive) return { base: `${drive[1]}:`, rest: text.slice(drive[0].length) };
  if (text.startsWith('/')) return { base: '', rest: text.replace(DISTRIBUTION, '') };
  return { base: '..', rest: text };
}

function walked(text: string): { names: string[]; above: number } {
  const names: string[] = [];
  let above = 0;
  for (const name of text.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.length > 0) names.pop();
    else above += 1;
  }
  return { names, above };
}

/** As a hash is made of it: `/srv/shop`, `~/src/shop`, `c:/src/shop`. */
export function written(path: NormalPath): string {
  return [path.base, ...path.names].join('/');
}
