import { createHash, hash } from 'node:crypto';
import { toObjectId } from '../git/object-id.ts';
import type { FileToJudge } from './packed-files.ts';
import type { RawFile } from './source-file.ts';

type Content = Pick<RawFile, 'path' | 'mode' | 'blob' | 'origin'> & Partial<Pick<RawFile, 'bytes'>>;

/**
 * Files in which earlier runs found nothing, by the same rules, policy and build. It holds no other verdict: a file that
 * it does not know is judged, so that no finding is ever taken from it.
 */
export interface CleanFiles {
  has(id: string): boolean;
  add(id: string): void;
  /** Keeps for later runs what was added and asked for. */
  save(): void;
}

/**
 * 40 hex digits that stand for all that a verdict on a file goes by: its content, its mode and its path. Whether it is
 * governed is told by its content, too: who knows that by its id alone asks for a file that is not, in which there is
 * nothing that the route needs.
 */
export function cleanFileId({
  raw,
  isOfHead,
  isGoverned,
}: Omit<FileToJudge, 'raw'> & { readonly raw: Content }): string {
  const { blob, bytes = new Uint8Array(), mode, path, origin } = raw;
  const place = JSON.stringify([origin, isOfHead, isGoverned, mode, path]);
  // A blob's id is its content. A message or a text that was handed in has none.
  const id =
    toObjectId(blob) === undefined
      ? createHash('sha256').update(`${place}bytes`).update(bytes).digest('hex')
      : hash('sha256', `${place}blob${blob}`);
  return id.slice(0, 40);
}
