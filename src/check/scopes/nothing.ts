import type { ScopeSummary } from '../../report/report.ts';
import type { Scope } from '../scope.ts';
import { EMPTY_SNAPSHOT } from '../snapshot.ts';
import { noSteps } from './steps.ts';

async function* noFiles(): ReturnType<Scope['files']> {
  // There are none.
}

/** A push that only deletes: it brings nothing, so there is nothing to judge. */
export function emptyScope(kind: ScopeSummary['kind']): Scope {
  return {
    summary: { kind, base: null, next: null },
    commits: 0,
    files: noFiles,
    head: EMPTY_SNAPSHOT,
    changed: new Set(),
    steps: noSteps,
    knownCommits: async () => new Set(),
  };
}
