import type { Document } from '../documents/document.ts';
import type { SourceFile } from '../file.ts';
import type { PolicyData } from '../policy/schema.ts';
import type { Route } from './route.ts';

/** One path that differs between base and next. `base` and `next` are absent where the path is. */
export interface ChangedFile {
  readonly path: string;
  readonly base: SourceFile | undefined;
  readonly next: SourceFile | undefined;
}

/** Who made a commit: as git has it, and what verifying its signature said. */
export interface Authorship {
  /** Who may decide; left out, as the policy of before the change has it. */
  readonly authorities?: PolicyData['authorities'];
  readonly authorEmail: string;
  readonly committerEmail: string;
  /** `good`: by one of the policy's signers. Only asked for where the policy wants a signature. */
  readonly signature: 'good' | 'bad' | 'none' | 'not-asked';
  /**
   * Paths that a merge took over as another parent has them, where its first parent had not changed them: whoever made
   * the commits of that parent answers for them.
   */
  readonly takenOver: ReadonlySet<string>;
}

/** A pair of revisions. In commit scopes one for each commit that touches what is governed, against its first parent. */
export interface Change {
  readonly base: Route;
  readonly next: Route;
  readonly files: readonly ChangedFile[];
  /** Absent for the index and the working tree: nobody has committed them yet. */
  readonly authorship: Authorship | undefined;
  readonly basePolicy: PolicyData;
  /** `undefined` where the next revision's policy file can't be used. */
  readonly nextPolicy: PolicyData | undefined;
  /** The policy file of the next revision, or of the base where it is gone; `undefined` where neither has changed it. */
  readonly policyFile: { readonly file: SourceFile; readonly document: Document | undefined } | undefined;
}
