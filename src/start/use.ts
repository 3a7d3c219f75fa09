import { isStagedHook } from './staged-hook.ts';

/** A hook is over soon; an index of evidence is one long loop; others may have a tree to judge, or a history. */
export type Use = 'hook' | 'evidence' | 'others';

/** What the program is started for, by its arguments. Nothing but how fast it is depends on it. */
export function useOf(args: readonly string[]): Use {
  if (isStagedHook(args)) return 'hook';
  return args[0] === 'evidence' ? 'evidence' : 'others';
}
