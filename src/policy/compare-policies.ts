import { BUILT_IN } from './builtin.ts';
import {
  compareDeclared,
  compareExceptions,
  compareRules,
  compareSuppressions,
  compareTargets,
} from './comparison/compare-entries.ts';
import { compareRoots } from './comparison/compare-roots.ts';
import {
  compareClaims,
  compareDocumentStatements,
  compareNeeds,
  compareStatements,
} from './comparison/compare-statements.ts';
import { covers } from './comparison/covers.ts';
import { DIRECTIONS, type Direction, type Parts } from './comparison/directions.ts';
import { has, isMapping, isSame, type KeyPath, type Loosening } from './comparison/loosening.ts';
import type { PolicyData } from './schema.ts';

export type { Loosening } from './comparison/loosening.ts';

type Comparison = (base: never, next: never, path: KeyPath) => Iterable<Loosening>;

/** Where the direction is `own`. Lists that are absent are empty. */
const OWN: readonly (readonly [RegExp, Comparison])[] = [
  [/^rules$/, compareRules],
  [/^suppress$/, compareSuppressions],
  [/^except$/, compareExceptions],
  [/^declare$/, compareDeclared],
  [/^targets$/, compareTargets],
  [/^evidence\.roots$/, compareRoots],
  [/^claims$/, compareClaims],
  [/^(?:packet\.)?statements$/, compareStatements],
  [/^sot\.statements$/, compareDocumentStatements],
  [/^work\.gates\..*\.needs$/, compareNeeds],
  [/^extends$/, compareExtends],
  [/^decision\.branches\..*\.is$/, compareShapes],
];

function* compareExtends(base: string, next: string, path: KeyPath): Iterable<Loosening> {
  if (base === 'cto' && next === 'none') yield { path, kind: 'extends' };
}

/** `text` asks for nothing beyond being there, so that anything else asks for more. */
function* compareShapes(base: string, next: string, path: KeyPath): Iterable<Loosening> {
  if (base !== next && base !== 'text') yield { path, kind: 'changed' };
}

function* compareKept(
  base: readonly unknown[],
  next: readonly unknown[],
  path: KeyPath,
): Iterable<Loosening> {
  if (base.some((one) => !has(next, one))) yield { path, kind: 'removed' };
}

function* compareGranted(
  base: readonly unknown[],
  next: readonly unknown[],
  path: KeyPath,
): Iterable<Loosening> {
  for (const [at, one] of next.entries()) {
    if (!has(base, one)) yield { path: [...path, at], kind: 'allowed' };
  }
}

/** Names of a policy's are its own: one of `constructor` is none that every object has. */
function own<T>(mapping: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

function* compareMappings(
  base: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
  parts: Parts,
  path: KeyPath,
): Iterable<Loosening> {
  for (const [key, value] of Object.entries(base)) {
    if (value === undefined) continue;
    const now = own(next, key);
    const mayGo = '-' in parts && now === undefined;
    if (!mayGo) yield* compare(value, now, own(parts, key) ?? parts['*'] ?? 'fixed', [...path, key]);
  }
  for (const [key, value] of Object.entries(next)) {
    if (own(base, key) !== undefined || value === undefined) continue;
    if ('+' in parts) yield { path: [...path, key], kind: 'allowed' };
    else yield* compareNew(value, own(parts, key), [...path, key]);
  }
}

/** A key that was not there before: most ask for something more, some allow something by being there. */
function* compareNew(value: unknown, direction: Direction | undefined, path: KeyPath): Iterable<Loosening> {
  if (direction === 'permit') yield { path, kind: 'allowed' };
  if (direction === 'grant') yield* compareGranted([], value as unknown[], path);
}

function* compare(base: unknown, next: unknown, direction: Direction, path: KeyPath): Iterable<Loosening> {
  if (isSame(base, next) || direction === 'free') return;
  if (direction === 'own') {
    const compareOwn = OWN.find(([keys]) => keys.test(path.join('.')))?.[1];
    if (compareOwn === undefined) throw new Error('a part of the policy is compared by no function');
    if (next !== undefined) yield* compareOwn(base as never, next as never, path);
    else yield { path, kind: 'removed' };
  } else if (direction === 'grant') {
    yield* compareGranted(base as unknown[], (next ?? []) as unknown[], path);
  } else if (direction === 'permit') {
    if (next !== undefined) yield { path, kind: 'allowed' };
  } else if (next === undefined) {
    yield { path, kind: 'removed' };
  } else if (direction === 'keep') {
    yield* compareKept(base as unknown[], next as unknown[], path);
  } else if (direction === 'restrict') {
    yield* compareGranted(base as unknown[], next as unknown[], path);
  } else if (direction === 'globs') {
    const wide = next as string[];
    if ((base as string[]).some((glob) => !covers(wide, glob))) yield { path, kind: 'narrowed' };
  } else if (direction === 'fixed') {
    yield { path, kind: 'changed' };
  } else if (direction === 'true') {
    if (base === true) yield { path, kind: 'changed' };
  } else if (isMapping(base) && isMapping(next)) {
    yield* compareMappings(base, next, direction, path);
  }
}

/** The built-in policy is written out and extends nothing; to a repository it is what a file extends. */
function known(policy: PolicyData): Readonly<Record<string, unknown>> {
  const keys = Object.keys(DIRECTIONS) as (keyof PolicyData)[];
  const data = Object.fromEntries(keys.map((key) => [key, policy[key]]));
  return policy === BUILT_IN ? { ...data, extends: 'cto' } : data;
}

/**
 * What the later of two policies demands less than the earlier, each with the keys that lead to it. What can't be shown
 * to be as strict counts as loosened. Pure.
 */
export function loosenings(base: PolicyData, next: PolicyData): readonly Loosening[] {
  const [before, after] = [known(base), known(next)];
  // Another team's policy has little in common with the one that it leaves: that it leaves it says all there is to say.
  if (before.extends === 'cto' && after.extends === 'none') return [{ path: ['extends'], kind: 'extends' }];
  return [...compareMappings(before, after, DIRECTIONS, [])];
}
