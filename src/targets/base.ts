import { foldLetters } from './escapes.ts';
import type { PathNode } from './graph.ts';
import type { TargetMatcher } from './matcher.ts';
import { pathNames } from './names.ts';
import { normalPath } from './normalise.ts';
import { advance, type Lookup, type Step, stepTo } from './walk.ts';

/** Where a text lies, as far as that is known. */
export interface TextPlace {
  /** The folder of the file, from the repository's root, `/`-separated; `''` is the root itself. */
  readonly from?: string | undefined;
  /** The repository's root in the file system, absolute. */
  readonly root?: string | undefined;
}

/**
 * The steps that a relative path starts from, outermost first. What leads up and out of the repository could stand
 * anywhere, since nobody knows where the next checkout lies: there the rest is also tried from the file system's root.
 */
export function baseSteps(place: TextPlace, matcher: TargetMatcher): readonly Step[] {
  const known = place.root === undefined ? [] : stepsAlong(place.root, matcher);
  const above = (count: number): PathNode[] => {
    const named = matcher.above.get(count);
    const nodes = known.at(-1 - count)?.nodes ?? [];
    return named === undefined ? [...nodes] : [...nodes, named];
  };
  const steps: Step[] = [];
  for (let count = Math.max(1, known.length - 1, ...matcher.above.keys()); count >= 1; count -= 1) {
    steps.push(stepTo([matcher.roots.posix, ...above(count)]));
  }
  steps.push({ nodes: above(0), written: known.at(-1)?.written ?? [] });
  for (const name of foldLetters(place.from ?? '').split('/')) {
    if (name !== '' && name !== '.') steps.push(advance(steps.at(-1)!, name, pathLookup(matcher)));
  }
  return steps;
}

/** Paths are compared name by name, and by hash. */
export function pathLookup({ hashes }: TargetMatcher): Lookup {
  return { hashes, namesOf: pathNames };
}

function stepsAlong(root: string, matcher: TargetMatcher): Step[] {
  const path = normalPath(root);
  const drive = matcher.roots.drives.get(path.base.slice(0, 1));
  const steps = [stepTo([drive ?? matcher.roots.posix])];
  for (const name of path.names) steps.push(advance(steps.at(-1)!, name, pathLookup(matcher)));
  return steps;
}
