import type { PolicyData } from '../../policy/schema.ts';
import type { Scope } from '../scope.ts';

/** What every scope needs beside the repository. */
export interface ScopeOptions {
  /** Larger blobs are not read. */
  readonly maxBytes: number;
  /** The policies of base and next, for rules that compare them. */
  readonly policies: { readonly basePolicy: PolicyData; readonly nextPolicy: PolicyData };
  readonly knownCommits: Scope['knownCommits'];
}
