import type { Entry } from '../../git/listings/entry.ts';
import type { ObjectAnswer } from '../../git/objects/batch.ts';
import type { RawFile } from '../source-file.ts';

/** An entry as a scope hands it on: with the commit that brought it, in scopes that have commits. */
export interface ScopedEntry extends Entry {
  readonly commit?: string;
}

/** An entry with the content that git, or the disk, has for it, or with why there is none. */
export function rawFile({ path, mode, commit }: Omit<ScopedEntry, 'blob'>, answer: ObjectAnswer): RawFile {
  const isThere = answer.kind === 'object';
  return {
    path,
    mode,
    blob: answer.id,
    size: isThere ? answer.bytes.length : answer.kind === 'too-large' ? answer.size : 0,
    bytes: isThere ? answer.bytes : undefined,
    unreadable: isThere ? undefined : answer.kind,
    commit,
    origin: 'tree',
  };
}

/** An entry that an earlier run found clean, with the size that git tells; `undefined` where git has it no more. */
export function knownFile(entry: ScopedEntry, size: number | undefined, maxBytes: number): RawFile {
  const { path, mode, blob, commit } = entry;
  if (size === undefined) return rawFile(entry, { kind: 'missing', id: blob });
  if (size > maxBytes) return rawFile(entry, { kind: 'too-large', id: blob, type: 'blob', size });
  const here = { path, mode, blob, size, bytes: undefined, unreadable: undefined } as const;
  return { ...here, commit, origin: 'tree', isKnown: true };
}

/** A text that is handed in, and neither git's nor the disk's; `too-large` where it was not read to its end. */
export type GivenText = Uint8Array | 'too-large';

export function givenContent(text: GivenText): Pick<RawFile, 'size' | 'bytes' | 'unreadable'> {
  return text === 'too-large'
    ? { size: 0, bytes: undefined, unreadable: text }
    : { size: text.length, bytes: text, unreadable: undefined };
}

/** A gitlink has no content here: its commit is another repository's. Its path is judged, and where .gitmodules leads. */
export function gitlinkFile({ path, mode, blob, commit }: ScopedEntry): RawFile {
  return { path, mode, blob, size: 0, bytes: undefined, unreadable: undefined, commit, origin: 'tree' };
}
