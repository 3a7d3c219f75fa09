import type { PolicyData } from '../policy/schema.ts';
import type { ScopeSummary } from '../report/report.ts';
import type { Authorship } from '../route/change.ts';
import type { Listed, Snapshot } from './snapshot.ts';
import type { RawFile } from './source-file.ts';

/** Two revisions to hold against each other; in commit scopes one pair for each commit that touches what is governed. */
export interface Step {
  readonly base: Snapshot;
  readonly next: Snapshot;
  /** The paths that differ, where git has told them; else the two are compared. */
  readonly changed?: ReadonlySet<string> | undefined;
  readonly authorship: Authorship | undefined;
  readonly commit: string | undefined;
  readonly basePolicy: PolicyData;
  /** `undefined` where the next revision's policy file can't be used. */
  readonly nextPolicy: PolicyData | undefined;
}

/**
 * Which files are to be judged at all. Asked once of each, in turn, before it is read from the repository. `known` of what
 * an earlier run found to be clean: that it is there, and how large it is, is enough. A file without a mode is none of a tree.
 */
export type Wants = (
  file: Pick<RawFile, 'path' | 'blob' | 'commit'> & Partial<Pick<RawFile, 'mode'>>,
) => boolean | 'known';

/** What a run is to judge, whichever way it was asked for. */
export interface Scope {
  readonly summary: ScopeSummary;
  readonly commits: number;
  /** What the file rules judge, in a stable order. What is not wanted is passed over. */
  files(wants: Wants): AsyncIterable<RawFile>;
  /** What document and route rules judge. */
  readonly head: Snapshot;
  /** Paths of the head whose documents are judged; `undefined`: all of them. */
  readonly changed: ReadonlySet<string> | undefined;
  /** What the head has at these paths, where nothing else is judged. */
  readonly headOfChanged?: readonly Listed[];
  /** Asked for once the files have been judged. */
  steps(): AsyncIterable<Step>;
  /** Which of these ids are commits of the repository. */
  knownCommits(ids: readonly string[]): Promise<ReadonlySet<string>>;
}
