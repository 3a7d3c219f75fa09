import type { Scope } from '../scope.ts';
import { EMPTY_SNAPSHOT } from '../snapshot.ts';
import { noSteps } from './steps.ts';

/** A commit message before it is committed, as a `commit-msg` hook gets it. */
export function messageScope(message: Uint8Array): Scope {
  return {
    summary: { kind: 'message', base: null, next: null },
    commits: 0,
    async *files(wants) {
      const file = {
        path: 'COMMIT_EDITMSG',
        mode: '100644',
        blob: '',
        size: message.length,
        bytes: message,
        unreadable: undefined,
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
