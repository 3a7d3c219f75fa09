import type { Scope } from '../scope.ts';
import { EMPTY_SNAPSHOT } from '../snapshot.ts';
import { type GivenText, givenContent } from './raw-file.ts';
import { noSteps } from './steps.ts';

/** A commit message before it is committed, as a `commit-msg` hook gets it. */
export function messageScope(message: GivenText): Scope {
  return {
    summary: { kind: 'message', base: null, next: null },
    commits: 0,
    async *files(wants) {
      const file = {
        path: 'COMMIT_EDITMSG',
        mode: '100644',
        blob: '',
        ...givenContent(message),
        commit: undefined,
        origin: 'commit',
      } as const;
      if (wants(file)) yield file;
    },
    head: EMPTY_SNAPSHOT,
    changed: new Set(),
    steps: noSteps,
    knownCommits: async () => new Set(),
  };
}
