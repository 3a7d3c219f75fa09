import type { Survey } from '../survey.ts';

/** What `doctor` asks of the disk beyond what `init` does. */
export interface HookFacts extends Survey {
  /** Permission bits of a hook by its path; `undefined` where there is no regular file. */
  readonly mode: (path: string) => number | undefined;
  /** The folder of hooks that git would use if nothing set `core.hooksPath`. */
  readonly ownHooks: string;
  readonly isLinkedWorktree: boolean;
  /** Variables with which a manager leaves its hooks out: `HUSKY=0`, `LEFTHOOK=0`. */
  readonly switchedOff: string | undefined;
}
