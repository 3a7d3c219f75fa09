import { addAlias, type PathNode, pathNode } from './graph.ts';

/** The places from which a path can begin, joined by the ways in which systems lead from one to another. */
export interface Roots {
  readonly posix: PathNode;
  /** Anybody's home: targets that the policy writes with `~`. */
  readonly home: PathNode;
  /** The home that `~` and `$HOME` mean where the policy names a person's: targets such as `/home/jp/shop`. */
  readonly ownHome: PathNode;
  readonly drives: ReadonlyMap<string, PathNode>;
}

const HOMES = [
  ['home', '*'],
  ['users', '*'],
  ['root'],
  ['var', 'home', '*'],
  ['usr', 'home', '*'],
  ['export', 'home', '*'],
  ['var', 'root'],
];
const DRIVE_HOMES = [
  ['users', '*'],
  ['documents and settings', '*'],
];

/**
 * Ways back to the root of the file system: WSL's shares (learn.microsoft.com, "Working across file systems"), proc(5)'s
 * `root`, macOS' firmlinks, and where containers and rescue systems mount the host.
 */
const SAME_ROOT = [
  ['wsl$', '*'],
  ['wsl.localhost', '*'],
  ['mnt', 'wsl', '*'],
  ['proc', '*', 'root'],
  ['proc', '*', 'task', '*', 'root'],
  ['private'],
  ['system', 'volumes', 'data'],
  ['host'],
  ['hostfs'],
  ['rootfs'],
  ['host_mnt'],
  ['mnt', 'host'],
  ['mnt', 'rootfs'],
  ['unc'],
];

/** Where a drive of Windows appears: WSL, Git for Windows, Cygwin, Docker Desktop, `file:///c:/`, administrative shares. */
function drivePlaces(letter: string): string[][] {
  return [
    [`${letter}:`],
    [letter],
    ['mnt', letter],
    ['cygdrive', letter],
    ['host_mnt', letter],
    ['run', 'desktop', 'mnt', 'host', letter],
    ['localhost', `${letter}$`],
    ['127.0.0.1', `${letter}$`],
  ];
}

export function fileSystemRoots(): Roots {
  const posix = pathNode('');
  const home = pathNode('~');
  const drives = new Map<string, PathNode>();
  for (const path of HOMES) addAlias(posix, path, home);
  for (const path of SAME_ROOT) addAlias(posix, path, posix);
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const drive = pathNode(`${letter}:`);
    drives.set(letter, drive);
    for (const path of DRIVE_HOMES) addAlias(drive, path, home);
    for (const path of drivePlaces(letter)) addAlias(posix, path, drive);
  }
  return { posix, home, ownHome: pathNode(), drives };
}
