/** All paths of a revision. There may be a hundred thousand, of which a route asks for a few. */
export interface Paths {
  has(path: string): boolean;
  /** Whether a file has that name, in whatever folder. */
  hasName(name: string): boolean;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Of a listing, which is gone through when the first is asked for. */
export function pathsOf(listed: () => Iterable<string>): Paths {
  let paths: ReadonlySet<string> | undefined;
  let names: ReadonlySet<string> | undefined;
  const all = (): ReadonlySet<string> => {
    paths ??= new Set(listed());
    return paths;
  };
  return {
    has: (path) => all().has(path),
    hasName: (name) => {
      names ??= new Set([...all()].map(nameOf));
      return names.has(name);
    },
  };
}

/** To go through a hundred thousand paths takes as long as to search them about so many times. */
const SEARCHES = 40;

/** Paths that are searched for, a few times; then they are listed. */
export function searchedPaths(search: Paths, listed: () => Iterable<string>): Paths {
  const all = pathsOf(listed);
  let searches = 0;
  const chosen = (): Paths => (searches++ < SEARCHES ? search : all);
  return { has: (path) => chosen().has(path), hasName: (name) => chosen().hasName(name) };
}
