/** What an environment says about a push or a pull request, in texts that nobody has looked up yet. */
export interface Plan {
  readonly from: 'GitHub Actions' | 'GitLab CI' | 'upstream';
  /** Deletions bring nothing. */
  readonly deletion?: boolean;
  /** The commit before; zeros or none where there was none. */
  readonly base: string | undefined;
  /** Names to try where the base is not here, in turn: a branch that is known to have been judged. */
  readonly insteadOf: readonly string[];
  /** Whether all of history is an answer where no base is left: for a push, but not for a pull request. */
  readonly allOtherwise: boolean;
  readonly head: string;
  /** The branch or tag that it is about, as the environment writes it. */
  readonly ref: string | undefined;
}
