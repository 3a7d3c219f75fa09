/** Exit 2 for a mistake of the user's: one clear sentence, and the way out. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

interface Explained {
  readonly message: string;
  readonly help: string;
}

const INTERNAL_HELP =
  'This is a fault of cto-lint, not of your repository. Please report it with the command that you ran.';

function isExplained(error: unknown): error is Error & { help: string; source?: string; line?: number } {
  return error instanceof Error && typeof (error as { help?: unknown }).help === 'string';
}

/**
 * What a user is told of an error. Errors of ours carry their own sentence; of any other only the class is named, since
 * a library's message may quote what it was reading. Set `CTO_LINT_DEBUG=1` for the stack's file names and lines.
 */
export function explainFailure(error: unknown): Explained {
  if (isExplained(error)) {
    const place =
      error.source === undefined
        ? ''
        : `${error.source}${error.line === undefined ? '' : `:${error.line}`}: `;
    return { message: place + error.message, help: error.help };
  }
  if (error instanceof Error && error.name === 'RuleError')
    return { message: `${error.message}.`, help: INTERNAL_HELP };
  const kind = error instanceof Error ? error.name : typeof error;
  return { message: `An internal fault ended the run (${kind}).`, help: INTERNAL_HELP };
}
