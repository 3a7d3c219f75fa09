import type { Name } from '../../name.ts';
import type { PolicyData } from '../schema.ts';
import { covers } from './covers.ts';
import { isSame, type KeyPath, type Loosening } from './loosening.ts';

type Suppression = PolicyData['suppress'][number];
type Declared = PolicyData['declare'][number];
type Target = PolicyData['targets'][number];
type Severities = PolicyData['rules'];

/** Rules that are warnings from the beginning; every other one is an error, or as sure as its detector is. */
const WARNINGS: ReadonlySet<string> = new Set([
  'decision/review-trigger',
  'target/unlisted-path',
  'work/drift',
]);

const RANK = { off: 0, warning: 1, error: 2 } as const;

/** Without an entry a rule has the severity that it comes with. */
export function* compareRules(base: Severities, next: Severities, path: KeyPath): Iterable<Loosening> {
  for (const rule of new Set([...Object.keys(base), ...Object.keys(next)]) as Set<Name>) {
    const own = WARNINGS.has(rule) ? 'warning' : 'error';
    const now = next[rule] ?? own;
    if (RANK[now] >= RANK[base[rule] ?? own]) continue;
    yield { path: [...path, rule], kind: now === 'off' ? 'off' : 'lowered', rule };
  }
}

function excusesAsMuch(base: Suppression, next: Suppression): boolean {
  const sameValue = base.fingerprint === undefined || base.fingerprint === next.fingerprint;
  return base.rule === next.rule && sameValue && covers([base.path], next.path);
}

/** Each entry excuses nothing that none did before, and for no longer. */
export function* compareSuppressions(
  base: readonly Suppression[],
  next: readonly Suppression[],
  path: KeyPath,
): Iterable<Loosening> {
  for (const [at, one] of next.entries()) {
    const before = base.filter((other) => excusesAsMuch(other, one));
    if (before.some(({ expires }) => expires >= one.expires)) continue;
    const kind = before.length === 0 ? 'suppressed' : 'prolonged';
    yield { path: [...path, at], kind, rule: one.rule };
  }
}

/** The paths that a rule leaves alone are among those that it left alone. */
export function* compareExceptions(
  base: PolicyData['except'],
  next: PolicyData['except'],
  path: KeyPath,
): Iterable<Loosening> {
  for (const [rule, globs] of Object.entries(next) as [Name, string[]][]) {
    for (const [at, glob] of globs.entries()) {
      if (!covers(base[rule] ?? [], glob)) yield { path: [...path, rule, at], kind: 'excepted', rule };
    }
  }
}

/** Declared rules stay as they are; the words of a message are nobody's business. */
export function* compareDeclared(
  base: readonly Declared[],
  next: readonly Declared[],
  path: KeyPath,
): Iterable<Loosening> {
  for (const { message: _, severity, ...one } of base) {
    const at = next.findIndex(({ id }) => id === one.id);
    const now = next[at];
    if (now === undefined) {
      yield { path, kind: 'removed' };
      continue;
    }
    const { message: __, severity: level, ...other } = now;
    if (RANK[level] < RANK[severity])
      yield { path: [...path, at, 'severity'], kind: 'lowered', rule: one.id };
    if (!isSame(one, other)) yield { path: [...path, at], kind: 'changed' };
  }
}

/** The folder itself, or one that it lies in, which forbids more. What leads upwards is no folder below another. */
function isWithin(path: string, folder: string): boolean {
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path + folder)) return false;
  const above = folder.replace(/(?<![/\\])[/\\]+$/, '');
  return above !== '' && path.startsWith(above) && /^[/\\]/.test(path.slice(above.length));
}

/**
 * Every path, remote and hash of a target is some target's still, or the path of a folder that a target has become; what a
 * target is called does not matter.
 */
export function* compareTargets(
  base: readonly Target[],
  next: readonly Target[],
  path: KeyPath,
): Iterable<Loosening> {
  const placesOf = ({ paths, remotes, hashes }: Target): readonly string[] => [
    ...paths,
    ...remotes,
    ...hashes,
  ];
  const listed = new Set(next.flatMap(placesOf));
  const folders = next.flatMap(({ paths }) => paths);
  const isKept = (place: string): boolean => listed.has(place);
  for (const target of base) {
    const paths = target.paths.filter((path) => !folders.some((folder) => isWithin(path, folder)));
    if (placesOf({ ...target, paths }).every(isKept)) continue;
    const at = next.findIndex(({ name }) => name === target.name);
    yield { path: at < 0 ? path : [...path, at], kind: 'removed' };
  }
}
