/** A policy that can't be used: a user's mistake, shown with its line and the way out, and exit 2. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** The policy file, and the line from 1 where one is known. */
  readonly source: string;
  readonly line: number | undefined;
  readonly help: string;

  constructor(source: string, line: number | undefined, message: string, help: string) {
    super(message);
    this.source = source;
    this.line = line;
    this.help = help;
  }
}
