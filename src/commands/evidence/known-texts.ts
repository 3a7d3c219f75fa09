import { decodeText } from '../../documents/text.ts';
import type { KnownText } from '../../evidence/index/known-text.ts';
import { LONGEST_RUN } from '../../evidence/run-directory.ts';
import { listCommits } from '../../git/commits/commit-list.ts';
import type { Commit } from '../../git/commits/commit-object.ts';
import { walkCommits } from '../../git/commits/commit-walk.ts';
import { hashObject, type ObjectId } from '../../git/object-id.ts';
import { readObjects } from '../../git/objects/objects.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Past } from './past.ts';

/** What a person wrote is smaller; a bundle or a data set is nothing that a trace quotes. */
const LARGEST = 2 << 20;

/** A subject that is longer is a text, and may be a copy itself. */
const LONGEST_SUBJECT = 200;

/**
 * What commits of the past held: the text of each blob once, since the first commit that brought it, and every commit's
 * subject, which counts for a run that made the commit too.
 */
export async function* knownTexts(
  repository: Repository,
  { tips, without }: Past,
): AsyncGenerator<KnownText, void, undefined> {
  const judged = new Set<ObjectId>();
  if (without !== undefined) for (const { id } of await listCommits(repository, without)) judged.add(id);
  const since = new Map<string, number>();
  const times = new Map<ObjectId, number>();
  for await (const { id, commit, brought } of walkCommits(repository, await listCommits(repository, tips))) {
    const time = timeOf(commit, times);
    times.set(id, time);
    if (judged.has(id)) continue;
    const subject = subjectOf(commit.message);
    // A run shows the subjects of the commits that it makes itself, and a document may list them.
    if (subject.length <= LONGEST_SUBJECT) yield { text: subject, since: time - LONGEST_RUN };
    for (const { next } of brought) {
      if (next?.mode.startsWith('100')) since.set(next.blob, Math.min(time, since.get(next.blob) ?? time));
    }
  }
  for await (const object of readObjects(repository, since.keys(), { maxBytes: LARGEST })) {
    if (object.kind !== 'object') continue;
    const { text, encoding } = decodeText(object.bytes, '');
    if (encoding !== 'binary') {
      const blobs = [object.id, idWithReturns(object.bytes, repository)];
      yield { text, blobs, since: since.get(object.id)! };
    }
  }
}

/** The id that a text has where git writes `\r\n` to the disk, and a run copies it from there. */
function idWithReturns(bytes: Uint8Array, { objectFormat }: Repository): ObjectId {
  const text = Buffer.from(bytes).toString('latin1').replace(/\r?\n/g, '\r\n');
  return hashObject(objectFormat, 'blob', Buffer.from(text, 'latin1'));
}

function subjectOf(message: Buffer): string {
  const end = message.indexOf(0x0a);
  return message.toString('utf8', 0, end === -1 ? message.length : end);
}

/**
 * Milliseconds. Of the two dates that a commit has the later one, and never before its parents': who sets a clock back
 * for a commit does not set it back for those that it stands on.
 */
function timeOf({ author, committer, parents }: Commit, times: ReadonlyMap<ObjectId, number>): number {
  return parents.reduce(
    (time, parent) => Math.max(time, times.get(parent) ?? Number.POSITIVE_INFINITY),
    Math.max(dateIn(author), dateIn(committer)),
  );
}

/** `Name <mail> 1767225600 +0000`; what has no readable date is newer than any run. */
function dateIn(person: Buffer): number {
  const seconds = /> (\d{1,12}) [+-]\d{1,8}$/.exec(person.toString('latin1'))?.[1];
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1000;
}
