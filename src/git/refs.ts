import { parseTag, type Tag } from './commits/commit-object.ts';
import { GitError, malformed } from './git-error.ts';
import { type ObjectId, toObjectId } from './object-id.ts';
import type { ObjectType } from './objects/batch.ts';
import { readObjects } from './objects/objects.ts';
import { pathTextOfLatin1 } from './path-text.ts';
import { gitOutput } from './process.ts';
import type { Repository } from './repository/repository.ts';

export interface Ref {
  /** `refs/heads/main`; a byte that is not UTF-8 is `\xNN`. */
  readonly name: string;
  readonly id: ObjectId;
  readonly type: ObjectType;
  /** Where an annotated tag leads in the end; elsewhere the same as `id`. */
  readonly target: ObjectId;
}

const FORMAT = '%(refname)%00%(objectname)%00%(objecttype)%00%(*objectname)';
const MAX_TAG_BYTES = 16 * 1024 * 1024;
const MAX_NESTED_TAGS = 100;

function refOf(step: string, line: string): Ref {
  const [name, idText, type, peeled] = line.split('\0');
  const id = toObjectId(idText ?? '');
  if (!name || id === undefined || peeled === undefined) throw malformed(step);
  return { name: pathTextOfLatin1(name), id, type: type as ObjectType, target: toObjectId(peeled) ?? id };
}

/** Every ref: branches, tags, notes, the stash, remote-tracking ones. One process. */
export async function listRefs(repository: Repository): Promise<readonly Ref[]> {
  const step = 'listing refs';
  const output = await gitOutput(repository.git, step, ['for-each-ref', `--format=${FORMAT}`]);
  const lines = output.toString('latin1').split('\n');
  if (lines.pop() !== '') throw malformed(step);
  return lines.map((line) => refOf(step, line));
}

export interface FoundTag {
  readonly id: ObjectId;
  readonly tag: Tag;
}

/** Of the ref no more is told: its name may hold a secret. */
function missingBehind(namedBy: 'ref' | 'tag'): GitError {
  return new GitError(
    `an object that a ${namedBy} names is missing from the repository`,
    'look with `git fsck`, and fetch or push again what is missing',
  );
}

/** The tag objects among these ids, and those that they point to in turn. One process for each level, mostly one. */
export async function readTags(
  repository: Repository,
  ids: readonly ObjectId[],
): Promise<readonly FoundTag[]> {
  const tags = new Map<ObjectId, Tag>();
  let waiting: readonly ObjectId[] = ids;
  for (let level = 0; waiting.length > 0; level++) {
    if (level > MAX_NESTED_TAGS) throw new GitError('tags are nested too deep', 'delete the tag of tags');
    const following = new Set<ObjectId>();
    for await (const answer of readObjects(repository, waiting, { maxBytes: MAX_TAG_BYTES })) {
      if (answer.kind === 'missing') throw missingBehind(level === 0 ? 'ref' : 'tag');
      if (answer.type !== 'tag') continue;
      if (answer.kind === 'too-large') {
        throw new GitError('a tag is too large to judge', 'say less in its message, and make it anew');
      }
      const tag = parseTag(answer.bytes);
      tags.set(answer.id as ObjectId, tag);
      if (tag.type === 'tag' && !tags.has(tag.object)) following.add(tag.object);
    }
    waiting = [...following];
  }
  return Array.from(tags, ([id, tag]) => ({ id, tag }));
}
