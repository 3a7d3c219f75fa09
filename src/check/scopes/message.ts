import type { Scope } from '../scope.ts';
import { EMPTY_SNAPSHOT } from '../snapshot.ts';
import { noSteps } from './steps.ts';

// `git commit --verbose` puts the diff below this line, and takes line and diff away again.
const SCISSORS = /^. -{8,} >8 -{8,}$/m;

/** A commit message before it is committed, as a `commit-msg` hook gets it. */
export function messageScope(bytes: Uint8Array): Scope {
  const text = Buffer.from(bytes);
  const cut = SCISSORS.exec(text.toString('latin1'))?.index ?? text.length;
  const message = text.subarray(0, cut);
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
