import type { PolicyData } from '../../policy/schema.ts';
import type { Scope } from '../scope.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Listing } from './listing.ts';

/** What every scope needs beside the repository. */
export interface ScopeOptions {
  /** Larger blobs are not read. */
  readonly maxBytes: number;
  /** The policy that the run is made with. */
  readonly policy: PolicyData;
  /** The policy that a revision itself has; `undefined` where its file can't be used. */
  readonly policyOf: (snapshot: Snapshot) => Promise<PolicyData | undefined>;
  /** Where the policy is of a revision that what is judged can't change: who may decide comes from there, keys too. */
  readonly trusted?: { readonly policy: PolicyData; readonly listing: Listing } | undefined;
  readonly knownCommits: Scope['knownCommits'];
}
