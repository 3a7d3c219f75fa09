import type { Step } from '../scope.ts';

/** For scopes without a base: what changed is not asked. */
export async function* noSteps(): AsyncGenerator<Step> {
  // There is nothing to hold against anything.
}

/** For scopes with one base: the index, or the working tree, against `HEAD`. */
export async function* oneStep(step: Step): AsyncGenerator<Step> {
  yield step;
}
