import type { ObjectId } from '../object-id.ts';

/** Which commits: all that the tips reach and the rest does not. */
export interface Selection {
  /** Commits, or tags of them; a tag of a blob or a tree selects no commit. */
  readonly tips: readonly ObjectId[];
  readonly not: readonly ObjectId[];
  /** `all`: every ref there is; or the refs of one remote. */
  readonly notRefs?: 'all' | { readonly remote: string };
  /** Every ref, and HEAD, as tips as well. */
  readonly allRefs?: boolean;
}

/** A remote's name; an address, as `git push URL` hands to its hook, is none. */
const REMOTE = /^[A-Za-z0-9_][A-Za-z0-9_./-]{0,200}$/;

/** Options of `rev-list`; ids go to its standard input, since there may be more than a command line takes. */
export function selectionArguments(selection: Selection): readonly string[] {
  const args = ['--stdin'];
  if (selection.allRefs) args.push('--all');
  if (selection.notRefs === 'all') args.push('--not', '--all');
  else if (selection.notRefs !== undefined && REMOTE.test(selection.notRefs.remote)) {
    args.push('--not', `--remotes=${selection.notRefs.remote}`);
  }
  return args;
}

export function selectionInput(selection: Selection): string {
  return [...selection.tips, ...selection.not.map((id) => `^${id}`)].map((line) => `${line}\n`).join('');
}
