import type { Commit, Tag } from '../../git/commit-object.ts';
import type { ObjectId } from '../../git/object-id.ts';
import { readObjects } from '../../git/objects.ts';
import type { RangeStep } from '../../git/range.ts';
import type { Repository } from '../../git/repository.ts';
import type { RawFile } from '../source-file.ts';
import type { ScopedEntry } from './blobs.ts';

/** Entries whose blobs are asked for at once: few processes, and memory for one blob at a time. */
const CHUNK = 2000;

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
  // A gitlink's commit is another repository's: its path is judged, and where .gitmodules says that it leads.
  for (const { path, mode, blob, commit } of entries.filter((entry) => entry.mode === '160000')) {
    yield { path, mode, blob, size: 0, bytes: undefined, unreadable: undefined, commit, origin: 'tree' };
  }
  const byBlob = new Map<string, ScopedEntry[]>();
  for (const entry of entries.filter(({ mode }) => mode !== '160000')) {
    const same = byBlob.get(entry.blob);
    if (same) same.push(entry);
    else byBlob.set(entry.blob, [entry]);
  }
  for await (const answer of readObjects(repository, byBlob.keys(), { maxBytes })) {
    for (const { path, mode, blob, commit } of byBlob.get(answer.id)!) {
      const common = { path, mode, blob, commit, origin: 'tree' } as const;
      if (answer.kind === 'object') {
        yield { ...common, size: answer.bytes.length, bytes: answer.bytes, unreadable: undefined };
      } else {
        const size = answer.kind === 'too-large' ? answer.size : 0;
        yield { ...common, size, bytes: undefined, unreadable: answer.kind };
      }
    }
  }
}

/** Told of each commit as it passes, for what is judged once the files are. */
export type Passing = (step: Extract<RangeStep, { kind: 'commit' }>) => void;

/**
 * Everything that commits bring, each path and blob once, with the commit that brought it: files, messages, people.
 * Streams; a process for every 2,000 files.
 */
export async function* commitFiles(
  repository: Repository,
  steps: AsyncIterable<RangeStep>,
  maxBytes: number,
  passing: Passing,
): AsyncGenerator<RawFile> {
  const seen = new Set<string>();
  let chunk: ScopedEntry[] = [];
  const take = (entry: ScopedEntry): void => {
    const key = `${entry.blob}\0${entry.mode}\0${entry.path}`;
    if (!seen.has(key)) chunk.push(entry);
    seen.add(key);
  };
  for await (const step of steps) {
    if (step.kind === 'commit') {
      passing(step);
      yield* commitTexts(step.id, step.commit);
      for (const { path, next } of step.brought) if (next) take({ path, ...next, commit: step.id });
    } else {
      take({ path: step.path === '' ? 'OBJECT' : step.path, mode: '100644', blob: step.blob });
    }
    if (chunk.length < CHUNK) continue;
    yield* readChunk(repository, chunk, maxBytes);
    chunk = [];
  }
  yield* readChunk(repository, chunk, maxBytes);
}
