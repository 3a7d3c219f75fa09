import { compileGlobs } from '../policy/globs.ts';
import type { Policy } from '../policy/policy.ts';
import type { Paths } from './paths.ts';
import type { Route } from './route.ts';

/** `~` of a policy stands for any home folder, written out or not. */
function homes(path: string): readonly string[] {
  const rest = /^(?:~|\$HOME|\$\{HOME\})(\/.*)$/.exec(path)?.[1];
  return rest === undefined ? [path] : [`/home/*${rest}`, `/Users/*${rest}`];
}

/** Globs of what may be named as a source though it lies outside: everything under a root, and each listed reference. */
function outsideGlobs({ evidence }: Policy): readonly string[] {
  const roots = evidence.roots.map((root) => `${root.replace(/\/+$/, '')}/**`);
  return [...roots, ...evidence.references].flatMap(homes);
}

// A run directory: `20260602T101500Z-r1-string-slugify-4711`
const RUN = /^\d{8}T\d{6}Z-[A-Za-z0-9._-]{1,120}-\d{1,10}$/;

/** A run directory may be named by itself, or under the last folder of an evidence root: `harness-runs/RUN/report.json`. */
function isRun(path: string, { evidence }: Policy): boolean {
  const [first = '', second = ''] = path.split('/');
  const folders = evidence.roots.map((root) => root.replace(/\/+$/, '').split('/').at(-1));
  return RUN.test(first) || (folders.includes(first) && RUN.test(second));
}

/** A path as it is compared: without `./`, an anchor or a line number. `undefined` for what leads somewhere else than it reads. */
function plainPath(reference: string): string | undefined {
  const path = reference.replace(/(?:#[^/]*|:\d{1,9})$/, '').replace(/^(?:\.\/)+/, '');
  const isOdd =
    /[\\%\p{Cc}\p{Cf}]|\/\//u.test(path) || path.split('/').some((part) => part === '..' || part === '.');
  return isOdd || path === '' ? undefined : path;
}

function names(path: string, from: string, paths: Paths): boolean {
  return paths.has(path) || paths.has(from.slice(0, from.lastIndexOf('/') + 1) + path);
}

/**
 * Whether a source that a document at `from` names is a file of the revision, a commit of the repository, or a path that
 * the policy lists. Told by the text alone: nothing outside of the repository is opened.
 */
export function createResolver(
  route: Pick<Route, 'paths' | 'commits'>,
  policy: Policy,
): (reference: string, from: string) => boolean {
  const globs = outsideGlobs(policy);
  const isOutside = compileGlobs(globs);
  // `~` in a document may be the home of anybody whom the policy names, or of somebody it leaves open.
  const people = globs.flatMap((glob) => /^\/(?:home|Users)\/([^/*?{[]+)\//.exec(glob)?.[1] ?? []);
  const users = [...new Set(['user', ...people])];
  return (reference, from) => {
    const commit = /^(?:commit:?\s{1,4})?([0-9a-f]{7,64})(?![0-9A-Za-z])/.exec(reference)?.[1];
    if (commit !== undefined && route.commits.has(commit)) return true;
    const path = plainPath(reference);
    if (path === undefined) return false;
    if (/^(?:\/|~\/|\$HOME\/|\$\{HOME\}\/)/.test(path)) {
      return homes(path).some((spelling) =>
        users.some((user) => isOutside(spelling.replace('/*/', `/${user}/`))),
      );
    }
    return names(path, from, route.paths) || route.paths.hasName(path) || isRun(path, policy);
  };
}
