import type { CheckOptions } from '../check-options.ts';
import { UsageError } from '../failure.ts';

/** What judges something else than the working tree as a whole, and how it is called. */
function wholeScopes(options: CheckOptions): readonly string[] {
  const asked: Readonly<Record<string, boolean>> = {
    '--staged': options.staged === true,
    '--range': options.range !== undefined,
    '--rev': options.rev !== undefined,
    '--history': options.history === true,
    '--message': options.message !== undefined,
    '--stdin': options.stdin === true,
  };
  return Object.keys(asked).filter((name) => asked[name]);
}

/** An argument that would be left aside reads as one that was judged. */
export function refuseMisfits(options: CheckOptions): void {
  const [scope, other] = wholeScopes(options);
  if (other !== undefined) {
    throw new UsageError(
      `${scope} and ${other} name different things to judge.`,
      'Give one of them, and run once for each.',
    );
  }
  if (scope !== undefined && options.paths.length > 0) {
    throw new UsageError(
      `${scope} takes no paths.`,
      scope === '--stdin'
        ? 'Say with `--stdin-filename` which file the text is.'
        : 'Paths choose files of the working tree; leave them out to judge what the option names as a whole.',
    );
  }
  if (options.stdinFilename !== undefined && !options.stdin) {
    throw new UsageError(
      '--stdin-filename names the file of a text that is not read.',
      'Add `--stdin`, or name the file as a path.',
    );
  }
}
