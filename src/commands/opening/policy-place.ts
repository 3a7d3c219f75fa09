import type { Entry } from '../../git/listings/entry.ts';

/** Where the policy comes from. */
export type PolicyPlace =
  | { readonly kind: 'file'; readonly path: string }
  /** `trusted`: another than what is judged. There a misnamed policy is none, or no change could mend its name. */
  | { readonly kind: 'revision'; readonly revision: string; readonly trusted?: boolean }
  /** The index as it was listed already. */
  | { readonly kind: 'index'; readonly entries: readonly Entry[] }
  /** `isListed`: all of it is listed for what is judged. */
  | { readonly kind: 'worktree'; readonly isListed: boolean }
  | { readonly kind: 'built-in' };
