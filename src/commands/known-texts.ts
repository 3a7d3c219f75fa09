import { decodeText } from '../documents/text.ts';
import type { KnownText } from '../evidence/known-text.ts';
import { listCommits } from '../git/commit-list.ts';
import { walkCommits } from '../git/commit-walk.ts';
import type { ObjectId } from '../git/object-id.ts';
import { readObjects } from '../git/objects.ts';
import type { Repository } from '../git/repository.ts';

/** What a person wrote is smaller; a bundle or a data set is nothing that a trace quotes. */
const LARGEST = 2 << 20;

/**
 * What commits held: the text of each blob once, since the first commit that brought it, and every commit's subject,
 * since always. `tips` are the commits that count with all that they reach; those of `judged` do not.
 */
export async function* knownTexts(
  repository: Repository,
  tips: readonly ObjectId[],
  judged: readonly ObjectId[] = [],
): AsyncGenerator<KnownText, void, undefined> {
  const since = new Map<string, number>();
  const skipped = new Set<string>(judged);
  const commits = (await listCommits(repository, { tips, not: [] })).filter(({ id }) => !skipped.has(id));
  for await (const { commit, brought } of walkCommits(repository, commits)) {
    yield { text: subjectOf(commit.message), since: Number.NEGATIVE_INFINITY };
    const time = timeOf(commit.committer);
    for (const { next } of brought) {
      if (next?.mode.startsWith('100')) since.set(next.blob, Math.min(time, since.get(next.blob) ?? time));
    }
  }
  for await (const object of readObjects(repository, since.keys(), { maxBytes: LARGEST })) {
    if (object.kind !== 'object') continue;
    const { text, encoding } = decodeText(object.bytes, '');
    if (encoding !== 'binary') yield { text, since: since.get(object.id)! };
  }
}

function subjectOf(message: Buffer): string {
  const end = message.indexOf(0x0a);
  return message.toString('utf8', 0, end === -1 ? message.length : end);
}

/** `Name <mail> 1767225600 +0000`, in milliseconds; a commit without a readable time is newer than any run. */
function timeOf(committer: Buffer): number {
  const seconds = /> (\d{1,12}) [+-]\d{4}$/.exec(committer.toString('latin1'))?.[1];
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1000;
}
