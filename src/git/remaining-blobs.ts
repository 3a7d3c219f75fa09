import { malformed } from './git-error.ts';
import { pathTextOfLatin1 } from './path-text.ts';
import { startGit } from './process.ts';
import type { Repository } from './repository.ts';
import { type Selection, selectionArguments, selectionInput } from './selection.ts';

const STEP = 'listing objects';

export interface FoundBlob {
  readonly blob: string;
  /** One path that leads to it, up to a newline in it; empty where a tag points to the blob itself. */
  readonly path: string;
}

/** `<id> <path>`, `<id> ` or `<id>`; `?<id>` is an object that is missing. */
const LINE = /^(\??)([0-9a-f]{40,64})(?: (.*))?$/s;

/**
 * Every blob that the selection reaches and what it excludes does not, as git itself counts them: what the differences
 * of commits did not show (a malformed tree, a tag of a blob) shows here. Streams; one process.
 */
export async function* remainingBlobs(
  repository: Repository,
  selection: Selection,
  isKnown: (blob: string) => boolean,
): AsyncGenerator<FoundBlob, void, undefined> {
  const running = startGit(repository.git, STEP, [
    'rev-list',
    '--objects',
    // Missing blobs are answered for where they are read; a lazy fetch is out of the question.
    '--missing=print',
    '--filter=object:type=blob',
    '--filter-provided-objects',
    ...selectionArguments(selection),
  ]);
  running.stdin.end(selectionInput(selection));
  try {
    let rest = '';
    for await (const chunk of running.output()) {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const match = LINE.exec(line);
        if (!match) throw malformed(STEP);
        const [, missing, blob, path = ''] = match;
        if (missing === '' && !isKnown(blob!)) yield { blob: blob!, path: pathTextOfLatin1(path) };
      }
    }
    if (rest !== '') throw malformed(STEP);
  } finally {
    running.stop();
  }
}
