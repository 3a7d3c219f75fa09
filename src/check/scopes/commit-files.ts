import { hash } from 'node:crypto';
import type { Commit, Tag } from '../../git/commits/commit-object.ts';
import { IdSet } from '../../git/id-set.ts';
import type { ObjectId } from '../../git/object-id.ts';
import { readObjects } from '../../git/objects/objects.ts';
import type { RangeStep } from '../../git/ranges/range.ts';
import type { Repository } from '../../git/repository/repository.ts';
import type { Wants } from '../scope.ts';
import type { RawFile } from '../source-file.ts';
import { lookAtEntries } from './blobs.ts';
import { gitlinkFile, rawFile, type ScopedEntry } from './raw-file.ts';

/** Entries whose blobs are read together: as many as one process that stays is asked at once. Memory holds one of them. */
const CHUNK = 512;
/** Entries that are only looked at, each time by a process of its own. */
const LOOKED_AT = 4096;

const NEWLINE = Buffer.from('\n');

/** A text of a commit, ref or tag, as a file that rules can look at. */
export function textFile(path: string, bytes: Uint8Array, commit: string | undefined): RawFile {
  return {
    path,
    mode: '100644',
    blob: '',
    size: bytes.length,
    bytes,
    unreadable: undefined,
    commit,
    origin: 'commit',
  };
}

/** A ref, whose name is all that there is to judge. */
export function nameFile(ref: string, id: string): RawFile {
  return textFile(ref, new Uint8Array(), id);
}

/** What a commit says beside its tree: the message, and who wrote it, with every header that anything can stand in. */
export function commitTexts(id: ObjectId, commit: Commit): readonly RawFile[] {
  const people = Buffer.concat([commit.author, NEWLINE, commit.committer, NEWLINE, commit.otherHeaders]);
  return [textFile('COMMIT_EDITMSG', commit.message, id), textFile('COMMIT', people, id)];
}

export function tagTexts(ref: string, id: ObjectId, tag: Tag): readonly RawFile[] {
  const text = Buffer.concat([
    tag.name,
    NEWLINE,
    tag.tagger,
    NEWLINE,
    tag.otherHeaders,
    NEWLINE,
    tag.message,
  ]);
  return [textFile(ref, text, id)];
}

async function* readChunk(
  repository: Repository,
  entries: readonly ScopedEntry[],
  maxBytes: number,
): AsyncGenerator<RawFile> {
  for (const entry of entries) if (entry.mode === '160000') yield gitlinkFile(entry);
  const byBlob = new Map<string, ScopedEntry[]>();
  for (const entry of entries.filter(({ mode }) => mode !== '160000')) {
    const same = byBlob.get(entry.blob);
    if (same) same.push(entry);
    else byBlob.set(entry.blob, [entry]);
  }
  for await (const answer of readObjects(repository, [...byBlob.keys()], { maxBytes })) {
    for (const entry of byBlob.get(answer.id)!) yield rawFile(entry, answer);
  }
}

/** Told of each commit as it passes, for what is judged once the files are. */
export type Passing = (step: Extract<RangeStep, { kind: 'commit' }>) => void;

/**
 * Everything that commits bring, each path and blob once, with the commit that brought it: files, messages, people.
 * Streams; one process reads the files, and stays.
 */
export async function* commitFiles(
  repository: Repository,
  steps: AsyncIterable<RangeStep>,
  maxBytes: number,
  wants: Wants,
  passing: Passing,
): AsyncGenerator<RawFile> {
  // Of a history there are more than strings of them would leave memory for.
  const seen = new IdSet();
  let chunk: ScopedEntry[] = [];
  let known: ScopedEntry[] = [];
  const take = (entry: ScopedEntry): void => {
    const { blob, mode, path, commit } = entry;
    // Names are whoever's commits, and two of one SHA-1 can be made: the second would be passed over.
    const key = hash('sha256', `${blob}\0${mode}\0${path}`).slice(0, 40);
    if (!seen.add(key)) return;
    const answer = wants({ path, mode, blob, commit });
    if (answer !== false) (answer === 'known' ? known : chunk).push(entry);
  };
  for await (const step of steps) {
    if (step.kind === 'commit') {
      passing(step);
      yield* commitTexts(step.id, step.commit).filter(wants);
      for (const { path, next } of step.brought) if (next) take({ path, ...next, commit: step.id });
    } else {
      take({ path: step.path === '' ? 'OBJECT' : step.path, mode: '100644', blob: step.blob });
    }
    if (known.length >= LOOKED_AT) {
      yield* lookAtEntries(repository, known, maxBytes);
      known = [];
    }
    // A commit may bring any number; with one more than the process is asked at once another would be started.
    while (chunk.length >= CHUNK) {
      yield* readChunk(repository, chunk.slice(0, CHUNK), maxBytes);
      chunk = chunk.slice(CHUNK);
    }
  }
  yield* lookAtEntries(repository, known, maxBytes);
  yield* readChunk(repository, chunk, maxBytes);
}
