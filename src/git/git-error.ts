/**
 * git could not answer, so nothing can be judged: exit 2. Both texts are ours alone, since git's own messages quote
 * names and contents that may hold a secret.
 */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** The way out: what a person types or changes. */
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

/** `step` says what git was asked for, as in `listing the index`. */
export function malformed(step: string): GitError {
  return new GitError(
    `${step}: git's answer is cut off or of no known form`,
    'try again; if it stays so, look with `git fsck`',
  );
}
