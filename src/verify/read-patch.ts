import { readPlainFile } from '../disk/read-file.ts';
import { decodeText } from '../documents/text.ts';
import { type PatchFiles, readPatchFiles } from './patch-files.ts';

/** A run works on a fixture: a patch of more is none. */
const MAX_BYTES = 64 * 1024 * 1024;

export function readPatch(path: string): PatchFiles | undefined {
  const read = readPlainFile(path, MAX_BYTES);
  if (typeof read === 'string') return undefined;
  const { text, unreadable } = decodeText(read.bytes, 'patch.diff');
  return unreadable === undefined ? readPatchFiles(text) : undefined;
}
