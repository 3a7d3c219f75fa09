import { isStagedHook } from './staged-hook.ts';

/** A hook is over soon; an index of evidence is one long loop; a history takes long; others may have a tree to judge. */
export type Use = 'hook' | 'evidence' | 'history' | 'others';

/** What the program is started for, by its arguments. Nothing but how fast it is depends on it. */
export function useOf(args: readonly string[]): Use {
  if (isStagedHook(args)) return 'hook';
  if (args[0] === 'evidence') return 'evidence';
  return args.includes('--history') ? 'history' : 'others';
}
