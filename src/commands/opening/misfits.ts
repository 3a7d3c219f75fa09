import type { CheckOptions } from '../check-options.ts';
import { UsageError } from '../failure.ts';

/** What judges something else than the working tree as a whole, and how it is called. */
function wholeScope(options: CheckOptions): string | undefined {
  if (options.staged) return '--staged';
  if (options.range !== undefined) return '--range';
  if (options.rev !== undefined) return '--rev';
  if (options.history) return '--history';
  if (options.message !== undefined) return '--message';
  if (options.stdin) return '--stdin';
  return undefined;
}

/** An argument that would be left aside reads as one that was judged. */
export function refuseMisfits(options: CheckOptions): void {
  const scope = wholeScope(options);
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
