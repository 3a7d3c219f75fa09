import { malformed } from '../git-error.ts';
import { readAhead } from '../objects/read-ahead.ts';
import { pathTextOfLatin1 } from '../path-text.ts';
import { startGit } from '../process.ts';
import type { Repository } from '../repository/repository.ts';
import { type Selection, selectionArguments, selectionInput } from './selection.ts';

const STEP = 'listing objects';

export interface FoundBlob {
  readonly blob: string;
  /** One path that leads to it, up to a newline in it; empty where a tag points to the blob itself. */
  readonly path: string;
}

export interface RemainingBlobs {
  /** Asked once, when it is known which blobs the differences showed. */
  except(isKnown: (blob: string) => boolean): AsyncGenerator<FoundBlob, void, undefined>;
  stop(): void;
}

/** `<id> <path>`, `<id> ` or `<id>`; `?<id>` is an object that is missing. */
const LINE = /^(\??)([0-9a-f]{40,64})(?: (.*))?$/s;

/**
 * Every blob that the selection reaches and what it excludes does not, as git itself counts them: what the differences
 * of commits did not show (a malformed tree, a tag of a blob) shows here. Streams; one process, which begins at once and
 * has to be stopped where nothing is asked of it: it takes its time, in which those differences can be looked at.
 */
export function startRemainingBlobs(repository: Repository, selection: Selection): RemainingBlobs {
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
  const output = readAhead(running.output());
  return { except: (isKnown) => foundIn(output, isKnown), stop: running.stop };
}

async function* foundIn(
  output: AsyncIterable<Buffer>,
  isKnown: (blob: string) => boolean,
): AsyncGenerator<FoundBlob, void, undefined> {
  let rest = '';
  for await (const chunk of output) {
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
}
